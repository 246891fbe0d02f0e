namespace MlStrategyGuard.Engine.Metrics;

/// <summary>Quantiles of one value a row, such as the median error or the 95th percentile of latency.</summary>
internal static class Quantiles
{
    /// <summary>
    /// The quantile: between the two nearest values without weights, else the first value that has so much weight below
    /// and at it. Its interval is Wilson's of the share of rows below it, read off as quantiles (Woodruff 1952).
    /// </summary>
    /// <param name="values">One a row, no NaN.</param>
    /// <param name="share">The share of rows below, 0–1.</param>
    /// <param name="weights">As many, or null.</param>
    public static MetricEstimate Of(double[] values, double share, double[]? weights)
    {
        if (values.Length == 0 || (weights is not null && !(weights.Sum() > 0)))
            return MetricEstimate.None("there is no row with any weight");
        var order = ScoreOrder.Ascending(values);
        var value = weights is null ? Between(values, order, share) : At(values, order, share, weights);
        var total = weights?.Sum() ?? values.Length;
        return MetricEstimate.Of(value) with
        {
            Shape = IntervalShape.Counted,
            Deciding = values.LongLength,
            Base = share,
            BaseSlope = double.NaN,
            Counts = weights is null ? ((long)Math.Round(share * values.Length), values.LongLength) : null,
            FromBase = weights is null ? one => Between(values, order, one) : one => At(values, order, one, weights),
            InfluenceOf = () =>
            {
                // The indicator of being below has the mean that it has, which ties may keep from the share asked for.
                var below = RowMeans.Of([.. values.Select(one => one <= value ? 1.0 : 0.0)], weights);
                return below.Value is > 0 and < 1
                    ? below.Influence!
                    : [.. values.Select((_, i) => (weights?[i] ?? 1) * Math.Sqrt(share * (1 - share)) / total * ((i & 1) == 0 ? 1 : -1))];
            },
        };
    }

    private static double Between(double[] values, int[] order, double share)
    {
        var at = share * (order.Length - 1);
        var low = Math.Clamp((int)Math.Floor(at), 0, order.Length - 1);
        var high = Math.Min(low + 1, order.Length - 1);
        var (a, b) = (values[order[low]], values[order[high]]);
        return a == b ? a : a + ((at - low) * (b - a));
    }

    private static double At(double[] values, int[] order, double share, double[] weights)
    {
        var target = share * weights.Sum();
        var sum = 0.0;
        foreach (var row in order)
        {
            sum += weights[row];
            if (sum >= target)
                return values[row];
        }

        return values[order[^1]];
    }
}
