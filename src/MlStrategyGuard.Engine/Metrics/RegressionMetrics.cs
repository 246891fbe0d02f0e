namespace MlStrategyGuard.Engine.Metrics;

/// <summary>Metrics of predicted numbers.</summary>
internal static class RegressionMetrics
{
    /// <summary>Mean absolute error.</summary>
    public static MetricEstimate Mae(double[] labels, double[] predictions, double[]? weights) =>
        RowMeans.Of(Map(labels, predictions, (y, p) => Math.Abs(p - y)), weights, IntervalShape.Unlimited);

    /// <summary>Mean squared error.</summary>
    public static MetricEstimate Mse(double[] labels, double[] predictions, double[]? weights) =>
        RowMeans.Of(Map(labels, predictions, (y, p) => (p - y) * (p - y)), weights, IntervalShape.Unlimited);

    /// <summary>The root of the mean squared error.</summary>
    public static MetricEstimate Rmse(double[] labels, double[] predictions, double[]? weights) =>
        RowMeans.Root(Mse(labels, predictions, weights));

    /// <summary>The root of the mean squared difference of ln(1 + x).</summary>
    public static MetricEstimate Rmsle(double[] labels, double[] predictions, double[]? weights) =>
        labels.Any(y => y <= -1) || predictions.Any(p => p <= -1)
            ? MetricEstimate.None("a label or prediction is −1 or less")
            : RowMeans.Root(RowMeans.Of(
                Map(labels, predictions, (y, p) => Square(double.LogP1(p) - double.LogP1(y))), weights, IntervalShape.Unlimited));

    /// <summary>The mean of the absolute error divided by the label.</summary>
    public static MetricEstimate Mape(double[] labels, double[] predictions, double[]? weights) =>
        labels.Any(y => y == 0)
            ? MetricEstimate.None("a label is 0, which nothing can be a share of")
            : RowMeans.Of(Map(labels, predictions, (y, p) => Math.Abs((p - y) / y)), weights, IntervalShape.Unlimited);

    /// <summary>The mean of the absolute error divided by the mean of both absolute values, 0–2; 0 where both are 0.</summary>
    public static MetricEstimate Smape(double[] labels, double[] predictions, double[]? weights) =>
        RowMeans.Of(
            Map(labels, predictions, (y, p) => p == y ? 0 : 2 * Math.Abs(p - y) / (Math.Abs(y) + Math.Abs(p))), weights);

    /// <summary>The pinball loss of a predicted quantile.</summary>
    public static MetricEstimate Pinball(double[] labels, double[] predictions, double quantile, double[]? weights) =>
        RowMeans.Of(
            Map(labels, predictions, (y, p) => y >= p ? quantile * (y - p) : (1 - quantile) * (p - y)), weights, IntervalShape.Unlimited);

    /// <summary>The median of the absolute error.</summary>
    public static MetricEstimate MedianAbsoluteError(double[] labels, double[] predictions, double[]? weights) =>
        Quantiles.Of(Map(labels, predictions, (y, p) => Math.Abs(p - y)), 0.5, weights);

    /// <summary>The share of labels within predicted limits.</summary>
    public static MetricEstimate Coverage(double[] labels, double[] lower, double[] upper, double[]? weights) =>
        RowMeans.Share([.. labels.Select((y, i) => lower[i] <= y && y <= upper[i])], weights);

    /// <summary>One minus the squared error divided by that of always answering the labels' mean.</summary>
    public static MetricEstimate R2(double[] labels, double[] predictions, double[]? weights)
    {
        var mean = RowMeans.Of(labels, weights);
        if (mean.Undefined is not null)
            return mean;
        if (labels.Length < 2)
            return MetricEstimate.None("one row has no variance to explain");
        var (errors, spread) = (new CompensatedSum(), new CompensatedSum());
        for (var i = 0; i < labels.Length; i++)
        {
            errors.Add((weights?[i] ?? 1) * Square(predictions[i] - labels[i]));
            spread.Add((weights?[i] ?? 1) * Square(labels[i] - mean.Value));
        }

        if (labels.All(y => y == labels[0]) || !(spread.Value > 0))
            return MetricEstimate.None("every row has the same label");
        var ratio = errors.Value / spread.Value;
        return MetricEstimate.Of(1 - ratio) with
        {
            Shape = IntervalShape.Ratio,
            Deciding = labels.LongLength,
            Base = ratio,
            FromBase = one => 1 - one,
            BaseSlope = -1,
            InfluenceOf = () => Map(labels, predictions, (y, p) =>
                (Square(p - y) - (ratio * Square(y - mean.Value))) / spread.Value, weights),
        };
    }

    private static double[] Map(double[] labels, double[] predictions, Func<double, double, double> of, double[]? weights = null)
    {
        var values = new double[labels.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = of(labels[i], predictions[i]) * (weights?[i] ?? 1);
        return values;
    }

    private static double Square(double value) => value * value;
}
