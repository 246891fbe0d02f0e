using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests;

public sealed class EvidenceCacheTests : IDisposable
{
    private const string Data = """
        data: { label: word }
        splits:
          dev: { files: dev.csv, distribution: app }
          test: { files: test.csv, distribution: app }

        """;

    private readonly TemporaryFolder _folder = new();

    public EvidenceCacheTests()
    {
        _folder.WriteTable("dev.csv", 300, seed: 1);
        _folder.WriteTable("test.csv", 300, seed: 2, shift: 0.5);
        Write("version: 1\n" + Data);
    }

    public static TheoryData<string, string> EditsOfOtherParts => new()
    {
        { "errors", "version: 1\n" + Data + "errors: { human: 1%, train: 9%, dev: 10% }\n" },
        { "metrics", "version: 1\n" + Data + "metrics: { optimize: [f1, recall] }\n" },
        { "a waiver", "version: 1\n" + Data + "accept:\n  - { rule: MLS1001, where: x, because: known }\n" },
        { "a severity", "version: 1\n" + Data + "rules: { MLS1001: warning }\n" },
        { "a plan", "version: 1\n" + Data + "next: [bigger_network]\nhistory:\n  - { run: 1, changed: [learning_rate], train: 12%, dev: 15% }\n" },
        { "a candidate's figures", "version: 1\n" + Data + "candidates:\n  - { name: a, measured: { f1: 0.9 } }\nchoice: a\n" },
        { "comments and lines", "# one\n\nname: other\nversion: 1   # two\n\n" + Data.Replace("  dev:", "  # three\n  dev:  ", StringComparison.Ordinal) },
        { "an own row count", "version: 1\n" + Data.Replace("distribution: app }\n  test", "distribution: app, rows: 300 }\n  test", StringComparison.Ordinal) },
    };

