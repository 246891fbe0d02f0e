using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Diagnosis;

public sealed class SelectionTests
{
    [Theory]
    [InlineData("accuracy", "0.9", "0.9", false)]
    [InlineData("accuracy", "0.91", "0.9", true)]
    [InlineData("accuracy", "{ value: 0.91, rows: 100 }", "0.9", false)]
    [InlineData("accuracy", "0.91", "{ value: 0.9, rows: 100 }", false)]
    [InlineData("accuracy", "{ value: 0.91, rows: 100 }", "{ value: 0.9, rows: 100 }", false)]
    [InlineData("accuracy", "{ value: 0.95, rows: 5000 }", "{ value: 0.9, rows: 5000 }", true)]
    [InlineData("accuracy", "{ value: 0.9, rows: 5000 }", "{ value: 0.95, rows: 5000 }", true)]
    [InlineData("error_rate", "{ value: 5%, rows: 5000 }", "{ value: 10%, rows: 5000 }", true)]
    [InlineData("accuracy", "{ value: 1, rows: 20 }", "{ value: 0.95, rows: 20 }", false)]
    [InlineData("accuracy", "{ value: 0, rows: 20 }", "{ value: 0.05, rows: 20 }", false)]
    [InlineData("rmse", "{ value: 0.5, rows: 100 }", "{ value: 0.51, rows: 100 }", true)]
    [InlineData("log_loss", "{ value: 0.5, rows: 100 }", "{ value: 0.51, rows: 100 }", true)]
    [InlineData("r2", "{ value: 0.5, rows: 100 }", "{ value: 0.51, rows: 100 }", true)]
    [InlineData("rmse", "{ value: 0.5, rows: 100 }", "{ value: 0.5, rows: 100 }", false)]
    public void Lead_IsBeyondNoiseWhereFiguresAreExactOrTheIntervalLeavesZero(string metric, string a, string b, bool expected)
    {
        var selection = Of($"optimize: {metric}", metric, a, b);

        Assert.Equal(expected, selection.IsBeyondNoise(selection.Candidates[0], selection.Candidates[1]));
        Assert.Equal(expected, selection.IsBeyondNoise(selection.Candidates[1], selection.Candidates[0]));
    }

    [Theory]
    [InlineData("accuracy", "0.92", "0.915", true)]
    [InlineData("accuracy", "0.915", "0.92", true)]
    [InlineData("accuracy", "0.92", "0.916", false)]
    [InlineData("accuracy", "0.92", "0.9149", true)]
    public void LeadAsLargeAsTheSmallestThatMatters_Matters(string metric, string a, string b, bool expected)
    {
        var selection = Of($"optimize: {metric}, min_difference: 0.5%", metric, a, b);

        Assert.Equal(expected, selection.Matters(selection.Candidates[0], selection.Candidates[1]));
    }

    [Theory]
    [InlineData("{ metric: profit, direction: higher }", "profit", "a")]
    [InlineData("{ metric: cost, direction: lower }", "cost", "b")]
    [InlineData("rmse", "rmse", "b")]
    public void Winner_IsTheBestByTheMetricsDirection(string optimize, string metric, string winner) =>
        Assert.Equal(winner, Of($"optimize: {optimize}", metric, "2.5", "1.5").Winner?.Name);

    [Fact]
    public void Tie_IsBetterNeitherWay()
    {
        foreach (var metric in new[] { "rmse", "accuracy" })
        {
            var selection = Of($"optimize: {metric}", metric, "0.5", "0.5");
            Assert.False(selection.IsBetter(selection.Candidates[0], selection.Candidates[1]));
            Assert.Equal("a", selection.Winner?.Name);
        }
    }

    [Theory]
    [InlineData("{ metric: recall, at_least: 0.9 }", "recall: 0.9", true)]
    [InlineData("{ metric: recall, at_least: 0.9 }", "recall: 0.89", false)]
    [InlineData("{ metric: recall, at_least: 0.9 }", "recall: { value: 0.91, rows: 100 }", null)]
    [InlineData("{ metric: recall, at_least: 0.9 }", "recall: { value: 0.96, rows: 500 }", true)]
    [InlineData("{ metric: recall, at_least: 0.9 }", "recall: { value: 1, rows: 100 }", true)]
    [InlineData("{ metric: recall, at_least: 0.99 }", "recall: { value: 1, rows: 100 }", null)]
    [InlineData("{ metric: recall, at_most: 0.01 }", "recall: { value: 0, rows: 100 }", null)]
    [InlineData("{ metric: recall, at_least: 0.1 }", "recall: { value: 0, rows: 100 }", false)]
    [InlineData("{ metric: fpr, at_most: 0.012 }", "fpr: { value: 0.01, rows: 100 }", null)]
    [InlineData("{ metric: fpr, at_most: 0.1 }", "fpr: { value: 0.01, rows: 1000 }", true)]
    [InlineData("{ metric: latency_ms, at_most: 0.5 }", "latency_ms: { value: 0.49, rows: 10 }", true)]
    [InlineData("{ metric: latency_ms, at_most: 0.5 }", "latency_ms: { value: 0.51, rows: 10 }", false)]
    [InlineData("{ metric: recall, at_least: 0.9, on: test }", "recall: [{ value: 0.8, on: test }, 0.95]", false)]
    [InlineData("{ metric: recall, at_least: 0.9, on: test }", "recall: 0.95", null)]
    [InlineData("{ metric: recall, at_least: 0.9 }", "recall: { value: 0.95, rows: 1 }", null)]
    public void Threshold_IsPassedFailedOrUnknown(string satisfy, string measured, bool? passes)
    {
        var text = $"version: 1\nmetrics: {{ optimize: f1, satisfy: {satisfy} }}\ncandidates: [{{ name: a, measured: {{ {measured} }} }}]\n";

        Assert.Equal(passes, Selection.Of(StrategyReader.Read(text).Strategy)!.Candidates[0].Satisficing[0].Passes);
    }

    private static Selection Of(string metrics, string metric, string a, string b) =>
        Selection.Of(StrategyReader.Read(
            $"version: 1\nmetrics: {{ {metrics} }}\ncandidates: [{{ name: a, measured: {{ {metric}: {a} }} }}, {{ name: b, measured: {{ {metric}: {b} }} }}]\n").Strategy)!;
}
