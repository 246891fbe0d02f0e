using System.Text;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests;

/// <summary>The page that a check writes besides its report.</summary>
public sealed class CheckPageTests : IDisposable
{
    private const string Text = "version: 1\nsplits:\n  dev: { files: dev.csv }\n  test: { files: test.csv }\n";

    private readonly TemporaryFolder _folder = new();

    public CheckPageTests()
    {
        _folder.WriteTable("dev.csv", 300, seed: 1);
        _folder.WriteTable("test.csv", 300, seed: 2);
        _folder.Write("mlstrategy.yaml", Text);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Check_WritesWhatTheReportCommandMakes()
    {
        Run();

        Assert.Equal(
            StrategyCheck.MakePage(new CheckRequest(_folder["mlstrategy.yaml"], new DateOnly(2026, 11, 22)), null, default),
            File.ReadAllBytes(_folder["page.html"]));
    }

    [Fact]
    public void WithoutAPlace_NothingIsWritten()
    {
        Run(page: null);

        Assert.Empty(Directory.GetFiles(_folder.Path, "*.html"));
    }

    [Fact]
    public void UnchangedCheck_DoesNotWriteAgain()
    {
        Run();
        var written = File.GetLastWriteTimeUtc(_folder["page.html"]);
        Run();

        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder["page.html"]));
    }

    [Fact]
    public void PageThatIsGone_IsWrittenAgain_WithoutReadingData()
    {
        var first = JsonReport.Write(Run());
        var page = File.ReadAllBytes(_folder["page.html"]);
        File.Delete(_folder["page.html"]);
        Spoil("dev.csv");

        Assert.Equal(first, JsonReport.Write(Run()));
        Assert.Equal(page, File.ReadAllBytes(_folder["page.html"]));
    }

    [Fact]
    public void PageThatSomebodyChanged_IsWrittenAgain()
    {
        Run();
        var page = File.ReadAllBytes(_folder["page.html"]);
        File.WriteAllText(_folder["page.html"], "<p>mine</p>");
        Run();

        Assert.Equal(page, File.ReadAllBytes(_folder["page.html"]));
    }

    [Fact]
    public void PageOfAnEarlierState_IsNotTakenForThisOne()
    {
        Run();
        _folder.WriteTable("test.csv", 300, seed: 2, shift: 0.5);
        Run(page: null);
        Run();

        Assert.Contains("MLS1001", File.ReadAllText(_folder["page.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherPlace_IsWrittenToo()
    {
        Run();
        Run("sub/other.html");

        Assert.Equal(File.ReadAllBytes(_folder["page.html"]), File.ReadAllBytes(_folder["sub/other.html"]));
    }

    [Fact]
    public void PlaceThatCannotBeWritten_IsAWarningAndTheFindingsStay()
    {
        _folder.Write("mlstrategy.yaml", Text + "metrics: { optimize: [f1, recall] }\n");
        Directory.CreateDirectory(_folder["page.html"]);

        var report = Run();

        Assert.Equal(("MLS0009", "warning"), (report.Findings[0].Id, report.Findings[0].Severity));
        Assert.Contains("the report can't be written", report.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains(report.Findings, finding => finding.Id == "MLS2002");

        Directory.Delete(_folder["page.html"]);
        Assert.DoesNotContain(Run().Findings, finding => finding.Id == "MLS0009");
        Assert.True(File.Exists(_folder["page.html"]));
    }

    [Fact]
    public void PicturesFromKeptEvidence_AreThoseFromTheData()
    {
        Run();
        _folder.Write("mlstrategy.yaml", Text + "# a comment\n");
        Spoil("dev.csv");
        Run();
        var kept = File.ReadAllBytes(_folder["page.html"]);
        _folder.WriteTable("dev.csv", 300, seed: 1);

        Assert.Equal(
            Encoding.UTF8.GetString(StrategyCheck.MakePage(new CheckRequest(_folder["mlstrategy.yaml"], new DateOnly(2026, 11, 22)), null, default)),
            Encoding.UTF8.GetString(kept));
    }

    private CheckReport Run(string? page = "page.html") => StrategyCheck.Run(
        new CheckRequest(_folder["mlstrategy.yaml"], new DateOnly(2026, 11, 22))
        {
            CacheFolder = _folder["cache"],
            Page = page is null ? null : _folder[page],
        }, null, default);

    /// <summary>Makes a file unreadable as data and leaves its length and time as they were.</summary>
    private void Spoil(string name)
    {
        var time = File.GetLastWriteTimeUtc(_folder[name]);
        File.WriteAllBytes(_folder[name], new byte[new FileInfo(_folder[name]).Length]);
        File.SetLastWriteTimeUtc(_folder[name], time);
    }
}
