namespace MlStrategyGuard.Engine.Metrics;

/// <summary>Metrics that are means of one value a row (or query).</summary>
internal static class RowMeans
{
    /// <summary>The weighted mean.</summary>
    /// <param name="values">One a row; not changed any more.</param>
    /// <param name="weights">As many, or null.</param>
    /// <param name="shape">The scale of its interval.</param>
    public static MetricEstimate Of(double[] values, double[]? weights, IntervalShape shape = IntervalShape.Positive)
    {
        var (sum, all) = (new CompensatedSum(), new CompensatedSum());
        for (var i = 0; i < values.Length; i++)
        {
            var weight = weights?[i] ?? 1;
            sum.Add(weight * values[i]);
            all.Add(weight);
        }

        if (!(all.Value > 0))
            return MetricEstimate.None("there is no row with any weight");
        var (mean, total) = (sum.Value / all.Value, all.Value);
        return MetricEstimate.Of(mean) with
        {
            Shape = shape,
            Deciding = values.LongLength,
            SpreadOf = weights is not null ? null : () => SpreadOf(values, mean),
            InfluenceOf = () =>
            {
                var influence = new double[values.Length];
                for (var i = 0; i < influence.Length; i++)
                    influence[i] = (weights?[i] ?? 1) * (values[i] - mean) / total;
                return influence;
            },
        };
    }

    private static Spread SpreadOf(double[] values, double mean)
    {
        var (square, cube, fourth) = (new CompensatedSum(), new CompensatedSum(), new CompensatedSum());
        foreach (var value in values)
        {
            var one = (value - mean) / values.Length;
            square.Add(one * one);
            cube.Add(one * one * one);
            fourth.Add(one * one * one * one);
        }

        return Spread.Of(square.Value, cube.Value, fourth.Value, values.LongLength) with { Deviations = new Deviations(values, mean, 1) };
    }

    /// <summary>The share of rows that hit.</summary>
    public static MetricEstimate Share(bool[] hits, double[]? weights)
    {
        var estimate = Of([.. hits.Select(hit => hit ? 1.0 : 0.0)], weights, IntervalShape.Counted);
        return weights is null && estimate.Undefined is null
            ? estimate with { Counts = (hits.LongCount(hit => hit), hits.LongLength) }
            : estimate;
    }

    /// <summary>The root of a mean.</summary>
    public static MetricEstimate Root(MetricEstimate mean) => mean.Undefined is not null
        ? mean
        : MetricEstimate.Of(Math.Sqrt(mean.Value)) with
        {
            Shape = mean.Shape,
            Deciding = mean.Deciding,
            SpreadOf = mean.SpreadOf,
            InfluenceOf = mean.InfluenceOf,
            Base = mean.Value,
            FromBase = square => Math.Sqrt(Math.Max(0, square)),
            BaseSlope = mean.Value > 0 ? 0.5 / Math.Sqrt(mean.Value) : 0,
        };
}
