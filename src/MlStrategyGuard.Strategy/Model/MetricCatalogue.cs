using static MlStrategyGuard.LearningTask;
using static MlStrategyGuard.MetricDirection;

namespace MlStrategyGuard;

/// <summary>The metrics that the guard knows, under the names of ML.NET, scikit-learn and everyday speech.</summary>
public static class MetricCatalogue
{
    private static readonly LearningTask[] Binary = [BinaryClassification];
    private static readonly LearningTask[] OneClass = [BinaryClassification, MulticlassClassification];
    private static readonly LearningTask[] Classes =
        [BinaryClassification, MulticlassClassification, MultilabelClassification];
    private static readonly LearningTask[] Numbers = [Regression];
    private static readonly LearningTask[] Queries = [Ranking];
    private static readonly LearningTask[] Any = [];

    private static readonly MetricInfo[] Listed =
    [
        Share("accuracy", Higher, Classes, "micro_accuracy", "acc", "subset_accuracy") with { IsHurtByImbalance = true },
        Share("error_rate", Lower, Classes, "error", "misclassification_rate", "zero_one_loss") with { IsHurtByImbalance = true },
        Share("balanced_accuracy", Higher, OneClass, "macro_accuracy", "mean_per_class_accuracy"),
        Share("precision", Higher, Classes, "positive_precision", "precision_score"),
        Share("negative_precision", Higher, Binary, "negative_predictive_value", "npv"),
        Share("recall", Higher, Classes, "positive_recall", "recall_score", "sensitivity", "true_positive_rate", "tpr"),
        Share("specificity", Higher, Binary, "negative_recall", "true_negative_rate", "tnr"),
        Share("false_positive_rate", Lower, Binary, "fpr"),
        Share("false_negative_rate", Lower, Binary, "fnr"),
        Share("fpr_at_tpr", Lower, Binary, "fpr_at_recall", "false_positive_rate_at_recall"),
        Share("tpr_at_fpr", Higher, Binary, "recall_at_fpr", "recall_at_false_positive_rate"),
        Share("f1", Higher, Classes, "f1_score", "f_measure"),
        Share("f1_micro", Higher, Classes, "micro_f1") with { IsHurtByImbalance = true },
        Share("f1_macro", Higher, Classes, "macro_f1"),
        Share("f1_weighted", Higher, Classes, "weighted_f1"),
        Share("f2", Higher, OneClass, "f2_score"),
        Share("f0.5", Higher, OneClass, "f0.5_score"),
        new("mcc", Higher, -1, 1, OneClass, ["matthews_corrcoef", "matthews_correlation"]),
        new("kappa", Higher, -1, 1, OneClass, ["cohen_kappa", "cohen_kappa_score"]),
        Share("roc_auc", Higher, Classes, "auc", "area_under_roc_curve", "roc_auc_score", "auroc"),
        Share("pr_auc", Higher, Classes, "average_precision", "area_under_precision_recall_curve", "auprc", "auc_pr"),
        Open("log_loss", Lower, 0, OneClass, "cross_entropy", "neg_log_loss", "per_class_log_loss"),
        new("log_loss_reduction", Higher, double.NegativeInfinity, 1, OneClass, []),
        Share("brier", Lower, OneClass, "brier_score", "brier_score_loss"),
        Share("ece", Lower, OneClass, "expected_calibration_error"),
        Share("top_k_accuracy", Higher, OneClass, "top_k", "top_k_accuracy_score"),
        Share("hamming_loss", Lower, Classes),
        Share("jaccard", Higher, Classes, "jaccard_score"),
        Open("mae", Lower, 0, Numbers, "mean_absolute_error", "l1"),
        Open("mse", Lower, 0, Numbers, "mean_squared_error", "l2", "loss_function"),
        Open("rmse", Lower, 0, Numbers, "root_mean_squared_error"),
        Open("rmsle", Lower, 0, Numbers, "root_mean_squared_log_error"),
        new("r2", Higher, double.NegativeInfinity, 1, Numbers, ["r_squared", "r2_score"]),
        Open("mape", Lower, 0, Numbers, "mean_absolute_percentage_error"),
        Open("smape", Lower, 0, Numbers, "symmetric_mean_absolute_percentage_error"),
        Open("median_absolute_error", Lower, 0, Numbers, "medae"),
        Open("pinball", Lower, 0, Numbers, "pinball_loss", "quantile_loss"),
        Share("coverage", Higher, Numbers),
        Share("ndcg", Higher, Queries, "normalized_discounted_cumulative_gain", "normalized_discounted_cumulative_gains",
            "ndcg_score"),
        Open("dcg", Higher, 0, Queries, "discounted_cumulative_gain", "discounted_cumulative_gains", "dcg_score"),
        Share("mrr", Higher, Queries, "mean_reciprocal_rank"),
        Share("map", Higher, Queries, "mean_average_precision"),
        Share("hit_rate", Higher, Queries, "hit"),
        Open("latency_ms", Lower, 0, Any, "latency"),
        Open("latency_p50_ms", Lower, 0, Any),
        Open("latency_p95_ms", Lower, 0, Any),
        Open("latency_p99_ms", Lower, 0, Any),
        Open("size_mb", Lower, 0, Any, "model_size_mb"),
        Open("memory_mb", Lower, 0, Any, "memory"),
        Open("throughput", Higher, 0, Any, "rows_per_second", "qps"),
        Open("cost", Lower, 0, Any),
    ];

