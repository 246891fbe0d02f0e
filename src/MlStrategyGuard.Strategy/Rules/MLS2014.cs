using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>
/// Can't tell whether a satisficing metric holds (no value, or one whose interval holds the threshold), or which candidate
/// is best (no value of the optimizing metric).
/// </summary>
internal static class MLS2014
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (Selection.Of(strategy) is not { } selection)
            yield break;

        const string Advice = "so nobody can tell which candidate is best. Add it to 'measured:', or name prediction files.";
        if (selection.Candidates.Count > 1 && selection.Candidates.All(candidate => HasNoFigure(selection, candidate)))
            yield return Finding.Of(nameof(MLS2014), selection.Candidates[0].Candidate.Name.Span,
                $"no candidate has {Texts.Shorten(selection.Metric)} on dev, {Advice}");
        else if (selection.Candidates.Count > 1 && selection.Choice is { Fails: false } choice && HasNoFigure(selection, choice))
            yield return Finding.Of(nameof(MLS2014), strategy.Choice!.Span,
                $"the choice '{Texts.Shorten(choice.Name)}' has no {Texts.Shorten(selection.Metric)} on dev, {Advice}").On(choice.Name);

        foreach (var candidate in selection.Candidates)
        {
            if (candidate.Candidate is not { Predictions.Count: 0, Measured.Count: > 0 } || !Counts(selection, candidate)
                || candidate.Satisficing.FirstOrDefault(result => result.Passes is null) is not { } unsure)
                continue;
            yield return Finding.Of(
                nameof(MLS2014), (unsure.Figure?.Value.Span ?? candidate.Candidate.Name.Span), Message(candidate, unsure)).On(candidate.Name);
        }
    }

    /// <summary>Nobody needs to know it of a candidate that is out anyway, or that the choice beats.</summary>
    private static bool Counts(Selection selection, RankedCandidate candidate) =>
        !candidate.Fails
        && (selection.Choice is not { Figure: not null } choice || candidate == choice
            || candidate.Figure is null || selection.IsBetter(candidate, choice));

    /// <summary>
    /// Whether nothing will rank a candidate. Whoever names prediction files, has figures of that metric on another split,
    /// or has no figures at all isn't waiting for one on dev.
    /// </summary>
    private static bool HasNoFigure(Selection selection, RankedCandidate candidate) =>
        candidate is { Figure: null, Candidate: { Predictions.Count: 0, Measured.Count: > 0 } declared }
        && !declared.Measured.Any(figure => MetricCatalogue.AreSame(figure.Metric.Value, selection.Metric));

    private static string Rounded(double share) => Show.Plain(Math.Round(share, 3));

    private static string Message(RankedCandidate candidate, SatisficingResult unsure)
    {
        var metric = Texts.Shorten(unsure.Metric.Metric.Value);
        if (unsure.Figure is not { } figure)
            return $"'{Texts.Shorten(candidate.Name)}' has no {metric}{(unsure.Metric.On is { } on ? $" on {on.Value}" : "")}, so nobody can tell whether it passes. Add it to 'measured:'.";

        if (double.IsNaN(unsure.Lower))
            return $"'{Texts.Shorten(candidate.Name)}' has {metric} {Show.Plain(Math.Round(figure.Value.Value, 4))}, and {figure.Computed!.NoInterval ?? "nothing is known of its noise"}, so nobody can tell whether it passes. Measure it on more rows.";

        var threshold = string.Join(" and ", new[]
        {
            unsure.Metric.AtLeast is { } least ? $"at least {Show.Plain(least.Value)}" : null,
            unsure.Metric.AtMost is { } most ? $"at most {Show.Plain(most.Value)}" : null,
        }.OfType<string>());
        return $"'{Texts.Shorten(candidate.Name)}' has {metric} {Show.Figure(figure)} on {Show.Count(figure.Rows!.Value)} rows (95 % interval {Rounded(unsure.Lower)}–{Rounded(unsure.Upper)}), which can't tell whether it passes ({threshold}). Measure it on more rows.";
    }
}
