namespace MlStrategyGuard;

/// <summary>
/// A strategy with what its files say put where the team would have declared it: candidates' figures, the choice's rungs
/// of the ladder, counts of the error analysis and of the label audit. So rules know one kind of figure. What was
/// computed goes before what was declared; where both differ, MLS2009 says so.
/// </summary>
internal static class FilledStrategy
{
    /// <summary>The strategy as rules see it.</summary>
    public static Strategy Of(Strategy strategy, Evidence evidence) => strategy with
    {
        Candidates = [.. strategy.Candidates.Select(candidate => Fill(candidate, strategy, evidence))],
        Errors = Fill(strategy.Errors, strategy, evidence),
        ErrorAnalysis = Fill(strategy.ErrorAnalysis, evidence.TaggedErrors),
        Labels = Fill(strategy.Labels, evidence.AuditedLabels),
    };

    /// <summary>The file's counts; what share of a tag can be fixed is known from its declaration only.</summary>
    private static ErrorAnalysisSection? Fill(ErrorAnalysisSection? analysis, TaggedErrors? errors)
    {
        if (analysis?.File is not { } file || errors is null)
            return analysis;
        return analysis with
        {
            Examined = new(errors.Examined, file.Span),
            Tags = [.. errors.Tags.Select(tag => new ErrorTag(
                new(tag.Key, file.Span), new(tag.Value, file.Span),
                analysis.Tags.FirstOrDefault(declared => declared.Name.Value == tag.Key)?.Fixable ?? 1))],
        };
    }

    private static LabelsSection? Fill(LabelsSection? labels, AuditedLabels? audited)
    {
        if (labels?.Audit is not { File: { } file } audit || audited?.WrongExamined is null)
            return labels;
        Marked<long>? Count(long? count) => count is { } known ? new(known, file.Span) : null;
        return labels with
        {
            Audit = audit with
            {
                WrongExamined = Count(audited.WrongExamined),
                WrongMislabeled = Count(audited.WrongMislabeled),
                RightExamined = Count(audited.RightExamined),
                RightMislabeled = Count(audited.RightMislabeled),
            },
        };
    }

    private static Candidate Fill(Candidate candidate, Strategy strategy, Evidence evidence)
    {
        var scores = evidence.Scores.Where(one => one.Candidate == candidate.Name.Value).ToList();
        var computed = scores.SelectMany(one => one.Figures
            .Where(figure => figure.Value is not null)
            .Select(figure => Figure(candidate, one, figure))).ToList();
        var optimized = strategy.Metrics?.Single?.Metric.Value;
        return candidate with
        {
            Measured =
            [
                .. computed,
                .. candidate.Measured.Where(declared => !computed.Exists(figure =>
                    figure.On == declared.On && MetricCatalogue.AreSame(figure.Metric.Value, declared.Metric.Value))),
            ],
            // A file whose figures stand among the measured ones says no more than they do.
            Predictions = [.. candidate.Predictions.Where(file => !scores.Exists(one =>
                one.Split == file.Key && (optimized is null || one.Figure(optimized) is not { Undefined: not null })))],
            Leads = [.. evidence.Leads.Where(lead => lead.First == candidate.Name.Value || lead.Second == candidate.Name.Value)],
        };
    }

    private static MeasuredFigure Figure(Candidate candidate, CandidateScores scores, ComputedFigure figure)
    {
        var place = candidate.Measured.FirstOrDefault(declared =>
            declared.On == scores.Split && MetricCatalogue.AreSame(declared.Metric.Value, figure.Metric))?.Value.Span ?? scores.File.Span;
        return new MeasuredFigure(new(figure.Metric, place), new(figure.Value!.Value, place), scores.Split, figure.Rows) { Computed = figure };
    }

    /// <summary>Declared rungs fill the holes that the choice's predictions leave.</summary>
    private static ErrorsSection? Fill(ErrorsSection? errors, Strategy strategy, Evidence evidence)
    {
        if (errors is null || strategy.Choice is not { } choice || errors.HasSeveralMetrics)
            return errors;
        var rungs = ErrorsSection.RungNames
            .Select(name => Computed(name, errors, choice.Value, evidence) ?? errors.Find(name))
            .OfType<Rung>();
        return errors with { Rungs = [.. rungs] };
    }

    private static Rung? Computed(string name, ErrorsSection errors, string choice, Evidence evidence)
    {
        var scores = evidence.Scores.FirstOrDefault(one => one.Candidate == choice && one.Split == name);
        if (scores?.Figure(errors.MetricName) is not { Value: { } value } figure)
            return null;
        var declared = errors.Find(name);
        return new Rung(name, value, figure.Rows, declared?.Metric, declared?.Span ?? scores.File.Span) { Deviation = figure.Deviation };
    }
}
