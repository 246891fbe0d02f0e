namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS2008Tests : RuleTest
{
    private const string Text =
        """
        version: 1
        metrics: { optimize: f1, satisfy: { metric: recall, at_least: 0.5, on: test }, watch: [roc_auc] }
        candidates: [{ name: a, predictions: { dev: a.csv, test: b.csv } }]
        """;

    [Fact]
    public void UndefinedOptimizingMetricOnDev_IsAnError()
    {
        var finding = Assert.Single(Of(Text, Undefined("dev", "f1")).Findings, finding => finding.Id == "MLS2008");

        Assert.Equal("MLS2008 Error 3:45", Place(finding));
        Assert.Contains("f1 of 'a' on dev is undefined: every row has the same label", finding.Message, StringComparison.Ordinal);
        Assert.True(finding.IsAbout("a") && finding.IsAbout("dev"));
    }

    [Fact]
    public void UndefinedSatisficingMetricOnItsSplit_IsAnError() =>
        Assert.Equal(["MLS2008 Error 3:45"], Places("MLS2008", Text, Undefined("test", "recall")));

    [Fact]
    public void UndefinedWatchedMetric_IsAWarning() =>
        Assert.Equal(["MLS2008 Warning 3:45"], Places("MLS2008", Text, Undefined("dev", "roc_auc")));

    [Theory]
    [InlineData("test", "f1")]
    [InlineData("dev", "recall")]
    [InlineData("dev", "log_loss")]
    public void UndefinedMetricThatDecidesNothing_IsQuiet(string split, string metric) =>
        Assert.Empty(Places("MLS2008", Text, Undefined(split, metric)));

    [Fact]
    public void DefinedMetric_IsQuiet() =>
        Assert.Empty(Places("MLS2008", Text, new Evidence
        {
            Scores = [new("a", "dev", new("a.csv", SourceSpan.At(3, 45)), 100) { Figures = [new("f1", 100) { Value = 0 }] }],
        }));

    [Fact]
    public void UndefinedMetric_IsNamedWithItsCandidate() =>
        Assert.Equal(
            [new("metric", "f1"), new("candidate", "a")],
            Assert.Single(Of(Text, Undefined("dev", "f1")).Findings, finding => finding.Id == "MLS2008").Data);

    [Theory]
    [InlineData("f1", " Nobody can choose by it: correct the file, or take a metric that is defined there.")]
    [InlineData("roc_auc", "")]
    public void OnlyAMetricThatDecides_AsksForAnother(string metric, string advice) =>
        Assert.Equal(
            $"{metric} of 'a' on dev is undefined: every row has the same label.{advice}",
            Assert.Single(Of(Text, Undefined("dev", metric)).Findings, finding => finding.Id == "MLS2008").Message);

    [Theory]
    [InlineData("f1", "Error")]
    [InlineData("precision", "Error")]
    [InlineData("recall", "Error")]
    [InlineData("roc_auc", "Warning")]
    [InlineData("log_loss", "Warning")]
    public void EachOfSeveralMetrics_CountsOnDevUnlessItNamesAnotherSplit(string metric, string severity)
    {
        var text = Text.Replace(
            "optimize: f1, satisfy: { metric: recall, at_least: 0.5, on: test }, watch: [roc_auc]",
            "optimize: [f1, accuracy], satisfy: [{ metric: recall, at_least: 0.5 }, { metric: precision, at_least: 0.5 }], watch: [roc_auc, log_loss]",
            StringComparison.Ordinal);

        Assert.Equal([$"MLS2008 {severity} 3:45"], Places("MLS2008", text, Undefined("dev", metric)));
    }

    private static Evidence Undefined(string split, string metric) => new()
    {
        Scores =
        [
            new("a", split, new("a.csv", SourceSpan.At(3, 45)), 100)
            {
                Figures = [new(metric, 100) { Undefined = "every row has the same label" }],
            },
        ],
    };
}
