namespace MlStrategyGuard;

/// <summary>The metrics that count rows, so that the binomial distribution tells their noise.</summary>
internal static class RowShares
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "accuracy", "error_rate", "balanced_accuracy", "precision", "negative_precision", "recall", "specificity",
        "false_positive_rate", "false_negative_rate", "f1", "f1_micro", "f1_macro", "f1_weighted", "f2", "f0.5",
        "top_k_accuracy", "hit_rate",
    };

    /// <summary>Whether a metric, under any of its names, is a share of rows or made of such shares.</summary>
    public static bool Has(string metric) => MetricCatalogue.Find(metric) is { } known && Names.Contains(known.Name);
}
