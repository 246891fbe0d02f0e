namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS2015Tests : RuleTest
{
    [Fact]
    public void ChoiceBelowTheBaselineBeyondNoise_IsAnError()
    {
        var finding = Assert.Single(Of(Text("{ value: 0.80, rows: 2000 }"), Against("accuracy", 0.9, 0.88, 0.92)).Findings);

        Assert.Equal("MLS2015 Error 5:9", Place(finding));
        Assert.Contains("accuracy 0.8 (0.7819–0.8169) against 0.9 (0.88–0.92)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExactFigures_AreComparedAsTheyStand() =>
        Assert.Equal(["MLS2015 Error 5:9"], Places("MLS2015", Text("0.899"), Against("accuracy", 0.9, null, null)));

    [Fact]
    public void LowerIsBetter_TurnsTheComparison()
    {
        var text = Text("0.2").Replace("accuracy", "error_rate", StringComparison.Ordinal);

        Assert.Equal(["MLS2015 Error 5:9"], Places("MLS2015", text, Against("error_rate", 0.1, 0.09, 0.11)));
        Assert.Empty(Places("MLS2015", text, Against("error_rate", 0.3, 0.29, 0.31)));
    }

    [Fact]
    public void OtherMetric_IsAWarning() =>
        Assert.Equal(["MLS2015 Warning 2:22"], Places("MLS2015", Text("0.899"), Against("f1", 0.9, null, null)));

    [Fact]
    public void LossInsideTheNoise_IsQuiet() =>
        Assert.Empty(Places("MLS2015", Text("{ value: 0.89, rows: 2000 }"), Against("accuracy", 0.9, 0.88, 0.92)));

    [Fact]
    public void BetterOrEqualChoice_IsQuiet()
    {
        Assert.Empty(Places("MLS2015", Text("0.95"), Against("accuracy", 0.9, null, null)));
        Assert.Empty(Places("MLS2015", Text("0.9"), Against("accuracy", 0.9, null, null)));
    }

    [Fact]
    public void LossThatDoesntMatter_IsQuiet() =>
        Assert.Empty(Places("MLS2015", Text("0.899").Replace("optimize: accuracy", "optimize: accuracy, min_difference: 1%", StringComparison.Ordinal), Against("accuracy", 0.9, null, null)));

    [Fact]
    public void NoBaseline_IsQuiet() => Assert.Empty(Places("MLS2015", Text("0.1")));

    private static string Text(string figure) =>
        $"version: 1\nmetrics: {{ optimize: accuracy }}\ncandidates:\n  - {{ name: a, measured: {{ accuracy: {figure} }} }}\nchoice: a".Replace("metrics: {{", "metrics: {", StringComparison.Ordinal);

    private static Evidence Against(string metric, double value, double? lower, double? upper) =>
        new() { Baseline = new Baseline("old", metric, value, lower, upper) };
}
