using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Diagnosis;

/// <summary>What prediction files say stands in the place of what was declared.</summary>
public sealed class FilledStrategyTests
{
    private const string Text =
        """
        version: 1
        metrics: { optimize: f1, satisfy: [{ metric: latency_ms, at_most: 100 }, { metric: recall, at_least: 0.8 }] }
        candidates:
          - { name: a, predictions: { dev: a.csv }, measured: { f1: 0.99, latency_ms: 80 } }
          - { name: b, predictions: { dev: b.csv }, measured: { latency_ms: 80 } }
        choice: a
        errors: { bayes: 1%, train: 2%, dev: 50% }
        """;

    [Fact]
    public void ComputedFigure_GoesBeforeADeclaredOne_AndOthersStay()
    {
        var candidate = Judge(Figures(("a", 0.9, 0.88, 0.92))).Strategy.Candidates[0];

        Assert.Equal((0.9, 5_000), (candidate.Figure("f1", "dev")!.Value.Value, candidate.Figure("f1", "dev")!.Rows));
        Assert.Equal(80, candidate.Figure("latency_ms", "dev")!.Value.Value);
        Assert.Empty(candidate.Predictions);
    }

    [Fact]
    public void RungOfTheChoice_GoesBeforeADeclaredOne_AndOthersFillTheHoles()
    {
        var evidence = new Evidence
        {
            Scores = [Scores("a", new ComputedFigure("error_rate", 5_000) { Value = 0.1 }), Scores("b", new ComputedFigure("error_rate", 5_000) { Value = 0.3 })],
        };

        var errors = Judge(evidence).Strategy.Errors!;

        Assert.Equal(0.02, errors.Find("train")!.Error);
        Assert.Equal((0.1, 5_000), (errors.Find("dev")!.Error, errors.Find("dev")!.Rows));
    }

    [Fact]
    public void NoPredictions_ChangeNothing() =>
        Assert.Equal(0.99, Judge(Evidence.None).Strategy.Candidates[0].Figure("f1", "dev")!.Value.Value);

    [Fact]
    public void RealLeadOfAnother_IsAnError() => Assert.Contains("MLS2005", Ids(Figures(("a", 0.9, 0.88, 0.92), ("b", 0.91, 0.89, 0.93)) with
    {
        Leads = [new("a", "b", -0.01, -0.015, -0.005, 0.0001, 5_000)],
    }));

    [Fact]
    public void LeadInsideTheNoise_IsAWarning() => Assert.Equal(["MLS2007"], Ids(Figures(("a", 0.9, 0.88, 0.92), ("b", 0.91, 0.89, 0.93)) with
    {
        Leads = [new("a", "b", -0.01, -0.025, 0.005, 0.2, 5_000)],
    }));

    [Fact]
    public void LeadOfTheChoice_IsQuiet() => Assert.Empty(Ids(Figures(("a", 0.92, 0.90, 0.94), ("b", 0.91, 0.89, 0.93)) with
    {
        Leads = [new("a", "b", 0.01, 0.005, 0.015, 0.0001, 5_000)],
    }));

    [Fact]
    public void FiguresOnOtherRows_AreComparedByTheirIntervals()
    {
        Assert.Contains("MLS2007", Ids(Figures(("a", 0.9, 0.88, 0.92), ("b", 0.91, 0.89, 0.93))));
        Assert.Contains("MLS2005", Ids(Figures(("a", 0.8, 0.78, 0.82), ("b", 0.91, 0.89, 0.93))));
    }

    [Fact]
    public void SatisficingMetricWhoseIntervalHoldsTheThreshold_CantTell()
    {
        var evidence = new Evidence
        {
            Scores = [Scores("a", Figure("f1", 0.9, 0.88, 0.92), Figure("recall", 0.81, 0.78, 0.83)), Scores("b", Figure("f1", 0.8, 0.78, 0.82), Figure("recall", 0.9, 0.88, 0.92))],
        };

        Assert.Equal(["MLS2014"], Ids(evidence));
    }

    [Fact]
    public void SatisficingMetricWithTooFewRows_CantTell()
    {
        var recall = new ComputedFigure("recall", 5_000) { Value = 0.9, NoInterval = "12 rows are too few for an interval" };
        var evidence = new Evidence
        {
            Scores = [Scores("a", Figure("f1", 0.9, 0.88, 0.92), recall), Scores("b", Figure("f1", 0.8, 0.78, 0.82), Figure("recall", 0.9, 0.88, 0.92))],
        };

        var finding = Assert.Single(Judge(evidence).Findings, finding => finding.Id == "MLS2014");

        Assert.Contains("12 rows are too few for an interval", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LadderOfLosses_HasTheNoiseOfTheirStandardErrors()
    {
        const string Losses = "version: 1\nmetrics: { optimize: log_loss }\ncandidates: [{ name: a, predictions: { dev: a.csv } }]\nchoice: a\nerrors: { metric: log_loss, bayes: 0.10, train: 0.12 }";
        var evidence = new Evidence { Scores = [Scores("a", new ComputedFigure("log_loss", 5_000) { Value = 0.5, Lower = 0.48, Upper = 0.52, Deviation = 0.01 })] };

        var ladder = Judgement.Of(StrategyReader.Read(Losses).Strategy, [], evidence, default).Ladder!;

        var variance = ladder.Gaps.Single(gap => gap.Cause == GapCause.Variance);
        Assert.Equal(0.38, variance.Value, 1e-9);
        Assert.Equal(0.38 - (1.96 * 0.01), variance.Lower, 1e-4);
        Assert.Equal(variance, ladder.Dominant);
    }

    [Fact]
    public void LadderOfGroupedRows_IsAsNoisyAsItsStandardErrors()
    {
        static Gap Variance(double? deviation)
        {
            var evidence = new Evidence { Scores = [Scores("a", new ComputedFigure("error_rate", 5_000) { Value = 0.1, Deviation = deviation })] };
            return Judge(evidence).Ladder!.Gaps.Single(gap => gap.Cause == GapCause.Variance);
        }

        Assert.True(Variance(0.02).Upper - Variance(0.02).Lower > 3 * (Variance(null).Upper - Variance(null).Lower));
    }

    private static Judgement Judge(Evidence evidence) => Judgement.Of(StrategyReader.Read(Text).Strategy, [], evidence, default);

    /// <summary>The rules on candidates that speak, but for the declared figure that isn't the computed one.</summary>
    private static IEnumerable<string> Ids(Evidence evidence) =>
        Judge(evidence).Findings.Select(finding => finding.Id).Where(id => id.StartsWith("MLS20", StringComparison.Ordinal) && id != "MLS2009");

    private static Evidence Figures(params (string Name, double Value, double Lower, double Upper)[] figures) => new()
    {
        Scores = [.. figures.Select(one => Scores(one.Name, Figure("f1", one.Value, one.Lower, one.Upper), Figure("recall", 0.9, 0.88, 0.92)))],
    };

    private static ComputedFigure Figure(string metric, double value, double lower, double upper) =>
        new(metric, 5_000) { Value = value, Lower = lower, Upper = upper, Deviation = (upper - lower) / 3.92 };

    private static CandidateScores Scores(string name, params ComputedFigure[] figures) =>
        new(name, "dev", new(name + ".csv", SourceSpan.At(4, 5)), 5_000) { Figures = figures };
}
