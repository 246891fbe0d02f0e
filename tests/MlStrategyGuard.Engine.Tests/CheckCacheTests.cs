using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests;

public sealed class CheckCacheTests : IDisposable
{
    private const string Text = "version: 1\nsplits:\n  dev: { files: dev.csv }\n  test: { files: 'test*.csv' }\n";

    private readonly TemporaryFolder _folder = new();

    public CheckCacheTests()
    {
        _folder.WriteTable("dev.csv", 300, seed: 1);
        _folder.WriteTable("test1.csv", 300, seed: 2);
        _folder.Write("mlstrategy.yaml", Text);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Unchanged_RepeatsTheReportWithoutReadingData()
    {
        var first = Run();
        Spoil("dev.csv");

        Assert.Equal(JsonReport.Write(first), JsonReport.Write(Run()));
    }

    [Fact]
    public void WithoutCacheFolder_DataIsReadAgain()
    {
        Run();
        Spoil("dev.csv");

        Assert.Equal(["MLS0006"], Ids(StrategyCheck.Run(new CheckRequest(_folder["mlstrategy.yaml"], default), null, default)));
    }

    [Fact]
    public void ChangedStrategy_IsCheckedAgain()
    {
        Run();
        _folder.Write("mlstrategy.yaml", Text + "metrics: { optimize: [f1, recall] }\n");

        Assert.Contains("MLS2002", Ids(Run()));
    }

    [Fact]
    public void ChangedData_IsCheckedAgain()
    {
        Run();
        _folder.WriteTable("dev.csv", 300, seed: 1, shift: 0.5);

        Assert.Contains("MLS1001", Ids(Run()));
    }

    [Fact]
    public void OlderDataOfTheSameLength_IsCheckedAgain()
    {
        Run();
        Spoil("dev.csv");
        File.SetLastWriteTimeUtc(_folder["dev.csv"], DateTime.UtcNow.AddYears(-1));

        Assert.Contains("MLS0006", Ids(Run()));
    }

    [Fact]
    public void DeletedAndRestoredData_IsNoticedBothTimes()
    {
        var first = JsonReport.Write(Run());
        var bytes = File.ReadAllBytes(_folder["dev.csv"]);
        File.Delete(_folder["dev.csv"]);
        Assert.Contains("MLS0005", Ids(Run()));
        Assert.Contains("MLS0005", Ids(Run()));

        _folder.Write("dev.csv", bytes);
        Assert.Equal(first, JsonReport.Write(Run()));
    }

    [Fact]
    public void NewFileOfAPattern_IsCheckedAgain()
    {
        Run();
        _folder.WriteTable("test2.csv", 300, seed: 3, shift: 0.9);

        Assert.Contains("MLS1001", Ids(Run()));
    }

    [Fact]
    public void WaiversEnd_IsNoticedOnItsDay()
    {
        _folder.WriteTable("dev.csv", 300, seed: 1, shift: 0.5);
        _folder.Write("mlstrategy.yaml", Text + "accept:\n  - { rule: MLS1001, because: known, until: 2026-12-31 }\n");

        Assert.Empty(Ids(Run(new DateOnly(2026, 11, 22))));
        Assert.Empty(Ids(Run(new DateOnly(2026, 12, 31))));
        Assert.Equal(["MLS1001", "MLS0008"], Ids(Run(new DateOnly(2027, 1, 1))));
    }

    [Fact]
    public void BrokenCache_IsNoTrouble()
    {
        var first = JsonReport.Write(Run());
        foreach (var file in Directory.GetFiles(_folder["cache"]))
            File.WriteAllText(file, "{ \"key\": 1");

        Assert.Equal(first, JsonReport.Write(Run()));
    }

    [Fact]
    public void CacheFolderThatCannotBe_IsNoTrouble()
    {
        _folder.Write("cache", "a file where the folder should be");

        Assert.Equal(["MLS1002"], Ids(Run()));
    }

    [Fact]
    public async Task ManyAtOnce_AllSucceed()
    {
        var reports = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => JsonReport.Write(Run()))));

        Assert.Single(reports.Distinct());
        Assert.Equal(2, Directory.GetFiles(_folder["cache"]).Length);
    }

    private static IEnumerable<string> Ids(CheckReport report) => report.Findings.Select(finding => finding.Id);

    private CheckReport Run(DateOnly? today = null) => StrategyCheck.Run(
        new CheckRequest(_folder["mlstrategy.yaml"], today ?? new DateOnly(2026, 11, 22)) { CacheFolder = _folder["cache"] }, null, default);

    /// <summary>Makes a file unreadable as data and leaves its length and time as they were.</summary>
    private void Spoil(string name)
    {
        var time = File.GetLastWriteTimeUtc(_folder[name]);
        File.WriteAllBytes(_folder[name], new byte[new FileInfo(_folder[name]).Length]);
        File.SetLastWriteTimeUtc(_folder[name], time);
    }
}
