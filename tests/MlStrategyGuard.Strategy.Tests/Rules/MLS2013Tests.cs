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

    [Fact]
    public void OtherMetricOnTheSameSet_IsNoComparison() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: { value: 92%, on: test } } }
              - { name: b, measured: { accuracy: ‸91%, recall: { value: 0.5, on: test } } }
            choice: a
            """, "'b' is scored on dev and 'a' on test");

    [Fact]
    public void CandidateThatSharesNoSetWithTwoOthers_IsReportedOnce() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: 92% } }
              - { name: b, measured: { accuracy: 91% } }
              - { name: c, measured: { accuracy: { value: ‸90%, on: test } } }
            choice: a
            """, "'c' is scored on test and 'a' on dev");

    /// <summary>The two files have 2,000 and 1,800 rows.</summary>
    [Theory]
    [InlineData("a", "dev", 200, 0, 0)]
    [InlineData("b", "dev", 200, 0, 0)]
    [InlineData("b", "dev", 1, 0, 0)]
    [InlineData("b", "dev", 0, 1, 0)]
    [InlineData("b", "dev", 0, 0, 1)]
    [InlineData("b", "test", 200, 200, 1)]
    public void RowsMissingFromAPredictionFile_AreSaidByAnotherRule(string candidate, string split, long missing, long ambiguous, int found)
    {
        const string Text = "version: 1\nmetrics: { optimize: accuracy }\ncandidates: [{ name: a, predictions: { dev: a.csv } }, { name: b, predictions: { dev: b.csv } }]\nchoice: a";
        CandidateScores Scores(string name, string on, long rows) => new(name, on, new(name + ".csv", SourceSpan.At(3, 5)), rows)
        {
            Figures = [new("accuracy", rows) { Value = 0.9, Lower = 0.8, Upper = 0.95 }],
            Match = (name, on) == (candidate, split) ? new(2_000, missing, 0, 0, 0, ambiguous) : new(2_000, 0, 0, 0, 0, 0),
        };

        var places = Places("MLS2013", Text, new Evidence { Scores = [Scores("a", "dev", 2_000), Scores("b", "dev", 1_800), Scores("b", "test", 900)] });

        Assert.Equal(found, places.Count);
    }

    [Fact]
    public void DeclaredFigures_AreComparedWhateverFilesOfOtherMetricsLack()
    {
        const string Text = "version: 1\nmetrics: { optimize: accuracy }\ncandidates: [{ name: a, measured: { accuracy: { value: 0.9, rows: 2000 } } }, { name: b, measured: { accuracy: { value: 0.91, rows: 1800 } } }]\nchoice: a";
        var evidence = new Evidence { Scores = [new("b", "dev", new("b.csv", SourceSpan.At(3, 5)), 1_800) { Figures = [new("recall", 1_800) { Value = 0.9 }], Match = new(2_000, 200, 0, 0, 0, 0) }] };

        Assert.Single(Places("MLS2013", Text, evidence));
    }
}
