using MlStrategyGuard.Statistics;

namespace MlStrategyGuard;

/// <summary>Whether the labels of dev and test are to be corrected, by an audit of wrong predictions.</summary>
/// <param name="Decision">What to do.</param>
/// <param name="Share">The share of wrong predictions whose label is wrong, 0–1.</param>
/// <param name="Lower">Its lower limit at 95 %.</param>
/// <param name="Upper">Its upper limit.</param>
/// <param name="MoreToExamine">Wrong predictions to examine in all before deciding; 0 unless undecided.</param>
public sealed record LabelVerdict(LabelDecision Decision, double Share, double Lower, double Upper, long MoreToExamine)
{
    private const double Confidence = 0.95;

    /// <summary>With nothing else to weigh against, labels that cause this share of the errors are worth correcting.</summary>
    private const double Worth = 0.15;

    /// <summary>The verdict on a strategy's audit; null without usable counts.</summary>
    public static LabelVerdict? Of(Strategy strategy)
    {
        if (strategy.Labels?.Audit is not { WrongExamined: { Value: > 0 } examined, WrongMislabeled: { } mislabeled }
            || mislabeled.Value > examined.Value)
            return null;

        var share = (double)mislabeled.Value / examined.Value;
        var (lower, upper) = Limits(strategy, mislabeled.Value, examined.Value);
        var limit = Thresholds(strategy).DefaultIfEmpty(Worth);
        var decision = lower > limit.Min() ? LabelDecision.Correct
            : upper < limit.Min() ? LabelDecision.Leave
            : LabelDecision.AuditMore;
        var half = Math.Max(0.01, Math.Abs(share - limit.Min()));
        var needed = share * (1 - share) * (1.96 / half) * (1.96 / half);
        return new LabelVerdict(
            decision, share, lower, upper,
            decision == LabelDecision.AuditMore ? Math.Max(examined.Value + 1, (long)Math.Ceiling(needed)) : 0);
    }

    /// <summary>
    /// What the labels compete with, as shares of all dev errors: the next-largest ceiling of the error analysis, and
    /// the smallest difference that matters.
    /// </summary>
    private static IEnumerable<double> Thresholds(Strategy strategy)
    {
        var others = Ceiling.Of(strategy).Where(ceiling => ceiling.Tag.Name.Value is not ("mislabeled" or "mislabelled" or "label")).ToList();
        if (others.Count > 0)
            yield return others.Max(ceiling => ceiling.Gain);
        if (strategy.Metrics?.MinDifference is { } difference && strategy.Errors?.Find("dev") is { Error: > 0 } dev)
            yield return difference.Value / dev.Error;
    }

    /// <summary>Wilson's limits; narrower where the examined are a good part of all errors (finite population).</summary>
    private static (double Lower, double Upper) Limits(Strategy strategy, long mislabeled, long examined)
    {
        var share = (double)mislabeled / examined;
        var (lower, upper) = Wilson.Interval(mislabeled, examined, Confidence);
        if (strategy.Errors?.Find("dev") is not { Rows: { } rows } dev || dev.Error * rows is var all && all < examined + 1)
            return (lower, upper);
        var errors = dev.Error * rows;
        var factor = Math.Sqrt((errors - examined) / (errors - 1));
        return (share - ((share - lower) * factor), share + ((upper - share) * factor));
    }
}

/// <summary>What to do about labels.</summary>
public enum LabelDecision
{
    /// <summary>They decide between candidates: correct them, in dev and test alike.</summary>
    Correct,

    /// <summary>Something else is worth more.</summary>
    Leave,

    /// <summary>The audit is too small to decide.</summary>
    AuditMore,
}
