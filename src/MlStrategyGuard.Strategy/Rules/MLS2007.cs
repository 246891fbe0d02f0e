using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>The lead between the choice and the best other candidate, either way round, is inside the noise.</summary>
internal static class MLS2007
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (Selection.Of(strategy) is not { Choice: { Passes: true, Figure: { } chosen } choice } selection)
            yield break;

        var other = selection.Candidates
            .Where(candidate => candidate is { Passes: true, Figure: not null } && candidate != choice)
            .Aggregate((RankedCandidate?)null, (best, next) => best is null || selection.IsBetter(next, best) ? next : best);
        if (other is null || (chosen.Rows is null && other.Figure!.Rows is null)
            || !(RowShares.Has(selection.Metric) || chosen.Computed is not null || other.Figure!.Computed is not null)
            || (HasPredictions(choice) && HasPredictions(other))
            || selection.IsBeyondNoise(choice, other))
            yield break;

        yield return Finding.Of(nameof(MLS2007), strategy.Choice!.Span,
            $"'{Texts.Shorten(choice.Name)}' ({selection.Metric} {Show.Figure(chosen)}) and '{Texts.Shorten(other.Name)}' ({Show.Figure(other.Figure!)}) can't be told apart {Why(choice, other, chosen.Rows ?? other.Figure!.Rows!.Value)}") with
        {
            Subjects = [choice.Name, other.Name],
        };
    }

    private static string Why(RankedCandidate choice, RankedCandidate other, long rows)
    {
        if (Selection.LeadOf(choice, other) is not { } lead)
            return $"by figures of {Show.Count(rows)} rows. Compare them row by row with prediction files, or use a bigger dev set.";
        var (lower, upper) = lead.First == choice.Name ? (lead.Lower, lead.Upper) : (-lead.Upper, -lead.Lower);
        var advice = lead.RowsNeeded is { } needed and < 1e9
            ? $"A lead of this size takes about {Show.Count(RoundUp(needed))} rows to show. Use a bigger dev set, or choose by something else."
            : "They are as good as equal: choose by something else.";
        return $"on the {Show.Count(lead.Rows)} rows that both predict: the difference has the 95 % interval {Show.Plain(Math.Round(lower, 4))} to {Show.Plain(Math.Round(upper, 4))}. {advice}";
    }

    private static double RoundUp(double rows)
    {
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(1, rows))) - 1));
        return Math.Ceiling(rows / unit) * unit;
    }

    /// <summary>Then they are compared on the same rows, which shows more.</summary>
    private static bool HasPredictions(RankedCandidate candidate) => candidate.Candidate.Predictions.Any(file => file.Key == "dev");
}
