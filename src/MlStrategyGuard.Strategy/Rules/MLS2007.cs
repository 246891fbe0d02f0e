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
            || !RowShares.Has(selection.Metric)
            || (HasPredictions(choice) && HasPredictions(other))
            || selection.IsBeyondNoise(choice, other))
            yield break;

        yield return Finding.Of(nameof(MLS2007), strategy.Choice!.Span,
            $"'{Texts.Shorten(choice.Name)}' ({selection.Metric} {Show.Plain(chosen.Value.Value)}) and '{Texts.Shorten(other.Name)}' ({Show.Plain(other.Figure!.Value.Value)}) can't be told apart by figures of {Show.Count(chosen.Rows ?? other.Figure.Rows!.Value)} rows. Compare them row by row with prediction files, or use a bigger dev set.") with
        {
            Subjects = [choice.Name, other.Name],
        };
    }

    /// <summary>Then they are compared on the same rows, which shows more.</summary>
    private static bool HasPredictions(RankedCandidate candidate) => candidate.Candidate.Predictions.Any(file => file.Key == "dev");
}
