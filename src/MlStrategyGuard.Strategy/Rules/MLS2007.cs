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
        if (other is null || (chosen.Rows is null && other.Figure!.Rows is null) || selection.IsBeyondNoise(choice, other))
            yield break;

        yield return Finding.Of(nameof(MLS2007), strategy.Choice!.Span,
            $"'{Texts.Shorten(choice.Name)}' ({selection.Metric} {Show.Plain(chosen.Value.Value)}) and '{Texts.Shorten(other.Name)}' ({Show.Plain(other.Figure!.Value.Value)}) can't be told apart on {Show.Count(chosen.Rows ?? other.Figure.Rows!.Value)} rows. Compare them on the same rows by prediction files, or use a bigger dev set.");
    }
}
