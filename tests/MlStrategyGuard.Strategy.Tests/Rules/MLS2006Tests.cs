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
}
