namespace MlStrategyGuard.Rules;

/// <summary>Correct the labels now.</summary>
internal static class MLS3201
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (LabelVerdict.Of(strategy) is { Decision: LabelDecision.Correct } verdict)
            yield return Finding.Of(nameof(MLS3201), strategy.Labels!.Audit!.Span,
                $"wrong labels cause {Show.Percent(verdict.Share)} of the dev errors (95 % interval {Show.Limit(verdict.Lower)}–{Show.Limit(verdict.Upper)}){Points(strategy, verdict)}, so they decide between candidates. Correct them in dev and test by the same process, and look at right predictions too.{Corrected(strategy)}");
    }

    /// <summary>What the dev error would be, where right predictions were audited too.</summary>
    internal static string Corrected(Strategy strategy) =>
        CorrectedError.Of(strategy) is { } corrected
            ? $" With right labels the dev error would be about {Show.Percent(corrected.Value)} (95 % interval {Show.Limit(corrected.Lower)}–{Show.Limit(corrected.Upper)})."
            : "";

    /// <summary><c>, 0.6 of 2.0 points</c>, where the dev error is known.</summary>
    internal static string Points(Strategy strategy, LabelVerdict verdict) =>
        ErrorRate.OfDev(strategy) is { } dev ? $", {Show.Points(verdict.Share * dev.Error)} of {Show.Points(dev.Error)} points" : "";
}
