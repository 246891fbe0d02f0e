using System.IO.Compression;
using System.Text;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests;

public sealed class StrategyCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void DifferentSplits_FailAtDevsKey()
    {
        _folder.WriteTable("dev.csv", 500, seed: 1);
        _folder.WriteTable("test.csv", 500, seed: 2, shift: 0.5);

        var report = Check("""
            version: 1
            splits:
              dev:  { files: dev.csv }
              test: { files: test.csv }
            """);

        var finding = Assert.Single(report.Findings);
        Assert.Equal(("MLS1001", "error", 3, 3, 3, 6), (finding.Id, finding.Severity, finding.Line, finding.Column, finding.EndLine, finding.EndColumn));
        Assert.Equal(("dev", "x"), (finding.Split, finding.ColumnName));
        Assert.Contains("'x' moved by at least", finding.Message, StringComparison.Ordinal);
        Assert.Equal("different", Assert.Single(report.Comparisons).Verdict);
    }

    [Fact]
    public void SameSplits_HaveNoFindingThatShows()
    {
        _folder.WriteTable("dev.csv", 500, seed: 1);
        _folder.WriteTable("test.csv", 500, seed: 2);

        var report = Check("version: 1\nsplits:\n  dev: { files: dev.csv }\n  test: { files: test.csv }");

        Assert.Equal(["MLS1002"], report.Findings.Select(finding => finding.Id));
        Assert.Equal("info", report.Findings[0].Severity);
    }

    [Fact]
    public void SplitsOfOneFile_AreChosenByWhere()
    {
        _folder.Write("all.csv", "x,part\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"{i % 7},{(i % 2 == 0 ? "a" : "b")}\n")));

        var report = Check("version: 1\nsplits:\n  dev: { files: all.csv, where: { part: a } }\n  test: { files: all.csv, where: { part: [b, c] } }");

        var comparison = Assert.Single(report.Comparisons);
        Assert.Equal((150, 150), (comparison.RowsA, comparison.RowsB));
        Assert.Equal("where", comparison.LeftOut["part"]);
    }

    [Fact]
    public void PatternsAndGzipAndUtf16_AreReadAsOne()
    {
        _folder.Write("part/1.csv", "x\n" + Lines(0, 100));
        using (var packed = new MemoryStream())
        {
            using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
                gzip.Write(Encoding.UTF8.GetBytes("x\n" + Lines(100, 200)));
            _folder.Write("part/deeper/2.csv", packed.ToArray());
        }

        _folder.Write("part/3.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("x\r\n" + Lines(200, 300))]);
        _folder.Write("part/other.txt", "not data");

        var report = Check("version: 1\nsplits:\n  dev: { files: part/**/*.csv }\n  test: { files: [part/1.csv, part\\3.csv] }");

        var comparison = Assert.Single(report.Comparisons);
        Assert.Equal((300, 200), (comparison.RowsA, comparison.RowsB));

        static string Lines(int from, int to) => string.Concat(Enumerable.Range(from, to - from).Select(i => $"{i}.5\n"));
    }

    [Theory]
    [InlineData("x,y\n1,2\n1,2,3\n", "dev.csv, line 3 (row 2)")]
    [InlineData("x,y\n1,2\n1\n", "dev.csv, line 3 (row 2)")]
    [InlineData("x,y\n1,\"2\n", "dev.csv, line 2 (row 1), column 'y'")]
    [InlineData("x,y\n1,\0\n", "dev.csv, line 2 (row 1)")]
    [InlineData("x,x\n1,2\n", "dev.csv")]
    [InlineData("x,y\n", "there is a header and no row")]
    [InlineData("", "is empty")]
    public void BrokenData_IsMLS0006WithItsPlace(string text, string expected)
    {
        _folder.Write("dev.csv", text);
        _folder.WriteTable("test.csv", 50, seed: 2);

        var finding = Assert.Single(Check("version: 1\nsplits:\n  dev: { files: dev.csv }\n  test: { files: test.csv }").Findings);

        Assert.Equal(("MLS0006", 3, 17), (finding.Id, finding.Line, finding.Column));
        Assert.Contains(expected, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderAsData_IsMLS0006()
    {
        Directory.CreateDirectory(_folder["data"]);

        var finding = Assert.Single(Check("version: 1\nsplits:\n  dev: { files: data }").Findings);

        Assert.Equal("MLS0006", finding.Id);
        Assert.Contains("data can't be read", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NamedPipe_IsRefusedInsteadOfWaitedFor()
    {
        if (OperatingSystem.IsWindows())
            return; // There are none in a folder there.
        using var made = System.Diagnostics.Process.Start("mkfifo", [_folder["pipe.csv"]]);
        made.WaitForExit();

        var finding = Assert.Single(Check("version: 1\nsplits: { dev: { files: pipe.csv } }").Findings);

        Assert.Equal("MLS0006", finding.Id);
        Assert.Contains("no regular file", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFile_IsMLS0005WithTheNearestName()
    {
        _folder.WriteTable("data/dev-set.csv", 50, seed: 1);

        var findings = Check("version: 1\nsplits:\n  dev: { files: data/devset.csv }\n  test: { files: 'no/*.csv' }").Findings;

        Assert.Equal(["MLS0005", "MLS0005"], findings.Select(finding => finding.Id));
        Assert.Contains("Did you mean 'data/dev-set.csv'?", findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("no file matches 'no/*.csv'", findings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FilesOfOneSplit_MayOrderColumnsDifferently_AndMustHaveTheSame()
    {
        _folder.Write("a.csv", "x,y\n1,2\n");
        _folder.Write("b.csv", "y,x\n4,3\n");
        _folder.Write("c.csv", "y,z\n4,3\n");

        Assert.Empty(Check("version: 1\nsplits:\n  dev: { files: [a.csv, b.csv] }").Findings);
        var finding = Assert.Single(Check("version: 1\nsplits:\n  dev: { files: [a.csv, c.csv] }").Findings);
        Assert.Equal("MLS0006", finding.Id);
        Assert.Contains("c.csv, line 1, column 'x'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NamedColumnThatIsNotThere_IsMLS0010_AndTheSplitIsNotCompared()
    {
        _folder.WriteTable("dev.csv", 50, seed: 1);

        var findings = Check("version: 1\ndata: { label: wort }\nsplits:\n  dev: { files: dev.csv, where: { part: a } }").Findings;

        Assert.Equal(["MLS0010", "MLS0010"], findings.Select(finding => finding.Id));
        Assert.Contains("did you mean 'word'?", findings[0].Message, StringComparison.Ordinal);
        Assert.Equal((4, 35), (findings[1].Line, findings[1].Column));
    }

    [Fact]
    public void DeclaredKindThatTheDataRefutes_IsMLS0006WithoutTheValue()
    {
        _folder.Write("dev.csv", "x\n1\nsecret\n");

        var finding = Assert.Single(Check("version: 1\ndata: { columns: { x: numeric } }\nsplits: { dev: { files: dev.csv } }").Findings);

        Assert.Contains("line 3 (row 2), column 'x'", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", finding.Message, StringComparison.Ordinal);
    }

    /// <summary>Every declared kind for every sort of data, as a feature and as the label: findings, never an exception.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("task: binary_classification\n")]
    [InlineData("task: multiclass_classification\n")]
    [InlineData("task: regression\n")]
    public void AnyKindOfAnyColumn_IsCheckedWithoutAFault(string task)
    {
        string[] columns = ["whole", "code", "real", "word", "text", "day", "mixed", "empty", "constant", "big"];
        string Row(int i) => string.Join(',',
            i, i % 3, i / 7.0, "abc"[(i % 3)..((i % 3) + 1)], "t" + i, new DateTime(2026, 1, 1).AddDays(i).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            i % 9 == 0 ? "x" : (i / 3.0).ToString(System.Globalization.CultureInfo.InvariantCulture), "", "k", 1_700_000_000_000_000_000 + i);
        foreach (var (name, from) in new[] { ("dev", 0), ("test", 50) })
            _folder.Write(name + ".csv", string.Join(',', columns) + "\n" + string.Join('\n', Enumerable.Range(from, 200).Select(Row)));

        foreach (var column in columns)
        {
            foreach (var kind in new[] { "", "numeric", "categorical", "text", "embedding", "date" })
            {
                foreach (var label in new[] { "", $"label: {column}, " })
                {
                    var declared = kind.Length == 0 ? "" : $"columns: {{ {column}: {kind} }}";
                    var report = Check($"version: 1\n{task}data: {{ {label}{declared} }}\nsplits: {{ dev: {{ files: dev.csv }}, test: {{ files: test.csv }} }}\nmetrics: {{ optimize: {{ metric: profit, direction: higher }} }}\n");
                    Assert.All(report.Findings, finding => Assert.DoesNotContain(finding.Id, new[] { "MLS0001", "MLS0002", "MLS0004" }));
                }
            }
        }
    }

    [Fact]
    public void WithoutData_OnlyTheFileIsChecked()
    {
        var report = Check("version: 1\nsplits: { dev: { files: nowhere.csv } }\nmetrics: { optimize: [f1, recall] }", readData: false);

        Assert.Equal(["MLS2002"], report.Findings.Select(finding => finding.Id));
    }

    [Fact]
    public void StrategyFileInUtf16_IsRead_AndBrokenUtf8IsMLS0001()
    {
        var path = _folder.Write("mlstrategy.yaml", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("version: 1\r\nname: Größe\r\n")]);
        Assert.Empty(Run(path).Findings);

        _folder.Write("mlstrategy.yaml", [.. "version: 1\nname: "u8, 0xFC, (byte)'\n']);
        Assert.Equal("MLS0001", Assert.Single(Run(path).Findings).Id);
    }

    [Fact]
    public void StrategyFileThatIsNotThere_CannotRun()
    {
        Assert.Contains("there is no strategy file", Assert.Throws<CheckException>(() => Run(_folder["none.yaml"])).Message, StringComparison.Ordinal);
        Assert.Contains("is a folder", Assert.Throws<CheckException>(() => Run(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancellation_EndsTheCheck()
    {
        _folder.WriteTable("dev.csv", 50_000, seed: 1);
        var path = _folder.Write("mlstrategy.yaml", "version: 1\nsplits: { dev: { files: dev.csv } }");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => StrategyCheck.Run(new CheckRequest(path, default), null, cancelled.Token));
    }

    [Fact]
    public void Progress_ReachesAllBytes()
    {
        var length = new FileInfo(_folder.WriteTable("dev.csv", 50_000, seed: 1)).Length;
        var path = _folder.Write("mlstrategy.yaml", "version: 1\nsplits: { dev: { files: dev.csv } }");
        var steps = new List<CheckProgress>();

        StrategyCheck.Run(new CheckRequest(path, default), new Collector(steps), default);

        Assert.Equal(new CheckProgress(length, length), steps[^1]);
        Assert.Equal(steps.OrderBy(step => step.BytesRead), steps);
    }

    [Fact]
    public void SameInput_GivesTheSameBytes()
    {
        _folder.WriteTable("dev.csv", 2_000, seed: 1);
        _folder.WriteTable("test.csv", 2_000, seed: 2, shift: 0.3);
        const string Text = "version: 1\nsplits:\n  train: { files: dev.csv, distribution: d }\n  dev: { files: dev.csv, distribution: d }\n  test: { files: test.csv, distribution: d }";

        var documents = Enumerable.Range(0, 5).Select(_ => JsonReport.Write(Check(Text))).Distinct();

        Assert.Single(documents);
    }

    [Fact]
    public void ManyColumns_ThreeSpeakAndOneCountsTheRest()
    {
        var header = string.Join(',', Enumerable.Range(0, 9).Select(i => "c" + i));
        _folder.Write("dev.csv", header + "\n" + string.Concat(Enumerable.Range(0, 400).Select(i => string.Join(',', Enumerable.Repeat((i % 50) + 0.5, 9)) + "\n")));
        _folder.Write("test.csv", header + "\n" + string.Concat(Enumerable.Range(0, 400).Select(i => string.Join(',', Enumerable.Repeat((i % 50) + 30.5, 9)) + "\n")));

        var report = Check("version: 1\nsplits:\n  dev: { files: dev.csv }\n  test: { files: test.csv }");
        var shown = CondensedFindings.Of(report, new HashSet<string>());

        Assert.Equal(9, report.Findings.Count);
        Assert.Equal(4, shown.Count);
        Assert.Contains("the same holds for 6 more columns: 'c3', 'c4'", shown[3].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7 days", "2026-01-0", "MLS1008")]
    [InlineData("7", "2026-01-0", "MLS0009")]
    [InlineData("7 days", "10", "MLS0009")]
    [InlineData("6", "10", "MLS1008")]
    [InlineData("1", "10", null)]
    public void Embargo_IsCheckedInTheUnitOfTheTimes(string embargo, string prefix, string? expected)
    {
        _folder.Write("train.csv", "t,x\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{prefix}{1 + (i % 3)},{i}\n")));
        _folder.Write("dev.csv", "t,x\n" + string.Concat(Enumerable.Range(50, 40).Select(i => $"{prefix}{5 + (i % 3)},{i}\n")));

        var report = Check($"version: 1\ndata: {{ time: t }}\nconsistency: {{ policy: temporal, embargo: {embargo} }}\nsplits:\n  train: {{ files: train.csv, distribution: a }}\n  dev: {{ files: dev.csv, distribution: b }}");

        Assert.Equal(expected, report.Findings.Select(finding => finding.Id).SingleOrDefault(id => id is "MLS1008" or "MLS0009"));
    }

    [Theory]
    [InlineData("data: { time: t }\nconsistency: { embargo: 7 days }", 1)]
    [InlineData("consistency: { policy: temporal, embargo: 7 days }", 1)]
    [InlineData("consistency: { policy: random }", 0)]
    public void EmbargoThatNothingAsksFor_IsSaidNotToBeChecked(string text, int expected)
    {
        _folder.Write("dev.csv", "t,x\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"2026-01-0{1 + (i % 3)},{i}\n")));

        Assert.Equal(expected, Check($"version: 1\n{text}\nsplits: {{ dev: {{ files: dev.csv }} }}").Findings.Count(finding => finding.Id == "MLS0009"));
    }

    private CheckReport Check(string text, bool readData = true) => Run(_folder.Write("mlstrategy.yaml", text), readData);

    private static CheckReport Run(string path, bool readData = true) =>
        StrategyCheck.Run(new CheckRequest(path, new DateOnly(2026, 11, 22)) { ReadData = readData }, null, default);

    private sealed class Collector(List<CheckProgress> steps) : IProgress<CheckProgress>
    {
        public void Report(CheckProgress value)
        {
            lock (steps)
                steps.Add(value);
        }
    }
}
