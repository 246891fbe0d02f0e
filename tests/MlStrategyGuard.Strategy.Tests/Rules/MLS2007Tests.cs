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

    [Theory]
    [InlineData("{ value: 0.9, rows: 300 }", "0.91")]
    [InlineData("0.9", "{ value: 0.91, rows: 300 }")]
    public void RowsOfOneOfThem_AreEnoughToDoubt(string a, string b) =>
        Assert.Contains("figures of 300 rows", Assert.Single(
            Of($"version: 1\nmetrics: {{ optimize: accuracy }}\ncandidates: [{{ name: a, measured: {{ accuracy: {a} }} }}, {{ name: b, measured: {{ accuracy: {b} }} }}]\nchoice: a").Findings,
            finding => finding.Id == "MLS2007").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("dev: a.csv", "", 1)]
    [InlineData("", "dev: b.csv", 1)]
    [InlineData("dev: a.csv", "dev: b.csv", 0)]
    [InlineData("train: a.csv", "dev: b.csv", 1)]
    public void PredictionsOfBoth_CompareThemBetter(string a, string b, int found) =>
        Assert.Equal(found, Places("MLS2007",
            $"version: 1\nmetrics: {{ optimize: accuracy }}\ncandidates: [{{ name: a, predictions: {{ {a} }}, measured: {{ accuracy: {{ value: 0.9, rows: 300 }} }} }}, {{ name: b, predictions: {{ {b} }}, measured: {{ accuracy: {{ value: 0.91, rows: 300 }} }} }}]\nchoice: a").Count);

    [Fact]
    public void BestOfTheOthers_IsTheOneCompared() =>
        Assert.Contains("and 'c'", Assert.Single(
            Of("version: 1\nmetrics: { optimize: accuracy }\ncandidates: [{ name: a, measured: { accuracy: { value: 0.9, rows: 300 } } }, { name: b, measured: { accuracy: 0.5 } }, { name: c, measured: { accuracy: 0.91 } }, { name: d, measured: { accuracy: 0.7 } }]\nchoice: a").Findings,
            finding => finding.Id == "MLS2007").Message, StringComparison.Ordinal);
}
