using System.Text;
using System.Text.Json;

namespace MlStrategyGuard.Tool.Tests;

/// <summary>The tool as a user runs it: a process with arguments, streams and an exit code.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private const string Competing = "version: 1\nmetrics:\n  optimize: [f1, recall]\n";

    private readonly ToolRun _tool = new();

    private string Folder => _tool.Folder;

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void NoFinding_ExitsWithZero()
    {
        Write("mlstrategy.yaml", "version: 1\nmetrics: { optimize: f1 }\n");

        var run = Run("check");

        Assert.Equal((0, "0 errors, 0 warnings, 0 for information\n", ""), run);
    }

    [Fact]
    public void ErrorFinding_ExitsWithOne_InALineThatEditorsUnderstand()
    {
        Write("other.yaml", Competing);

        var (code, output, error) = Run("check", "other.yaml");

        Assert.Equal((1, ""), (code, error));
        Assert.StartsWith("other.yaml(3,13): error MLS2002: 2 metrics compete: f1, recall.", output, StringComparison.Ordinal);
        Assert.EndsWith("1 error, 0 warnings, 0 for information\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void IncludeRows_NamesTheRowsThatSplitsShare()
    {
        Write("train.csv", "id,x\na1,1.5\na2,2.5\na3,3.5\n");
        Write("dev.jsonl", "{\"id\":\"b1\",\"x\":7.5}\n{\"id\":\"a3\",\"x\":8.5}\n");
        Write("mlstrategy.yaml", "version: 1\ndata: { id: id }\nsplits:\n  train: { files: train.csv, distribution: a }\n  dev: { files: dev.jsonl, distribution: b }\n");

        var named = Run("check", "--include-rows").Output;

        Assert.Contains("train/dev: rows with the same id, the first 2 rows: train.csv row 3 (a3), dev.jsonl row 2 (a3)\n", named, StringComparison.Ordinal);
        Assert.DoesNotContain("a3", Run("check").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WarningFinding_ExitsWithZero()
    {
        Write("mlstrategy.yaml", Competing + "rules: { MLS2002: warning }\n");

        var (code, output, _) = Run("check");

        Assert.Equal(0, code);
        Assert.Contains("warning MLS2002", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_IsOneDocumentOfTheContract()
    {
        Write("mlstrategy.yaml", Competing);

        var (code, output, _) = Run("check", "--format", "json");

        Assert.Equal(1, code);
        using var document = JsonDocument.Parse(output);
        Assert.Equal(1, document.RootElement.GetProperty("version").GetInt32());
        Assert.Equal("mlstrategy.yaml", document.RootElement.GetProperty("file").GetString());
        Assert.Equal(
            ["version", "file", "findings", "comparisons", "accepted"],
            document.RootElement.EnumerateObject().Select(property => property.Name));
        var finding = Assert.Single(document.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(
            ["id", "severity", "message", "help", "file", "line", "column", "endLine", "endColumn", "fix", "data"],
            finding.EnumerateObject().Select(property => property.Name));
        Assert.Equal((3, 13), (finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32()));
    }

    [Fact]
    public void JsonOfComparedSplits_HasTheContractsNames()
    {
        Write("dev.csv", "x\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{i / 7.0}\n")));
        Write("test.csv", "x\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{(i / 7.0) + 20}\n")));
        Write("mlstrategy.yaml", "version: 1\nsplits:\n  dev: { files: dev.csv }\n  test: { files: test.csv }\n");

        var (code, output, _) = Run("check", "-f", "json");

        Assert.Equal(1, code);
        using var document = JsonDocument.Parse(output);
        var comparison = Assert.Single(document.RootElement.GetProperty("comparisons").EnumerateArray());
        Assert.Equal(("dev", "test", "different"), (Text(comparison, "a"), Text(comparison, "b"), Text(comparison, "verdict")));
        Assert.True(comparison.GetProperty("lower").GetDouble() > 0.05);
        var column = Assert.Single(comparison.GetProperty("columns").EnumerateArray());
        Assert.Equal(("x", "different"), (Text(column, "name"), Text(column, "verdict")));
        Assert.True(column.GetProperty("p").GetDouble() < 1e-6);
        var finding = Assert.Single(document.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(("MLS1001", "dev", "x"), (Text(finding, "id"), Text(finding, "split"), Text(finding, "column_name")));

        static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
    }

    [Fact]
    public void Output_GoesIntoAFile_AndNamesKeepTheirScript()
    {
        Write("mlstrategy.yaml", "version: 1\nméta: 1\n名前: 2\n");

        var (code, output, error) = Run("check", "--format", "json", "--output", "out/report.json");

        Assert.Equal((1, "", ""), (code, output, error));
        var bytes = File.ReadAllBytes(Path.Combine(Folder, "out", "report.json"));
        Assert.Equal((byte)'{', bytes[0]);
        Assert.Contains("unknown key '名前'", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(Folder, "out")));
    }

    [Fact]
    public void OutputThatCannotBeWritten_ExitsWithTwo()
    {
        Write("mlstrategy.yaml", "version: 1\n");
        Write("file", "");

        var (code, _, error) = Run("check", "--output", "file/report.json");

        Assert.Equal(2, code);
        Assert.StartsWith("mlguard: the result can't be written to 'file/report.json'", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no strategy file 'mlstrategy.yaml'", "check")]
    [InlineData("there is no strategy file 'no/such.yaml'", "check", "no/such.yaml")]
    [InlineData("is a folder", "check", ".")]
    [InlineData("an empty path names no file", "check", "")]
    [InlineData("an empty path names no file", "check", "--output", "")]
    [InlineData("--output would overwrite the strategy file", "check", "a.yaml", "--output", "./a.yaml")]
    [InlineData("an empty path names no file", "check", "--sarif", "")]
    [InlineData("--sarif would overwrite the strategy file", "check", "a.yaml", "--sarif", "a.yaml")]
    [InlineData("would both write 'x'", "check", "--output", "x", "--sarif", "./x")]
    [InlineData("sarif9", "check", "--format", "sarif9")]
    [InlineData("sometimes", "check", "--color", "sometimes")]
    [InlineData("--nonsense", "check", "--nonsense")]
    [InlineData("nonsense", "nonsense")]
    public void WhatCannotRun_ExitsWithTwoAndSaysWhy(string expected, params string[] arguments)
    {
        var (code, output, error) = Run(arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("check", "--help")]
    public void Help_ExitsWithZeroAndNamesTheCommand(params string[] arguments)
    {
        var (code, output, _) = Run(arguments);

        Assert.Equal(0, code);
        Assert.Contains("check", output, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckHelp_NamesEveryOption()
    {
        var (_, output, _) = Run("check", "--help");

        foreach (var option in new[] { "FILE", "--format", "--output", "--fix", "--no-cache", "--cache", "--no-data", "--memory", "--nowarn", "--verbose", "--sarif", "--color", "--no-color" })
            Assert.Contains(option, output, StringComparison.Ordinal);
    }

    [Fact]
    public void NoData_ChecksTheFileOnly()
    {
        Write("mlstrategy.yaml", "version: 1\nsplits: { dev: { files: nowhere.csv } }\n");

        Assert.Equal(1, Run("check").Code);
        Assert.Equal(0, Run("check", "--no-data").Code);
    }

    [Fact]
    public void Fix_ChangesTheFile_SaysSo_AndChecksWhatIsLeft()
    {
        Write("mlstrategy.yaml", "version: 1\nnmae: x\nlabels: { corrected: [dev] }\n");

        var (code, output, error) = Run("check", "--fix");

        Assert.Equal((0, "0 errors, 0 warnings, 0 for information\n"), (code, output));
        Assert.Equal("fixed: rename 'nmae' to 'name'\nfixed: add test to 'labels.corrected'\n", error);
        Assert.Equal("version: 1\nname: x\nlabels: { corrected: [dev, test] }\n", _tool.Read("mlstrategy.yaml"));
    }

    [Fact]
    public void DeclaredFigures_FillTheContractsParts()
    {
        Write("mlstrategy.yaml", """
            version: 1
            metrics: { optimize: f1 }
            candidates:
              - { name: small, measured: { f1: { value: 0.8, rows: 500 } } }
              - { name: forest, measured: { f1: 0.91 } }
            choice: forest
            errors: { human: 1%, train: { error: 8%, rows: 20000 }, dev: { error: 10%, rows: 5000 } }
            error_analysis: { examined: 100, tags: { dog: 8, blurry: 61 } }
            """);

        using var document = JsonDocument.Parse(Run("check", "--format", "json").Output);
        var root = document.RootElement;

        Assert.Equal("forest", root.GetProperty("choice").GetProperty("winner").GetString());
        Assert.Equal(500, root.GetProperty("metrics").GetProperty("small").GetProperty("dev").GetProperty("f1").GetProperty("rows").GetInt32());
        var ladder = root.GetProperty("ladder");
        Assert.Equal("bias", ladder.GetProperty("dominant").GetString());
        Assert.Equal(["bias", "variance"], ladder.GetProperty("gaps").EnumerateArray().Select(gap => gap.GetProperty("name").GetString()));
        Assert.True(ladder.GetProperty("gaps")[0].GetProperty("probability_largest").GetDouble() > 0.99);
        var best = root.GetProperty("error_analysis")[0];
        Assert.Equal(("blurry", 0.039), (best.GetProperty("tag").GetString(), best.GetProperty("best_error").GetDouble()));
    }

    [Fact]
    public void SilencedRule_IsNeitherShownNorCounted()
    {
        Write("mlstrategy.yaml", Competing);

        Assert.Equal((0, "0 errors, 0 warnings, 0 for information\n", ""), Run("check", "--nowarn", "CS1591;MLS2002"));
    }

    [Fact]
    public void Cache_IsKeptInObjIfThereIsOne_AndNotAfterNoCache()
    {
        Write("mlstrategy.yaml", "version: 1\n");
        Run("check");
        Assert.False(Directory.Exists(Path.Combine(Folder, "obj")));

        Directory.CreateDirectory(Path.Combine(Folder, "obj"));
        Run("check", "--no-cache");
        Assert.Empty(Directory.GetDirectories(Path.Combine(Folder, "obj")));

        Run("check");
        Assert.Single(Directory.GetFiles(Path.Combine(Folder, "obj", "mlstrategyguard")));
    }

    [Fact]
    public void Information_IsShownWhenAsked()
    {
        Write("dev.csv", "x\n1.5\n2.5\n");
        Write("mlstrategy.yaml", "version: 1\nsplits:\n  dev: { files: dev.csv }\n  test: { files: dev.csv }\n");

        Assert.DoesNotContain("MLS1002", Run("check").Output, StringComparison.Ordinal);
        Assert.Contains("mlstrategy.yaml(3,3): info MLS1002", Run("check", "--verbose").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_IsOneDocumentWithThePathFromTheFolder()
    {
        Write("a b/mlstrategy.yaml", Competing);

        var (code, output, error) = Run("check", "a b/mlstrategy.yaml", "--format", "sarif");

        Assert.Equal((1, ""), (code, error));
        using var document = JsonDocument.Parse(output);
        var run = document.RootElement.GetProperty("runs")[0];
        Assert.Equal("a%20b/mlstrategy.yaml", run.GetProperty("artifacts")[0].GetProperty("location").GetProperty("uri").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+$", run.GetProperty("tool").GetProperty("driver").GetProperty("version").GetString());
        Assert.Equal("MLS2002", Assert.Single(run.GetProperty("results").EnumerateArray()).GetProperty("ruleId").GetString());
    }

    [Fact]
    public void SarifBesideText_IsTheSameDocument()
    {
        Write("mlstrategy.yaml", Competing);

        var both = Run("check", "--sarif", "out/guard.sarif");

        Assert.Equal(Run("check"), both);
        Assert.Equal(Run("check", "--format", "sarif").Output, _tool.Read("out/guard.sarif"));
    }

    [Fact]
    public void SarifThatCannotBeWritten_ExitsWithTwo_AfterTheFindings()
    {
        Write("mlstrategy.yaml", Competing);
        Write("file", "");

        var (code, output, error) = Run("check", "--sarif", "file/guard.sarif");

        Assert.Equal(2, code);
        Assert.Contains("error MLS2002", output, StringComparison.Ordinal);
        Assert.StartsWith("mlguard: the result can't be written to 'file/guard.sarif'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void GitHub_GetsCommands_AndTheExitCodeIsTheSame()
    {
        Write("my folder/mlstrategy.yaml", Competing);

        var (code, output, _) = Run("check", "my folder/mlstrategy.yaml", "--format", "github");

        Assert.Equal(1, code);
        Assert.StartsWith("::error file=my folder/mlstrategy.yaml,line=3,endLine=3,col=13,endColumn=25,title=MLS2002%3A ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData()]
    [InlineData("--color", "never")]
    [InlineData("--color", "always", "--no-color")]
    public void RedirectedText_IsPlainLines(params string[] colors)
    {
        Write("mlstrategy.yaml", Competing);

        var output = Run(["check", .. colors]).Output;

        Assert.StartsWith("mlstrategy.yaml(3,13): error MLS2002: ", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', output);
    }

    [Fact]
    public void ColourThatIsAskedFor_GoesIntoAPipeWithTheLayout()
    {
        Write("mlstrategy.yaml", Competing);

        var (code, output, _) = Run("check", "--color", "always");

        Assert.Equal(1, code);
        Assert.StartsWith("\e[1mmlstrategy.yaml:3:13\e[0m\n  \e[36m3\e[0m \e[36m│\e[0m   optimize: [f1, recall]\n", output, StringComparison.Ordinal);
        Assert.EndsWith("\e[1;31mfailed: \e[0m1 error, 0 warnings, 0 for information\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void TextIntoAFile_IsPlainLinesWhateverTheColour()
    {
        Write("mlstrategy.yaml", Competing);
        Run("check", "--color", "always", "--output", "out.txt");

        Assert.Equal(Run("check").Output, _tool.Read("out.txt"));
    }

    private void Write(string name, string text) => _tool.Write(name, text);

    private (int Code, string Output, string Error) Run(params string[] arguments) => _tool.Run(arguments);
}
