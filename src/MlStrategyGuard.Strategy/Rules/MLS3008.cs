
namespace MlStrategyGuard.Rules;

/// <summary>The ladder is inconsistent: rungs in different metrics, or out of order where no cause explains it.</summary>
internal static class MLS3008
{
    /// <summary>Without rows nobody knows the noise; it is taken for that of a small set.</summary>
    private const long AssumedRows = 500;

    /// <summary>Of a metric that is no share, a step down by less than this part of the figure is taken for noise.</summary>
    private const double Slack = 0.5;

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

        if (evidence.Ladder is not { } ladder)
            yield break;

        // Dev may be easier than train-dev: their distributions differ. Within one distribution no cause lowers the error.
        foreach (var gap in ladder.Gaps)
        {
            if ((gap.Cause == GapCause.Variance || (gap.Cause == GapCause.DevOverfit && !Ladder.DevAndTestDiffer(strategy, evidence)))
                && IsBelow(ladder, gap))
                yield return Finding.Of(nameof(MLS3008), gap.To.Span,
                    $"the {Show.Words(gap.To.Name)} {Diagnoses.Noun(ladder)} {Diagnoses.Figure(ladder, gap.To.Error)} is better than the {Show.Words(gap.From.Name)} {Diagnoses.Noun(ladder)} {Diagnoses.Figure(ladder, gap.From.Error)}, and rows that were not trained or chosen on can't be easier. Look for a leak, for another distribution, or for a training error measured with regularization on.");
        }
    }

    private static bool IsBelow(Ladder ladder, Gap gap)
    {
        if (!ladder.IsShare)
            return gap.Value < -Slack * Math.Abs(gap.From.Error);
        Rung Counted(Rung rung) => rung with { Rows = rung.Rows ?? AssumedRows };
        return Ladder.Limits(Counted(gap.From), Counted(gap.To), 0.99).Upper < 0;
    }
}
