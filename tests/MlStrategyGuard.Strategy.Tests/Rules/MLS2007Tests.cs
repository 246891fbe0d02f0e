namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS2007Tests : MarkedTest
{
    protected override string Rule => "MLS2007 Warning";

    [Fact]
    public void LeadOfTheChoiceInsideTheNoise_IsReported() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: { value: 0.92, rows: 500 } } }
              - { name: b, measured: { accuracy: { value: 0.91, rows: 500 } } }
            choice: ‸a
            """, "500 rows", "'a' (accuracy 0.92)", "'b' (0.91)");

    [Fact]
    public void LeadOfTheOther_IsReportedToo() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: { value: 0.92, rows: 500 } } }
              - { name: b, measured: { accuracy: { value: 0.91, rows: 500 } } }
            choice: ‸b
            """, "can't be told apart");

    [Fact]
    public void ClearLead_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: { value: 0.92, rows: 5000 } } }
              - { name: b, measured: { accuracy: { value: 0.85, rows: 5000 } } }
            choice: a
            """);

    [Fact]
    public void ExactFigures_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: 92% } }
              - { name: b, measured: { accuracy: 91.9% } }
            choice: a
            """);

    [Fact]
    public void OtherFailsAThreshold_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: latency_ms, at_most: 100 } }
            candidates:
              - { name: a, measured: { accuracy: { value: 0.92, rows: 500 }, latency_ms: 80 } }
              - { name: b, measured: { accuracy: { value: 0.91, rows: 500 }, latency_ms: 800 } }
            choice: a
            """);

    [Fact]
    public void AreaUnderTheCurve_HasAnotherNoise() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: roc_auc }
            candidates:
              - { name: a, measured: { roc_auc: { value: 0.92, rows: 500 } } }
              - { name: b, measured: { roc_auc: { value: 0.91, rows: 500 } } }
            choice: a
            """);

    [Fact]
    public void PredictionsOfBoth_AreComparedRowByRow() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, predictions: { dev: a.csv }, measured: { accuracy: { value: 0.92, rows: 500 } } }
              - { name: b, predictions: { dev: b.csv }, measured: { accuracy: { value: 0.91, rows: 500 } } }
            choice: a
            """);
}
