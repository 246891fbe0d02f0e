namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS2002Tests : RuleTest
{
    [Fact]
    public void TwoMetrics_AreReportedAtTheList() =>
        Assert.Equal(
            "2 metrics compete: f1, roc_auc. Exactly one can be optimized: keep the one that ranks your candidates and move "
            + "the others to 'satisfy:' with a threshold, or to 'watch:'.",
            Single("MLS2002 Error 3:13", "version: 1\nmetrics:\n  optimize: [f1, roc_auc]\n").Message);

    [Theory]
    [InlineData("[precision, recall]")]
    [InlineData("[Recall, PositivePrecision]")]
    [InlineData("[{ metric: precision }, sensitivity]")]
    public void PrecisionAndRecall_AreToBeCombined(string optimize) =>
        Assert.Contains(
            "combine precision and recall into one (f1) and move the others",
            Single("MLS2002 Error 2:22", $"version: 1\nmetrics: {{ optimize: {optimize} }}").Message, StringComparison.Ordinal);

    [Fact]
    public void ManyMetrics_AreCutShort() =>
        Assert.StartsWith(
            "7 metrics compete: f1, f2, mcc, kappa, brier, …. Exactly one",
            Single("MLS2002 Error 2:22", "version: 1\nmetrics: { optimize: [f1, f2, mcc, kappa, brier, ece, roc_auc] }").Message,
            StringComparison.Ordinal);

    [Fact]
    public void BlockList_IsReportedAtItsFirstDash() =>
        Single("MLS2002 Error 4:3", "version: 1\nmetrics:\n  optimize:\n  - f1\n  - roc_auc\n");

    [Theory]
    [InlineData("optimize: f1")]
    [InlineData("optimize: [f1]")]
    [InlineData("optimize: [{ metric: f1, over: country, aggregate: worst }]")]
    [InlineData("optimize: f1, watch: [precision, recall]")]
    [InlineData("optimize: f1, satisfy: [{ metric: recall, at_least: 0.5 }, { metric: precision, at_least: 0.5 }]")]
    public void OneMetric_IsSilent(string metrics) => Silent($"version: 1\nmetrics: {{ {metrics} }}");

    [Theory]
    [InlineData("optimize: []")]
    [InlineData("optimize:")]
    [InlineData("optimize: [f1, ~]")]
    public void NoSecondMetric_IsNotThisRules(string metrics) =>
        Assert.Empty(Places("MLS2002", $"version: 1\nmetrics: {{ {metrics} }}"));

    [Fact]
    public void WaivedOrOff_IsSilent()
    {
        Silent("version: 1\nmetrics: { optimize: [f1, mcc] }\naccept: [{ rule: MLS2002, because: still arguing }]");
        Silent("version: 1\nmetrics: { optimize: [f1, mcc] }\nrules: { MLS2002: off }");
    }
}
