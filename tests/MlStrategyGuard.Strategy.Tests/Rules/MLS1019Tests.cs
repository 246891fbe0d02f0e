namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1019Tests : MarkedTest
{
    protected override string Rule => "MLS1019 Warning";

    [Fact]
    public void TwoCandidatesScoredOnTest_FitTheChoiceToIt() =>
        Fires(
            """
            version: 1
            metrics: { optimize: f1 }
            candidates:
              - { name: a, measured: { f1: { value: 0.9, on: test } } }
              - { name: ‸b, measured: { f1: { value: 0.8, on: test } } }
            """, "2 candidates");

    [Fact]
    public void PredictionsOnTestToo_Count() =>
        Fires(
            """
            version: 1
            candidates:
              - { name: a, predictions: { test: a.csv } }
              - { name: ‸b, predictions: { test: b.csv } }
              - { name: c, predictions: { dev: c.csv } }
            """, "2 candidates");

    [Fact]
    public void ChosenOneScoredOnTest_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: f1 }
            candidates:
              - { name: a, measured: { f1: [0.9, { value: 0.89, on: test }] } }
              - { name: b, measured: { f1: 0.8 } }
            """);

    [Fact]
    public void LatencyOnTest_IsNoLook() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: f1, satisfy: { metric: latency_ms, at_most: 100, on: test } }
            candidates:
              - { name: a, measured: { f1: 0.9, latency_ms: { value: 80, on: test } } }
              - { name: b, measured: { f1: 0.8, latency_ms: { value: 70, on: test } } }
            """);

    [Fact]
    public void AllOnDev_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            candidates:
              - { name: a, predictions: { dev: a.csv } }
              - { name: b, predictions: { dev: b.csv } }
            """);
}
