using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>What the team will do next contradicts the diagnosis.</summary>
internal static class MLS3012
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (evidence.Ladder is not { Dominant: { } gap } ladder || gap.Cause == GapCause.VarianceOrMismatch)
            yield break;

        foreach (var next in strategy.Next.Where(next => strategy.Knob(next.Value) is { } knob && !Diagnoses.ActsOn(knob, gap.Cause)))
            yield return Finding.Of(nameof(MLS3012), next.Span,
                $"'{Texts.Shorten(next.Value)}' doesn't act on what dominates, {Diagnoses.NameOf(gap.Cause)} ({Diagnoses.Step(ladder, gap.Value)}). Next: {KnobCatalogue.Recommend(Diagnoses.StageOf(gap.Cause))}.").On(next.Value);
    }
}
