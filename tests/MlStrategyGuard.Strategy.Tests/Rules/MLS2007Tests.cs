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

    [Fact]
    public void ChoiceThatFailsAThreshold_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: latency_ms, at_most: 100 } }
            candidates:
              - { name: a, measured: { accuracy: { value: 0.92, rows: 500 }, latency_ms: 800 } }
              - { name: b, measured: { accuracy: { value: 0.91, rows: 500 }, latency_ms: 80 } }
            choice: a
            """);

    [Theory]
    [InlineData("a", "'a' (f1 0.9) and 'b' (0.91) can't be told apart on the 5,612 rows that both predict: the difference has the 95 % interval -0.024 to 0.004. A lead of this size takes about 23,000 rows to show. Use a bigger dev set, or choose by something else.")]
    [InlineData("b", "'b' (f1 0.91) and 'a' (0.9) can't be told apart on the 5,612 rows that both predict: the difference has the 95 % interval -0.004 to 0.024. A lead of this size takes about 23,000 rows to show. Use a bigger dev set, or choose by something else.")]
    public void LeadOnTheSameRows_IsToldFromTheChoicesSide(string choice, string message)
    {
        var finding = Compared(choice, new Lead("a", "b", -0.01, -0.02401, 0.00404, 0.16, 5_612));

        Assert.Equal(message, finding.Message);
        Assert.Equal([choice, choice == "a" ? "b" : "a"], finding.Subjects);
        Assert.Equal("MLS2007 Warning 4:9", Place(finding));
    }

    [Theory]
    [InlineData(2, "about 7 rows")]
    [InlineData(20, "about 64 rows")]
    [InlineData(40, "about 130 rows")]
    public void RowsThatWouldShowTheLead_AreRoundedUpToTwoDigits(long rows, string says) =>
        Assert.Contains(says, Compared("a", new Lead("a", "b", 0.2, -0.05, 0.45, 0.1, rows)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0.0, "They are as good as equal: choose by something else.")]
    [InlineData(3.6515e-5, "They are as good as equal: choose by something else.")]
    [InlineData(6e-5, "A lead of this size takes about 560,000,000 rows to show.")]
    public void LeadThatNoDevSetWouldShow_IsNoLead(double difference, string says) =>
        Assert.Contains(says, Compared("a", new Lead("a", "b", difference, -0.014, 0.014, 0.9, 5_000)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a", "'a' (roc_auc 0.9235) and 'b' (0.912345)")]
    [InlineData("b", "'b' (roc_auc 0.912345) and 'a' (0.9235)")]
    public void IntervalOfEitherOne_ShowsTheNoiseOfAMetricThatIsNoShareOfRows(string choice, string says)
    {
        var text = $"version: 1\nmetrics: {{ optimize: roc_auc }}\ncandidates: [{{ name: a, predictions: {{ dev: a.csv }} }}, {{ name: b, measured: {{ roc_auc: {{ value: 0.912345, rows: 500 }} }} }}]\nchoice: {choice}";
        var evidence = new Evidence { Scores = [Scores("a", new("roc_auc", 500) { Value = 0.923456, Lower = 0.89, Upper = 0.95 })] };

        Assert.Contains(says, Assert.Single(Of(text, evidence).Findings, finding => finding.Id == "MLS2007").Message, StringComparison.Ordinal);
    }

    /// <summary>What is said of candidates whose predictions were compared on the same rows.</summary>
    private static Finding Compared(string choice, Lead lead)
    {
        var text = $"version: 1\nmetrics: {{ optimize: f1 }}\ncandidates: [{{ name: a, predictions: {{ dev: a.csv }} }}, {{ name: b, predictions: {{ dev: b.csv }} }}]\nchoice: {choice}";
        var evidence = new Evidence
        {
            Scores =
            [
                Scores("a", new("f1", lead.Rows) { Value = 0.9, Lower = 0.88, Upper = 0.92 }),
                Scores("b", new("f1", lead.Rows) { Value = 0.91, Lower = 0.89, Upper = 0.93 }),
            ],
            Leads = [lead],
        };
        return Assert.Single(Of(text, evidence).Findings, finding => finding.Id == "MLS2007");
    }

    private static CandidateScores Scores(string name, ComputedFigure figure) =>
        new(name, "dev", new(name + ".csv", SourceSpan.At(3, 5)), figure.Rows) { Figures = [figure] };
}
