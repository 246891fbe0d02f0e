namespace MlStrategyGuard.Tool.Tests;

public sealed class InitCommandTests : IDisposable
{
    private static readonly string Table = Rows(0);

    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void FilesNamedLikeSplits_BecomeTheSplits_AndTheFilePassesItsOwnCheck()
    {
        _tool.Write("data/train.csv", Table);
        _tool.Write("data/validation.csv", Rows(1));
        _tool.Write("data/test-2026.csv", Rows(2));

        var (code, output, error) = _tool.Run("init");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("mlguard check", output, StringComparison.Ordinal);
        var text = _tool.Read("mlstrategy.yaml");
        Assert.Contains("\ntask: binary_classification\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  label: label\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  train: { files: data/train.csv }\n  dev: { files: data/validation.csv }\n  test: { files: data/test-2026.csv }\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  optimize: f1 ", text, StringComparison.Ordinal);
        Passes();
    }

    [Fact]
    public void ColumnThatNamesTheSplit_IsUsed()
    {
        _tool.Write("all.csv", "x,set\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"{i % 50 / 7.0},{(i % 3) switch { 0 => "training", 1 => "val", _ => "test" }}\n")));

        _tool.Run("init");

        Assert.Contains("\n  dev: { files: all.csv, where: { set: val } }\n", _tool.Read("mlstrategy.yaml"), StringComparison.Ordinal);
        Passes();
    }

    [Fact]
    public void EmptyFolder_GivesAFileOfCommentsThatPasses()
    {
        Assert.Equal(0, _tool.Run("init").Code);

        Assert.Contains("# splits:", _tool.Read("mlstrategy.yaml"), StringComparison.Ordinal);
        Passes();
    }

    [Fact]
    public void StrangeNames_AreQuoted()
    {
        _tool.Write("Größe: \"neu\"/my train.csv", "1st,#x,label\n1,2,a\n2,3,b\n");
        _tool.Write("Größe: \"neu\"/my test.csv", "1st,#x,label\n1,2,a\n2,3,b\n");

        Assert.Equal(0, _tool.Run("init", "--label", "#x").Code);
        Passes();
    }

    [Fact]
    public void Answers_AreWritten()
    {
        Assert.Equal(0, _tool.Run("init", "--task", "regression", "--label", "price", "--metric", "MeanAbsoluteError", "--target", "real world").Code);

        var text = _tool.Read("mlstrategy.yaml");
        Assert.Contains("\ntask: regression\ntarget: \"real world\"\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  optimize: MeanAbsoluteError ", text, StringComparison.Ordinal);
        Passes();
    }

    [Fact]
    public void ExistingFile_IsKept_UnlessForced()
    {
        _tool.Write("mlstrategy.yaml", "version: 1\n");

        var (code, _, error) = _tool.Run("init");

        Assert.Equal(2, code);
        Assert.Contains("is already there; --force overwrites it", error, StringComparison.Ordinal);
        Assert.Equal("version: 1\n", _tool.Read("mlstrategy.yaml"));
        Assert.Equal(0, _tool.Run("init", "--force").Code);
        Assert.NotEqual("version: 1\n", _tool.Read("mlstrategy.yaml"));
    }

    [Theory]
    [InlineData("did you mean 'regression'?", "--task", "regresion")]
    [InlineData("no metric is called 'f11'; did you mean 'f1'?", "--metric", "f11")]
    [InlineData("no column is called 'lable'; did you mean 'label'?", "--label", "lable")]
    [InlineData("there is no folder 'nowhere'", "nowhere")]
    public void WrongAnswer_ExitsWithTwoAndWritesNothing(string expected, params string[] arguments)
    {
        _tool.Write("train.csv", Table);

        var (code, _, error) = _tool.Run(["init", .. arguments]);

        Assert.Equal(2, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_tool.Folder, "mlstrategy.yaml")));
    }

    /// <summary>Ages of one distribution, other ones in each part, and a label that mostly follows from them.</summary>
    private static string Rows(int part) => "age,label\n" + string.Concat(Enumerable.Range(0, 200).Select(i =>
        FormattableString.Invariant($"{(i * 37 % 83) + (part / 5.0) + (i / 1000.0)},{(i * 37 % 83 < 40 == (i % 6 > 0) ? 0 : 1)}\n")));

    private void Passes()
    {
        var (code, output, error) = _tool.Run("check");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("0 errors, 0 warnings", output, StringComparison.Ordinal);
    }
}
