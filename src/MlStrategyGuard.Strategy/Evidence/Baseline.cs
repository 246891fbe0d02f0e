namespace MlStrategyGuard;

/// <summary>How good the chosen model was when the team last wrote it down.</summary>
/// <param name="Candidate">Its name then.</param>
/// <param name="Metric">The canonical name of the optimizing metric.</param>
/// <param name="Value">Its value on dev.</param>
/// <param name="Lower">The lower limit at 95 %; null if the value is exact or nothing is known of its noise.</param>
/// <param name="Upper">The upper limit.</param>
public sealed record Baseline(string Candidate, string Metric, double Value, double? Lower, double? Upper)
{
    /// <summary>The baseline that a strategy's choice would make; null if it has no figure of the optimizing metric.</summary>
    /// <param name="strategy">The strategy with what its files say.</param>
    public static Baseline? Of(Strategy strategy)
    {
        if (Selection.Of(strategy) is not { Choice: { Figure: { } figure } choice } selection)
            return null;
        var limits = selection.LimitsOf(figure);
        var isExact = limits is var (lower, upper) && lower == upper;
        return new Baseline(
            choice.Name, MetricCatalogue.Canonical(selection.Metric), figure.Value.Value,
            isExact ? null : limits?.Lower, isExact ? null : limits?.Upper);
    }

    /// <summary>Whether a figure is worse than this beyond the noise of both, as if they were of different rows.</summary>
    internal bool IsAbove(double value, (double Lower, double Upper) limits, MetricDirection direction)
    {
        var sign = direction == MetricDirection.Higher ? 1 : -1;
        var loss = sign * (Value - value);
        var (own, other) = sign > 0
            ? (Value - (Lower ?? Value), limits.Upper - value)
            : ((Upper ?? Value) - Value, value - limits.Lower);
        return loss > Math.Sqrt((own * own) + (other * other));
    }
}
