using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>What the team will do next contradicts the diagnosis.</summary>
internal static class MLS3012
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (evidence.Ladder?.Dominant is not { } gap || gap.Cause == GapCause.VarianceOrMismatch)
            yield break;

        var stage = Diagnoses.StageOf(gap.Cause);
        foreach (var next in strategy.Next.Where(next => !strategy.Knob(next.Value)!.Stages.Contains(stage)))
            yield return Finding.Of(nameof(MLS3012), next.Span,
                $"'{Texts.Shorten(next.Value)}' doesn't act on what dominates, {Diagnoses.NameOf(gap.Cause)} ({Show.Points(gap.Value)} points). Next: {KnobCatalogue.Recommend(stage)}.");
    }
}
