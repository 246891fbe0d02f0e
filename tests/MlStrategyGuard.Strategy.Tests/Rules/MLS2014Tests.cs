namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS2014Tests : MarkedTest
{
    protected override string Rule => "MLS2014 Warning";

    [Fact]
    public void ChoiceWithoutAValue_CantBeTold() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: latency_ms, at_most: 100 } }
            candidates:
              - { name: ‸a, measured: { accuracy: 0.92 } }
            choice: a
            """, "'a' has no latency_ms", "'measured:'");

    [Fact]
    public void ThresholdInsideTheInterval_CantBeTold() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: recall, at_least: 0.9 } }
            candidates:
              - { name: a, measured: { accuracy: 0.92, recall: { value: ‸0.91, rows: 200 } } }
            choice: a
            """, "recall 0.91 on 200 rows", "at least 0.9", "(95 % interval 0.862–0.942)");

    [Fact]
    public void BetterOneWithoutAValue_CantBeTold() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: latency_ms, at_most: 100 } }
            candidates:
              - { name: a, measured: { accuracy: 0.92, latency_ms: 80 } }
              - { name: ‸b, measured: { accuracy: 0.95 } }
            choice: a
            """, "'b' has no latency_ms");

    [Fact]
    public void AllValuesThere_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: latency_ms, at_most: 100 } }
            candidates:
              - { name: a, measured: { accuracy: 91%, latency_ms: 80 } }
              - { name: b, measured: { accuracy: 95%, latency_ms: 1500 } }
            choice: a
            """);

    [Fact]
    public void WorseOneWithoutAValue_DoesNotMatter() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: latency_ms, at_most: 100 } }
            candidates:
              - { name: a, measured: { accuracy: 95%, latency_ms: 80 } }
              - { name: b, measured: { accuracy: 91% } }
            choice: a
            """);

    [Fact]
    public void OneThatFailsAnyway_DoesNotMatter() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: [{ metric: latency_ms, at_most: 100 }, { metric: size_mb, at_most: 50 }] }
            candidates:
              - { name: a, measured: { accuracy: 91%, latency_ms: 80, size_mb: 40 } }
              - { name: b, measured: { accuracy: 95%, latency_ms: 800 } }
            choice: a
            """);

    [Fact]
    public void PredictionsAtHand_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: latency_ms, at_most: 100 } }
            candidates: [{ name: a, predictions: { dev: a.csv } }]
            choice: a
            """);

    [Fact]
    public void EnoughRows_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: recall, at_least: 0.9 } }
            candidates: [{ name: a, measured: { accuracy: 0.92, recall: { value: 0.93, rows: 5000 } } }]
            choice: a
            """);

    [Fact]
    public void NobodyHasTheOptimizingMetric_CantBeRanked() =>
        Fires(
            """
            version: 1
            metrics: { optimize: f1, watch: [precision] }
            candidates:
              - { name: ‸a, measured: { precision: 0.9 } }
              - { name: b, measured: { precision: 0.8 } }
            """, "no candidate has f1 on dev", "'measured:'");

    [Fact]
    public void OnlyTheChoiceLacksTheOptimizingMetric_CantBeCompared() =>
        Fires(
            """
            version: 1
            metrics: { optimize: f1 }
            candidates:
              - { name: a, measured: { precision: 0.9 } }
              - { name: b, measured: { f1: 0.8 } }
            choice: ‸a
            """, "the choice 'a' has no f1 on dev");

    [Fact]
    public void F1ThatFollowsFromPrecisionAndRecall_IsAFigure() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: f1 }
            candidates:
              - { name: a, measured: { precision: 0.9, recall: 0.9 } }
              - { name: b, measured: { precision: 0.8, recall: 0.9 } }
            choice: a
            """);

    [Theory]
    [InlineData("[{ name: a, measured: { latency_ms: 80 } }]")]
    [InlineData("[{ name: a }, { name: b }]")]
    [InlineData("[{ name: a, measured: { latency_ms: 80 }, predictions: { dev: a.csv } }, { name: b, measured: { latency_ms: 90 }, predictions: { dev: b.csv } }]")]
    [InlineData("[{ name: a, measured: { f1: { value: 0.9, on: test } } }, { name: b, measured: { f1: { value: 0.8, on: test } } }]")]
    [InlineData("[{ name: a, measured: { f1: 0.9 } }, { name: b, measured: { latency_ms: 90 } }]")]
    public void NothingToCompareOrFiguresToCome_AreQuiet(string candidates) =>
        IsQuiet($"version: 1\nmetrics: {{ optimize: f1 }}\ncandidates: {candidates}\nchoice: a\n");

    [Fact]
    public void ChoiceThatFailsAThreshold_IsOutAnyway() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: f1, satisfy: { metric: latency_ms, at_most: 100 } }
            candidates:
              - { name: a, measured: { latency_ms: 180 } }
              - { name: b, measured: { f1: 0.8, latency_ms: 80 } }
            choice: a
            """);

    [Theory]
    [InlineData("[{ name: a, measured: { accuracy: 0.92 }, predictions: { dev: a.csv } }]")]
    [InlineData("[{ name: a }]")]
    public void FiguresToCome_MayHoldTheSatisficingOne(string candidates) =>
        IsQuiet($"version: 1\nmetrics: {{ optimize: accuracy, satisfy: {{ metric: latency_ms, at_most: 100 }} }}\ncandidates: {candidates}\nchoice: a");

    [Fact]
    public void FirstOfSeveralUnknownMetrics_IsNamed() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: [{ metric: latency_ms, at_most: 100 }, { metric: size_mb, at_most: 50 }] }
            candidates: [{ name: ‸a, measured: { accuracy: 91% } }]
            choice: a
            """, "'a' has no latency_ms, so nobody");

    [Fact]
    public void UnknownMetricOfAnotherSplit_NamesTheSplit() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: recall, at_least: 0.9, on: test } }
            candidates: [{ name: ‸a, measured: { accuracy: 91%, recall: 0.95 } }]
            choice: a
            """, "'a' has no recall on test, so nobody");

    [Fact]
    public void OptimizingMetricOnTestBesideOthers_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: f1 }
            candidates:
              - { name: a, measured: { latency_ms: 80, f1: { value: 0.9, on: test } } }
              - { name: b, measured: { latency_ms: 90, f1: { value: 0.8, on: test } } }
            choice: a
            """);

    [Fact]
    public void CeilingInsideTheInterval_ShowsTheFigureAsWritten() =>
        Fires(
            """
            version: 1
            metrics: { optimize: f1, satisfy: { metric: error_rate, at_most: 10% } }
            candidates: [{ name: a, measured: { f1: 0.9, error_rate: { value: ‸0.091234, rows: 200 } } }]
            choice: a
            """, "has error_rate 0.091234 on 200 rows", "(at most 0.1)");

    [Theory]
    [InlineData(null, "'a' has recall 0.9123, and nothing is known of its noise, so nobody")]
    [InlineData("12 rows are too few", "'a' has recall 0.9123, and 12 rows are too few, so nobody")]
    public void ComputedFigureWithoutAnInterval_SaysWhy(string? why, string says) =>
        Assert.Contains(says, OfRecall(new("recall", 200) { Value = 0.912345, NoInterval = why }).Message, StringComparison.Ordinal);

    [Fact]
    public void ComputedFigure_IsShownToFourDigits() =>
        Assert.Contains("has recall 0.9123 on 200 rows (95 % interval 0.861–0.942)", OfRecall(new("recall", 200) { Value = 0.912345, Lower = 0.86123, Upper = 0.94234 }).Message, StringComparison.Ordinal);

    private static Finding OfRecall(ComputedFigure recall)
    {
        const string Text = "version: 1\nmetrics: { optimize: accuracy, satisfy: { metric: recall, at_least: 0.9 } }\ncandidates: [{ name: a, predictions: { dev: a.csv } }]\nchoice: a";
        var evidence = new Evidence { Scores = [new("a", "dev", new("a.csv", SourceSpan.At(3, 5)), 200) { Figures = [new("accuracy", 200) { Value = 0.9, Lower = 0.85, Upper = 0.94 }, recall] }] };
        return Assert.Single(Of(Text, evidence).Findings, finding => finding.Id == "MLS2014");
    }
}
