namespace MlStrategyGuard.Rules;

/// <summary>Leave the labels.</summary>
internal static class MLS3202
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (LabelVerdict.Of(strategy) is { Decision: LabelDecision.Leave } verdict)
            yield return Finding.Of(nameof(MLS3202), strategy.Labels!.Audit!.Span,
                $"wrong labels cause {Show.Percent(verdict.Share)} of the dev errors (95 % interval {Show.Limit(verdict.Lower)}–{Show.Limit(verdict.Upper)}){MLS3201.Points(strategy, verdict)}; something else is worth more. Leave them for now.{MLS3201.Corrected(strategy)}");
    }
}