    public static TheoryData<string, string> EditsThatGatheringSees => new()
    {
        { "missing", "version: 1\n" + Data.Replace("label: word", "label: word, missing: [a]", StringComparison.Ordinal) },
        { "where", "version: 1\n" + Data.Replace("dev.csv,", "dev.csv, where: { word: a },", StringComparison.Ordinal) },
        { "columns", "version: 1\n" + Data.Replace("label: word", "label: word, columns: { x: categorical }", StringComparison.Ordinal) },
        { "label", "version: 1\n" + Data.Replace("label: word", "label: x", StringComparison.Ordinal) },
        { "confidence", "version: 1\n" + Data + "consistency: { confidence: 0.999 }\n" },
        { "tolerance", "version: 1\n" + Data + "consistency: { tolerance: 0.1 }\n" },
        { "task", "version: 1\ntask: regression\n" + Data },
        { "files", "version: 1\n" + Data.Replace("files: dev.csv", "files: test.csv", StringComparison.Ordinal) },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(EditsOfOtherParts))]
    public void EditOfWhatGatheringDoesNotSee_OpensNoDataAndFindsTheSame(string what, string text)
    {
        Check();
        Write(text);
        var expected = JsonReport.Write(Uncached());
        Spoil("dev.csv");
        Spoil("test.csv");

        Assert.Equal((what, expected), (what, JsonReport.Write(Check())));
        Assert.Contains("MLS0006", JsonReport.Write(Uncached()), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EditsThatGatheringSees))]
    public void EditOfWhatGatheringSees_ReadsTheDataAgain(string what, string text)
    {
        Check();
        Write(text);
        var expected = JsonReport.Write(Uncached());

        Assert.Equal((what, expected), (what, JsonReport.Write(Check())));
        Spoil("dev.csv");
        Spoil("test.csv");
        Write(text + "# so that the report isn't the last one's\n");
        Assert.Equal((what, expected), (what, JsonReport.Write(Check())));
        Write("version: 1\n" + Data);
        Assert.Contains("MLS0006", JsonReport.Write(Check()), StringComparison.Ordinal);
    }

    [Fact]
    public void TouchedFile_IsReadAgain()
    {
        Check();
        Spoil("dev.csv");
        File.SetLastWriteTimeUtc(_folder["dev.csv"], DateTime.UtcNow.AddMinutes(-2));
        Write("version: 1\nname: x\n" + Data);

        Assert.Contains("MLS0006", JsonReport.Write(Check()), StringComparison.Ordinal);
    }

    [Fact]
    public void FileReplacedByOneOfAnotherLength_IsReadAgain()
    {
        Check();
        var time = File.GetLastWriteTimeUtc(_folder["dev.csv"]);
        _folder.WriteTable("dev.csv", 200, seed: 3);
        File.SetLastWriteTimeUtc(_folder["dev.csv"], time);
        Write("version: 1\nname: x\n" + Data);

        Assert.Equal(JsonReport.Write(Uncached()), JsonReport.Write(Check()));
        Assert.Equal(200, Check().Comparisons[0].RowsA);
    }

    [Fact]
    public void PlaceOfWhatCannotBeChecked_MovesWithItsLine()
    {
        var text = "version: 1\nconsistency: { policy: temporal }\n" + Data.Replace("label: word", "time: word", StringComparison.Ordinal);
        Write(text);
        var first = Check().Findings.Single(finding => finding.Id == "MLS0009");
        Spoil("dev.csv");
        Spoil("test.csv");
        Write("# a line more\n" + text.Replace("time: word", "time:   word", StringComparison.Ordinal));
        var second = Check().Findings.Single(finding => finding.Id == "MLS0009");

        Assert.Equal((first.Line + 1, first.Column + 2), (second.Line, second.Column));
    }

    [Fact]
    public void FileThatIsMissing_IsLookedForAgain()
    {
        var bytes = File.ReadAllBytes(_folder["dev.csv"]);
        File.Delete(_folder["dev.csv"]);
        Assert.Contains("MLS0005", JsonReport.Write(Check()), StringComparison.Ordinal);
        Assert.False(File.Exists(Kept()));

        _folder.Write("dev.csv", bytes);
        Assert.Contains("MLS1001", JsonReport.Write(Check()), StringComparison.Ordinal);
        Assert.True(File.Exists(Kept()));
    }

    [Fact]
    public void FileThatMayNotBeRead_IsTriedAgain()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
            return; // Nobody forbids a privileged process to read.
        var path = _folder["dev.csv"];
        File.SetUnixFileMode(path, UnixFileMode.None);
        Assert.Contains("MLS0006", JsonReport.Write(Check()), StringComparison.Ordinal);

        File.SetUnixFileMode(path, UnixFileMode.UserRead);
        Assert.DoesNotContain("MLS0006", JsonReport.Write(Check()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"Key\": 1")]
    [InlineData("null")]
    [InlineData("[]")]
    public void BrokenEvidence_IsNoTrouble(string content)
    {
        Check();
        File.WriteAllText(Kept(), content);
        Write("version: 1\nname: x\n" + Data);

        Assert.Equal(JsonReport.Write(Uncached()), JsonReport.Write(Check()));
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(100_000, false)]
    public void EvidenceBeyondItsBound_IsNotKept(int columns, bool kept)
    {
        var evidence = new Evidence
        {
            Comparisons =
            [
                new MlStrategyGuard.Comparison("dev", "test", ComparisonReason.DevAndTest)
                {
                    Columns = [.. Enumerable.Range(0, columns).Select(i => new ColumnComparison($"column {i}", ColumnAspect.Values, false, ColumnKind.Numeric))],
                },
            ],
        };
        var input = GatheringInput.Of(new Strategy());
        new EvidenceCache(_folder["evidence.json"], input, "files").Store(evidence);

        Assert.Equal(kept, File.Exists(_folder["evidence.json"]));
        Assert.Equal(kept ? columns : null, new EvidenceCache(_folder["evidence.json"], input, "files").Find()?.Comparisons[0].Columns.Count);
        Assert.Null(new EvidenceCache(_folder["evidence.json"], input, "other files").Find());
    }

    private string Kept() =>
        Directory.Exists(_folder["cache"]) && Directory.GetFiles(_folder["cache"], "evidence-*") is [var path] ? path : _folder["none"];

    private void Write(string text) => _folder.Write("mlstrategy.yaml", text);

    private CheckReport Check() => Check(_folder["cache"]);

    private CheckReport Uncached() => Check(null);

    private CheckReport Check(string? cache) => StrategyCheck.Run(
        new CheckRequest(_folder["mlstrategy.yaml"], new DateOnly(2026, 11, 22)) { CacheFolder = cache }, null, default);

    /// <summary>Makes a file unreadable as data and leaves its length and time as they were.</summary>
    private void Spoil(string name)
    {
        var time = File.GetLastWriteTimeUtc(_folder[name]);
        File.WriteAllBytes(_folder[name], new byte[new FileInfo(_folder[name]).Length]);
        File.SetLastWriteTimeUtc(_folder[name], time);
    }
}
