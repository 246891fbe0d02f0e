using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Can't tell whether a satisficing metric holds: no value, or one whose interval holds the threshold.</summary>
internal static class MLS2014
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (Selection.Of(strategy) is not { } selection)
            yield break;

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

    private static string Message(RankedCandidate candidate, SatisficingResult unsure)
    {
        var metric = Texts.Shorten(unsure.Metric.Metric.Value);
        if (unsure.Figure is not { } figure)
            return $"'{Texts.Shorten(candidate.Name)}' has no {metric}{(unsure.Metric.On is { } on ? $" on {on.Value}" : "")}, so nobody can tell whether it passes. Add it to 'measured:'.";

        var threshold = string.Join(" and ", new[]
        {
            unsure.Metric.AtLeast is { } least ? $"at least {Show.Plain(least.Value)}" : null,
            unsure.Metric.AtMost is { } most ? $"at most {Show.Plain(most.Value)}" : null,
        }.OfType<string>());
        return $"'{Texts.Shorten(candidate.Name)}' has {metric} {Show.Plain(figure.Value.Value)} on {Show.Count(figure.Rows!.Value)} rows (95 % interval {Show.Limit(unsure.Lower)}–{Show.Limit(unsure.Upper)} %), which can't tell whether it passes ({threshold}). Measure it on more rows.";
    }
}
