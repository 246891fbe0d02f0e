using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Rules;

/// <summary>The ladder is inconsistent: rungs in different metrics, or out of order where no cause explains it.</summary>
internal static class MLS3008
{
    /// <summary>Without rows nobody knows the noise; a step down by less than this part of the error is taken for it.</summary>
    private const double Slack = 0.1;

    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Errors is not { } errors)
            yield break;

        if (errors.HasSeveralMetrics)
        {
            yield return Finding.Of(nameof(MLS3008), errors.Span,
                "the rungs are in different metrics, so their gaps mean nothing; measure all of them in one.");
            yield break;
        }

        // Dev may be easier than train-dev: their distributions differ. Within one distribution no cause lowers the error.
        foreach (var gap in evidence.Ladder?.Gaps ?? [])
        {
            if (gap.Cause is GapCause.Variance or GapCause.DevOverfit && IsBelow(gap))
                yield return Finding.Of(nameof(MLS3008), gap.To.Span,
                    $"the {Show.Words(gap.To.Name)} error {Show.Percent(gap.To.Error)} is below the {Show.Words(gap.From.Name)} error {Show.Percent(gap.From.Error)}, and rows that were not trained or chosen on can't be easier. Look for a leak, for another distribution, or for a training error measured with regularization on.");
        }
    }

    private static bool IsBelow(Gap gap) => gap.From.Rows is null && gap.To.Rows is null
        ? gap.Value < -Slack * gap.From.Error
        : Newcombe.Difference(gap.From.Error, gap.From.Rows, gap.To.Error, gap.To.Rows, 0.99).Upper < 0;
}
