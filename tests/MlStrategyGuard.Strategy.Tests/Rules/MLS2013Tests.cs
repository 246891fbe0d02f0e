namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS2013Tests : MarkedTest
{
    protected override string Rule => "MLS2013 Error";

    [Fact]
    public void DevAgainstTest_CantBeCompared() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: 92% } }
              - { name: b, measured: { accuracy: { value: ‸91%, on: test } } }
            choice: a
            """, "'b' is scored on test and 'a' on dev");

    [Fact]
    public void OtherNumberOfRows_CantBeCompared() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: { value: 0.92, rows: 5000 } } }
              - { name: b, measured: { accuracy: { value: ‸0.91, rows: 4000 } } }
            choice: a
            """, "4,000 rows of dev", "5,000");

    [Fact]
    public void ThirdThatSharesNoSetWithTheSecond_IsReported() =>
        Fires(
            """
            version: 1
            metrics: { optimize: f1 }
            candidates:
              - { name: a, measured: { f1: [0.9, { value: 0.89, on: test }] } }
              - { name: b, measured: { f1: 0.8 } }
              - { name: c, measured: { f1: { value: ‸0.7, on: test } } }
            """, "'c' is scored on test and 'b' on dev");

    [Fact]
    public void AllOnDev_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: { value: 0.92, rows: 5000 } } }
              - { name: b, measured: { accuracy: { value: 0.91, rows: 5000 } } }
            choice: a
            """);

    [Fact]
    public void ChoiceOnTestToo_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: [92%, { value: 91.5%, on: test }] } }
              - { name: b, measured: { accuracy: 91% } }
            choice: a
            """);

    [Fact]
    public void RowsOfOneUnknown_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: { value: 0.92, rows: 5000 } } }
              - { name: b, measured: { accuracy: 91% } }
            choice: a
            """);

    [Fact]
    public void OtherMetricElsewhere_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: 92% } }
              - { name: b, measured: { accuracy: 91%, recall: { value: 0.5, on: test } } }
            choice: a
            """);
}
