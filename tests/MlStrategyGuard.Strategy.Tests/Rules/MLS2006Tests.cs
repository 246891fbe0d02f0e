namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS2006Tests : MarkedTest
{
    protected override string Rule => "MLS2006 Error";

    [Fact]
    public void ChoiceTooSlow_NamesTheBestThatPasses() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: latency_ms, at_most: 100 } }
            candidates:
              - { name: a, measured: { accuracy: 91%, latency_ms: 80 } }
              - { name: b, measured: { accuracy: 95%, latency_ms: 1500 } }
            choice: ‸b
            """, "'b' has latency_ms 1500 (at most 100)", "'a'");

    [Fact]
    public void NoCandidatePasses_NamesThemAll() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: latency_ms, at_most: 100 } }
            candidates:
              - { name: a, measured: { accuracy: 91%, latency_ms: 180 } }
              - { name: b, measured: { accuracy: 95%, latency_ms: 1500 } }
            choice: ‸b
            """, "no candidate passes", "'a' has", "'b' has");

    [Fact]
    public void NoneAndNoChoice_IsReportedAtTheFirst() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: latency_ms, at_most: 100 } }
            candidates:
              - { name: ‸a, measured: { accuracy: 0.9, latency_ms: 101 } }
            """, "latency_ms 101");

    [Fact]
    public void RecallSurelyTooLow_IsReported() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: recall, at_least: 0.9 } }
            candidates:
              - { name: a, measured: { accuracy: 95%, recall: { value: 0.8, rows: 2000 } } }
              - { name: b, measured: { accuracy: 95%, recall: 95% } }
            choice: ‸a
            """, "recall 0.8 (at least 0.9)");

    [Fact]
    public void ChoiceAtTheThreshold_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: latency_ms, at_most: 100 } }
            candidates:
              - { name: a, measured: { accuracy: 91%, latency_ms: 100 } }
              - { name: b, measured: { accuracy: 95%, latency_ms: 1500 } }
            choice: a
            """);

    [Fact]
    public void AnotherOneFails_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: latency_ms, at_most: 100 } }
            candidates:
              - { name: a, measured: { accuracy: 91%, latency_ms: 80 } }
              - { name: b, measured: { accuracy: 90%, latency_ms: 1500 } }
            choice: a
            """);

    [Fact]
    public void NoValue_IsNoFailure() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: latency_ms, at_most: 100 } }
            candidates:
              - { name: a, measured: { accuracy: 91% } }
              - { name: b, measured: { accuracy: 90% } }
            choice: a
            """);

    [Fact]
    public void RecallJustBelowOnFewRows_MayPass() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: recall, at_least: 0.9 } }
            candidates:
              - { name: a, measured: { accuracy: 95%, recall: { value: 0.89, rows: 200 } } }
              - { name: b, measured: { accuracy: 94%, recall: 95% } }
            choice: a
            """);

    [Theory]
    [InlineData(5, "'m5' has latency_ms 105 (at most 100). Make one pass")]
    [InlineData(6, "'m5' has latency_ms 105 (at most 100); …. Make one pass")]
    public void MoreThanFive_AreCutShort(int candidates, string says) =>
        Fires(
            $$"""
            version: 1
            metrics: { optimize: f1, satisfy: { metric: latency_ms, at_most: 100 } }
            candidates: [{ name: ‸m1, measured: { latency_ms: 101 } }{{string.Concat(Enumerable.Range(2, candidates - 1).Select(i => $", {{ name: m{i}, measured: {{ latency_ms: {100 + i} }} }}"))}}]
            """, says);

    [Fact]
    public void OfSeveralFailures_TheFirstIsNamedWithTheSideThatItMissed() =>
        Fires(
            """
            version: 1
            metrics: { optimize: f1, satisfy: [{ metric: recall, at_least: 0.5, at_most: 0.9 }, { metric: latency_ms, at_most: 100 }] }
            candidates:
              - { name: a, measured: { f1: 0.7, recall: 0.4, latency_ms: 180 } }
              - { name: b, measured: { f1: 0.7, recall: 0.8, latency_ms: 80 } }
            choice: ‸a
            """, "'a' has recall 0.4 (at least 0.5).");
}
