namespace MlStrategyGuard.Rules;

/// <summary>Correct the labels now.</summary>
internal static class MLS3201
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (LabelVerdict.Of(strategy) is { Decision: LabelDecision.Correct } verdict && strategy.Labels!.Corrected.Count == 0)
            yield return Finding.Of(nameof(MLS3201), strategy.Labels.Audit!.Span,
                $"wrong labels cause {Show.Percent(verdict.Share)} of the dev errors (95 % interval {Show.Limit(verdict.Lower)}–{Show.Limit(verdict.Upper)}), so they decide between candidates. Correct them in dev and test by the same process, and look at right predictions too.");
    }
}
