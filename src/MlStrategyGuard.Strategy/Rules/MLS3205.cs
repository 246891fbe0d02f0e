namespace MlStrategyGuard.Rules;

/// <summary>Audit more before deciding about labels.</summary>
internal static class MLS3205
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (LabelVerdict.Of(strategy) is not { } verdict)
            yield break;

        var audit = strategy.Labels!.Audit!;
        if (verdict.Decision == LabelDecision.AuditMore)
            yield return Finding.Of(nameof(MLS3205), audit.Span,
                $"wrong labels cause {Show.Percent(verdict.Share)} of the dev errors (95 % interval {Show.Limit(verdict.Lower)}–{Show.Limit(verdict.Upper)}), which can't decide whether to correct them. Examine about {Show.Count(verdict.MoreToExamine)} wrong predictions in all.{MLS3201.Corrected(strategy)}");

        if (ErrorRate.OfDev(strategy) is { Error: < CorrectedError.SmallError } dev && (audit.RightExamined?.Value ?? 0) < CorrectedError.EnoughRight)
            yield return Finding.Of(nameof(MLS3205), audit.Span,
                $"at a dev error of {Show.Percent(dev.Error)} more wrong labels may hide among right predictions than among wrong ones, and {Show.Count(audit.RightExamined?.Value ?? 0)} right ones were examined. Examine at least {CorrectedError.EnoughRight} of them: correcting wrong predictions only can turn the very direction in which the error moves.");
    }
}
