namespace MlStrategyGuard.Engine.Metrics;

/// <summary>Metrics of rows with any number of labels that aren't ratios of <see cref="ClassCounts"/>.</summary>
internal static class MultilabelMetrics
{
    /// <summary>The share of rows whose labels are all right.</summary>
    public static MetricEstimate SubsetAccuracy(int[][] labels, int[][] predictions, double[]? weights) =>
        RowMeans.Share([.. labels.Select((row, i) => row.Length == predictions[i].Length && Common(row, predictions[i]) == row.Length)], weights);

    /// <summary>The share of all pairs of row and class that are wrong.</summary>
    public static MetricEstimate HammingLoss(int[][] labels, int[][] predictions, int classes, double[]? weights) =>
        classes == 0
            ? MetricEstimate.None("no row has a label or a prediction")
            : RowMeans.Of(
                [.. labels.Select((row, i) => (row.Length + predictions[i].Length - (2.0 * Common(row, predictions[i]))) / classes)],
                weights, IntervalShape.Odds);

    private static int Common(int[] first, int[] second) => first.Count(one => Array.IndexOf(second, one) >= 0);
}
