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

    [Fact]
    public void DeclaredFigure_IsReplacedByTheComputedOneOfItsMetricAndSplitOnly()
    {
        const string Declared = "version: 1\nmetrics: { optimize: f1 }\ncandidates: [{ name: a, measured: { f1: [0.99, { value: 0.5, on: test }], recall: 0.7 } }]";

        var measured = Judge(Figures(("a", 0.9, 0.88, 0.92)), Declared).Strategy.Candidates[0].Measured;

        Assert.Equal([("f1", "dev", 0.9), ("recall", "dev", 0.9), ("f1", "test", 0.5)], measured.Select(figure => (figure.Metric.Value, figure.On, figure.Value.Value)));
    }

    [Fact]
    public void ComputedFigure_StandsAtTheDeclaredOneOfItsMetricAndSplit_ElseAtItsFile()
    {
        const string Declared = "version: 1\nmetrics: { optimize: f1 }\ncandidates:\n  - { name: a, measured: { latency_ms: 8, f1: [{ value: 0.5, on: test }, 0.99] } }";

        var candidate = Judge(Figures(("a", 0.9, 0.88, 0.92)), Declared).Strategy.Candidates[0];

        Assert.Equal((4, 74), At(candidate.Figure("f1", "dev")!));
        Assert.Equal((4, 5), At(candidate.Figure("recall", "dev")!));

        static (int Line, int Column) At(MeasuredFigure figure) => (figure.Value.Span.Line, figure.Value.Span.Column);
    }

    [Theory]
    [InlineData("f1", null, "test")]
    [InlineData("f1", "one class", "dev,test")]
    [InlineData("recall", "one class", "test")]
    [InlineData("recall, f1", "one class", "test")]
    public void PredictionFile_StaysWhileItsOptimizingMetricHasNoFigure(string optimize, string? undefined, string stay)
    {
        var text = $"version: 1\nmetrics: {{ optimize: [{optimize}] }}\ncandidates: [{{ name: a, predictions: {{ dev: a.csv, test: b.csv }} }}]";
        var figure = new ComputedFigure("f1", 5_000) { Value = undefined is null ? 0.9 : null, Undefined = undefined };

        var candidate = Judge(new Evidence { Scores = [Scores("a", figure, Figure("recall", 0.9, 0.88, 0.92))] }, text).Strategy.Candidates[0];

        Assert.Equal(stay, string.Join(',', candidate.Predictions.Select(file => file.Key)));
    }

    [Fact]
    public void Candidate_HasTheLeadsThatNameItOnly()
    {
        var evidence = Figures(("a", 0.9, 0.88, 0.92), ("b", 0.91, 0.89, 0.93)) with
        {
            Leads = [new("a", "b", -0.01, -0.02, 0.01, 0.2, 5_000), new("b", "c", 0.1, 0.05, 0.15, 0.001, 5_000), new("c", "a", 0.2, 0.1, 0.3, 0.001, 5_000)],
        };

        var candidates = Judge(evidence).Strategy.Candidates;

        Assert.Equal(["a-b", "c-a"], candidates[0].Leads.Select(lead => $"{lead.First}-{lead.Second}"));
        Assert.Equal(["a-b", "b-c"], candidates[1].Leads.Select(lead => $"{lead.First}-{lead.Second}"));
    }

    [Fact]
    public void RungOfTheChoice_IsItsOwnFiguresAndStandsAtTheDeclaredOne()
    {
        var evidence = new Evidence
        {
            Scores = [Scores("b", new ComputedFigure("error_rate", 5_000) { Value = 0.3 }), Scores("a", new ComputedFigure("error_rate", 5_000) { Value = 0.1 })],
        };

        var dev = Judge(evidence).Strategy.Errors!.Find("dev")!;

        Assert.Equal((0.1, 7, 38), (dev.Error, dev.Span.Line, dev.Span.Column));
    }

    [Fact]
    public void RungsInSeveralMetrics_AreLeftAsDeclared()
    {
        const string Several = "version: 1\ncandidates: [{ name: a, predictions: { dev: a.csv } }]\nchoice: a\nerrors: { human: { error: 3, metric: rmse }, dev: { error: 50%, metric: error_rate } }";
        var evidence = new Evidence { Scores = [Scores("a", new ComputedFigure("error_rate", 5_000) { Value = 0.1 }, new ComputedFigure("rmse", 5_000) { Value = 4 })] };

        Assert.Equal(0.5, Judge(evidence, Several).Strategy.Errors!.Find("dev")!.Error);
    }

    [Fact]
    public void CountsOfTheErrorFile_KeepWhatIsDeclaredFixable()
    {
        const string Tagged = "version: 1\nerror_analysis: { file: errors.csv, tags: { dogs: { count: 3, fixable: 50% }, blurry: { count: 4, fixable: 20% } } }";

        var analysis = Judge(new Evidence { TaggedErrors = new(40, [new("blurry", 9), new("night", 7)]) }, Tagged).Strategy.ErrorAnalysis!;

        Assert.Equal(40, analysis.Examined!.Value);
        Assert.Equal([("blurry", 9L, 0.2), ("night", 7L, 1.0)], analysis.Tags.Select(tag => (tag.Name.Value, tag.Count.Value, tag.Fixable)));
    }

    [Fact]
    public void CountsOfTheAuditFile_StandAtIt()
    {
        const string Audited = "version: 1\nlabels: { audit: { file: audit.csv } }";

        var audit = Judge(new Evidence { AuditedLabels = new() { WrongExamined = 30, WrongMislabeled = 6 } }, Audited).Strategy.Labels!.Audit!;

        Assert.Equal((30, 6), (audit.WrongExamined!.Value, audit.WrongMislabeled!.Value));
        Assert.Null(audit.RightExamined);
        Assert.Equal(2, audit.WrongExamined!.Span.Line);
    }

    private static Judgement Judge(Evidence evidence, string text = Text) => Judgement.Of(StrategyReader.Read(text).Strategy, [], evidence, default);

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
