namespace MlStrategyGuard.Tool.Tests;

/// <summary><c>mlguard baseline</c> and <c>mlguard check --baseline</c>.</summary>
public sealed class BaselineCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void WorseChoiceThanTheBaseline_Fails()
    {
        Write("{ value: 0.90, rows: 2000 }");
        Assert.Equal(0, _tool.Run("baseline").Code);
        Write("{ value: 0.80, rows: 2000 }");

        var (code, output, _) = _tool.Run("check", "--baseline", "mlbaseline.json");

        Assert.Equal(1, code);
        Assert.Contains("error MLS2015: the choice 'a' is worse than the baseline 'a'", output, StringComparison.Ordinal);
        Assert.Contains("\ndev accuracy 0.800 (0.782–0.817)\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void SameChoice_Passes()
    {
        Write("{ value: 0.90, rows: 2000 }");
        _tool.Run("baseline", "-o", "kept.json");

        Assert.Equal(0, _tool.Run("check", "--baseline", "kept.json").Code);
        Assert.Contains("\"metric\": \"accuracy\"", _tool.Read("kept.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void ChangedBaseline_IsNoticedByTheCache()
    {
        Write("0.9");
        _tool.Run("baseline");
        Assert.Equal(0, _tool.Run("check", "--baseline", "mlbaseline.json", "--cache", "kept").Code);
        _tool.Write("mlbaseline.json", _tool.Read("mlbaseline.json").Replace("0.9", "0.99", StringComparison.Ordinal));

        Assert.Equal(1, _tool.Run("check", "--baseline", "mlbaseline.json", "--cache", "kept").Code);
    }

    [Fact]
    public void StrategyWithoutAChoice_HasNoBaseline()
    {
        _tool.Write("mlstrategy.yaml", "version: 1\nmetrics: { optimize: f1 }\n");

        var (code, _, error) = _tool.Run("baseline");

        Assert.Equal(2, code);
        Assert.Contains("there is no baseline to write", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "can't be read")]
    [InlineData("{ \"version\": 1 }", "is no baseline")]
    [InlineData("nonsense", "is no baseline")]
    public void BaselineThatIsNone_CouldNotRun(string? text, string why)
    {
        Write("0.9");
        if (text is not null)
            _tool.Write("b.json", text);

        var (code, _, error) = _tool.Run("check", "--baseline", "b.json");

        Assert.Equal(2, code);
        Assert.Contains(why, error, StringComparison.Ordinal);
    }

    private void Write(string accuracy) => _tool.Write("mlstrategy.yaml",
        $"version: 1\nmetrics: {{ optimize: accuracy }}\ncandidates: [{{ name: a, measured: {{ accuracy: {accuracy} }} }}]\nchoice: a\n");
}