    /// <summary>Means over rows (or, of rankings, over queries).</summary>
    private static readonly HashSet<string> Means =
    [
        "accuracy", "error_rate", "log_loss", "brier", "top_k_accuracy", "hamming_loss", "mae", "mse", "mape", "smape",
        "pinball", "coverage", "ndcg", "dcg", "mrr", "map", "hit_rate", "latency_ms", "cost",
    ];

    /// <summary>All known metrics, in a fixed order.</summary>
    public static IReadOnlyList<MetricInfo> All { get; } =
        [.. Listed.Select(metric => metric with { IsDecomposable = Means.Contains(metric.Name) })];

    private static readonly Dictionary<string, MetricInfo> ByKey = All
        .SelectMany(metric => metric.Aliases.Prepend(metric.Name).Select(name => (Key: Key(name), Metric: metric)))
        .ToDictionary(pair => pair.Key, pair => pair.Metric, StringComparer.Ordinal);

    /// <summary>The canonical names, for suggestions.</summary>
    public static IEnumerable<string> Names => All.Select(metric => metric.Name);

    /// <summary>The metric of that name in any usual spelling; <c>ndcg@10</c> is found as <c>ndcg</c>.</summary>
    public static MetricInfo? Find(string name) => ByKey.TryGetValue(Key(name), out var metric) ? metric : null;

    /// <summary>Whether that name means a known metric whose values are shares, 0–1.</summary>
    public static bool IsShare(string name) => Find(name) is { Lowest: 0, Highest: 1 };

    /// <summary>Whether two names mean the same metric; <c>ndcg@5</c> and <c>ndcg@10</c> don't.</summary>
    public static bool AreSame(string a, string b) => Canonical(a) == Canonical(b);

    /// <summary>The canonical name, with what stands behind an <c>@</c>; an own name stays as it is.</summary>
    public static string Canonical(string name)
    {
        var at = name.IndexOf('@');
        return (Find(name)?.Name ?? (at < 0 ? name : name.Substring(0, at))) + (at < 0 ? "" : name.Substring(at));
    }

    /// <summary>What is left of a name when spelling is ignored.</summary>
    private static string Key(string name)
    {
        var at = name.IndexOf('@');
        var plain = at < 0 ? name : name.Substring(0, at);
        return string.Concat(plain.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }

    private static MetricInfo Share(
        string name, MetricDirection direction, LearningTask[] tasks, params string[] aliases) =>
        new(name, direction, 0, 1, tasks, aliases);

    private static MetricInfo Open(
        string name, MetricDirection direction, double lowest, LearningTask[] tasks, params string[] aliases) =>
        new(name, direction, lowest, double.PositiveInfinity, tasks, aliases);
}
