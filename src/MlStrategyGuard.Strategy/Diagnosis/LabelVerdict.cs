namespace MlStrategyGuard;

/// <summary>Whether the labels of dev and test are to be corrected, by an audit of wrong predictions.</summary>
/// <param name="Decision">What to do.</param>
/// <param name="Share">The share of wrong predictions whose label is wrong, 0–1.</param>
/// <param name="Lower">Its lower limit at 95 %.</param>
/// <param name="Upper">Its upper limit.</param>
/// <param name="MoreToExamine">Wrong predictions to examine in all before deciding; 0 unless undecided.</param>
public sealed record LabelVerdict(LabelDecision Decision, double Share, double Lower, double Upper, long MoreToExamine)
{
    /// <summary>The share above which labels are worth correcting, by what competes with them.</summary>
    public double Limit { get; init; }

    private const double Confidence = 0.95;

    /// <summary>With nothing else to weigh against, labels that cause this share of the errors are worth correcting.</summary>
    private const double Worth = 0.15;

    /// <summary>1.96 + 0.84: as many deviations from the threshold let four audits in five decide.</summary>
    private const double Deviations = 2.8;

    private static readonly string[] Wrongness = ["mis", "wrong", "incorrect", "bad", "error", "nois", "false"];

    /// <summary>The verdict on a strategy's audit; null without usable counts, or once labels were corrected.</summary>
    public static LabelVerdict? Of(Strategy strategy)
    {
        if (strategy.Labels is not { Audit: { WrongExamined: { Value: > 0 } examined, WrongMislabeled: { } mislabeled } } labels
            || mislabeled.Value > examined.Value
            || labels.Corrected.Any(split => split.Value is "dev" or "test"))
            return null;

        var share = (double)mislabeled.Value / examined.Value;
        var (lower, upper) = Limits(strategy, mislabeled.Value, examined.Value);
        var limit = Thresholds(strategy).DefaultIfEmpty(Worth).Min();
        var decision = lower > limit ? LabelDecision.Correct
            : upper < limit ? LabelDecision.Leave
            : LabelDecision.AuditMore;
        return new LabelVerdict(
            decision, share, lower, upper,
            decision == LabelDecision.AuditMore ? Needed(strategy, mislabeled.Value, examined.Value, limit) : 0)
        {
            Limit = limit,
        };
    }

    /// <summary>No more than there are wrong predictions, where that is known.</summary>
    private static long Needed(Strategy strategy, long mislabeled, long examined, double limit)
    {
        var share = (mislabeled + 1.0) / (examined + 2);
        var half = Math.Max(0.01, Math.Abs(((double)mislabeled / examined) - limit));
        var needed = Math.Max(examined + 1, (long)Math.Ceiling(share * (1 - share) * Deviations * Deviations / (half * half)));
        return ErrorRate.OfDev(strategy) is { Rows: { } rows } dev && dev.Error * rows > examined
            ? Math.Min(needed, (long)Math.Ceiling(dev.Error * rows))
            : needed;
    }

    /// <summary>
    /// What the labels compete with, as shares of all dev errors: the next-largest ceiling of the error analysis, and
    /// the smallest difference that matters where it is one of error rates.
    /// </summary>
    private static IEnumerable<double> Thresholds(Strategy strategy)
    {
        var largest = Ceiling.Of(strategy).Where(ceiling => !IsAboutLabels(ceiling.Tag.Name.Value))
            .Select(ceiling => ceiling.Gain).DefaultIfEmpty().Max();
        if (largest > 0)
            yield return largest;
        if (strategy.Metrics is { MinDifference: { } difference, Single.Metric.Value: { } metric }
            && MetricCatalogue.Find(metric)?.Name is "accuracy" or "error_rate"
            && ErrorRate.OfDev(strategy) is { Error: > 0 } dev)
            yield return difference.Value / dev.Error;
    }

    private static bool IsAboutLabels(string tag)
    {
        var name = tag.ToLowerInvariant();
        return name is "label" or "labels"
            || (name.Contains("label") && Wrongness.Any(word => name.Contains(word)));
    }

    /// <summary>Wilson's limits; narrower where the examined are a good part of all errors (finite population).</summary>
    private static (double Lower, double Upper) Limits(Strategy strategy, long mislabeled, long examined)
    {
        var share = (double)mislabeled / examined;
        var (lower, upper) = Shares.Limits(share, examined, Confidence);
        if (ErrorRate.OfDev(strategy) is not { Rows: { } rows } dev || dev.Error * rows is var errors && errors < examined - 0.5)
            return (lower, upper);
        if (errors < examined + 0.5)
            return (share, share);
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
