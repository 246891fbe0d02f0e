using System.Globalization;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Engine.Metrics;

/// <summary>Computes metrics by name on one set of rows, also in several threads. What several metrics need is computed once.</summary>
/// <param name="rows">The rows.</param>
internal sealed class MetricEvaluator(ScoredRows rows)
{
    private const int DefaultTop = 5;

    private readonly Lazy<ClassCounts> _counts = new(() => rows.LabelSets is { } sets
        ? ClassCounts.Of(sets, rows.PredictionSets!, rows.Classes.Count, rows.Weights)
        : ClassCounts.Of(rows.Labels!, rows.Predictions!, rows.Classes.Count, rows.Weights));

    private readonly Lazy<(double[][] Gains, double[][] Scores)> _queries = new(() =>
        (Split(rows.Targets!, rows.Queries!), Split(rows.Scores!, rows.Queries!)));

    private readonly Dictionary<double[], RankedScores> _ranked = [];

    /// <summary>The rows.</summary>
    public ScoredRows Rows => rows;

    /// <summary>What an interval of that estimate has to take as one: groups, unless the metric is of queries.</summary>
    public int[]? Units(MetricEstimate estimate) =>
        estimate.Undefined is null && rows.Groups is { } groups && estimate.Influence?.Length == groups.Length ? groups : null;

    /// <summary>The metric of that name; undefined if the rows don't have what it needs.</summary>
    /// <param name="metric">A name in any spelling, perhaps with <c>@k</c>.</param>
    public MetricEstimate Evaluate(string metric)
    {
        if (rows.Count == 0)
            return MetricEstimate.None("there is no row");
        var canonical = MetricCatalogue.Canonical(metric);
        var at = canonical.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? canonical : canonical[..at];
        double? parameter = null;
        if (at >= 0)
        {
            if (!double.TryParse(canonical.AsSpan(at + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !(number > 0))
                return MetricEstimate.None($"'{Texts.Shorten(canonical[at..])}' is no number above 0");
            parameter = number;
        }

        // A column of that name is what was measured; the catalogue's metrics of any task are such columns.
        if (MetricCatalogue.Find(metric) is not { Tasks.Count: > 0 })
            return Measured(name);
        return rows.Task switch
        {
            LearningTask.Regression => OfNumbers(name, parameter),
            LearningTask.Ranking => OfQueries(name, parameter),
            LearningTask.MultilabelClassification => OfSets(name),
            _ => OfClasses(name, parameter),
        };
    }

    private MetricEstimate Measured(string name)
    {
        var share = name switch
        {
            "latency_p50_ms" => 0.5,
            "latency_p95_ms" => 0.95,
            "latency_p99_ms" => 0.99,
            _ => (double?)null,
        };
        var column = share is null ? name : "latency_ms";
        return rows.Measured.TryGetValue(column, out var values)
            ? share is { } quantile ? Quantiles.Of(values, quantile, rows.Weights) : RowMeans.Of(values, rows.Weights, IntervalShape.Open)
            : Lacks(column, $"the predictions have no column '{Texts.Shorten(column)}'");
    }

    private MetricEstimate OfNumbers(string name, double? parameter)
    {
        if (rows.Targets is not { } labels)
            return Lacks(nameof(rows.Targets), "the predictions have no label");
        if (name == "coverage")
            return rows is { Lower: { } lower, Upper: { } upper }
                ? RegressionMetrics.Coverage(labels, lower, upper, rows.Weights)
                : Lacks(nameof(rows.Lower), "the predictions have no columns 'lower' and 'upper'");
        if (rows.Estimates is not { } predictions)
            return Lacks(nameof(rows.Estimates), "the predictions have no column 'prediction'");
        return name switch
        {
            "mae" => RegressionMetrics.Mae(labels, predictions, rows.Weights),
            "mse" => RegressionMetrics.Mse(labels, predictions, rows.Weights),
            "rmse" => RegressionMetrics.Rmse(labels, predictions, rows.Weights),
            "rmsle" => RegressionMetrics.Rmsle(labels, predictions, rows.Weights),
            "r2" => RegressionMetrics.R2(labels, predictions, rows.Weights),
            "mape" => RegressionMetrics.Mape(labels, predictions, rows.Weights),
            "smape" => RegressionMetrics.Smape(labels, predictions, rows.Weights),
            "median_absolute_error" => RegressionMetrics.MedianAbsoluteError(labels, predictions, rows.Weights),
            "pinball" => parameter is > 1
                ? MetricEstimate.None("a quantile is within 0 and 1")
                : RegressionMetrics.Pinball(labels, predictions, parameter ?? 0.5, rows.Weights),
            _ => MetricEstimate.None("it is no metric of numbers"),
        };
    }

    private MetricEstimate OfQueries(string name, double? parameter)
    {
        if (rows is not { Targets: { } relevances, Scores: not null, Queries: not null })
            return Lacks(nameof(rows.Queries), "rankings need the columns 'query', 'label' and 'score'");
        if (relevances.Any(relevance => relevance < 0))
            return MetricEstimate.None("a relevance is below 0");
        var k = parameter is { } number ? (int)Math.Min(int.MaxValue, number) : (int?)null;
        var (gains, ranked) = _queries.Value;
        return name switch
        {
            "ndcg" => RowMeans.Of(QueryMetrics.Ndcg(gains, ranked, k), null, IntervalShape.Odds),
            "dcg" => RowMeans.Of(QueryMetrics.Dcg(gains, ranked, k), null),
            "mrr" => RowMeans.Of(QueryMetrics.ReciprocalRank(gains, ranked, k), null, IntervalShape.Odds),
            "map" => RowMeans.Of(QueryMetrics.AveragePrecision(gains, ranked, k), null, IntervalShape.Odds),
            "hit_rate" => k is null ? MetricEstimate.None("it needs a rank, as in 'hit_rate@10'") : RowMeans.Share(QueryMetrics.Hit(gains, ranked, k), null),
            _ => MetricEstimate.None("it is no metric of rankings"),
        };
    }

    private MetricEstimate OfSets(string name)
    {
        if (name is "roc_auc" or "pr_auc")
            return AverageOfSets(name);
        if (rows is not { LabelSets: { } labels, PredictionSets: { } predictions })
            return Lacks(nameof(rows.PredictionSets), "the predictions need the columns 'label' and 'prediction' with lists such as a;b");
        switch (name)
        {
            case "accuracy":
                return MultilabelMetrics.SubsetAccuracy(labels, predictions, rows.Weights);
            case "error_rate":
                return Complement(MultilabelMetrics.SubsetAccuracy(labels, predictions, rows.Weights));
            case "hamming_loss":
                var counts = _counts.Value;
                return MultilabelMetrics.HammingLoss(
                    labels, predictions, Enumerable.Range(0, counts.Classes).Count(k => counts.Labelled[k] > 0 || counts.Predicted[k] > 0), rows.Weights);
        }

        return Counted(name) is not { } derived
            ? MetricEstimate.None("it is no metric of several labels a row")
            : derived.Undefined is { } why
                ? MetricEstimate.None(why)
                : MetricEstimate.Of(derived.Value) with
                {
                    Shape = IntervalShape.Odds,
                    Deciding = name == "f1_micro" ? rows.Count : Rarest(),
                    InfluenceOf = () => CountMetrics.Influence(derived, labels, predictions, rows.Weights),
                };
    }

    private MetricEstimate OfClasses(string name, double? parameter)
    {
        if (rows.Labels is not { } labels)
            return Lacks(nameof(rows.Labels), "the predictions have no label");
        switch (name)
        {
            case "roc_auc" or "pr_auc":
                return Ranked(name, labels);
            case "fpr_at_tpr" or "tpr_at_fpr":
                return parameter is > 0 and <= 1
                    ? Ranked(name, labels, parameter.Value)
                    : MetricEstimate.None($"it needs the rate to hold, above 0 and at most 1, as in '{name}@{(name == "fpr_at_tpr" ? "0.95" : "0.01")}'");
            case "log_loss" or "log_loss_reduction" or "brier" or "ece" or "top_k_accuracy":
                return OfProbabilities(name, labels, parameter);
        }

        if (rows.Predictions is not { } predictions)
            return Lacks(nameof(rows.Predictions), "the predictions have no column 'prediction', and no probabilities to tell it from");
        if (Counted(name) is not { } derived)
            return MetricEstimate.None("it is no metric of classes");
        if (derived.Undefined is { } why)
            return MetricEstimate.None(why);

        var estimate = MetricEstimate.Of(derived.Value) with
        {
            InfluenceOf = () => CountMetrics.Influence(derived, labels, predictions, rows.Weights),
        };
        return WithInterval(name, estimate);
    }

    /// <summary>How the interval of a metric of predicted classes is made.</summary>
    private MetricEstimate WithInterval(string name, MetricEstimate estimate)
    {
        var counts = _counts.Value;
        var (p, binary) = (rows.Positive, rows.Task == LearningTask.BinaryClassification);
        (double Hits, double Trials, long Deciding)? share = name switch
        {
            "accuracy" or "f1_micro" => (counts.Hits.Sum(), counts.Total, rows.Count),
            "error_rate" => (counts.Total - counts.Hits.Sum(), counts.Total, rows.Count),
            "precision" when binary => (counts.Hits[p], counts.Predicted[p], Number(counts.Predicted[p])),
            "recall" when binary => (counts.Hits[p], counts.Labelled[p], Number(counts.Labelled[p])),
            "false_negative_rate" => (counts.Labelled[p] - counts.Hits[p], counts.Labelled[p], Number(counts.Labelled[p])),
            "specificity" => (counts.Total - counts.Labelled[p] - counts.Predicted[p] + counts.Hits[p], counts.Total - counts.Labelled[p], Number(counts.Total - counts.Labelled[p])),
            "false_positive_rate" => (counts.Predicted[p] - counts.Hits[p], counts.Total - counts.Labelled[p], Number(counts.Total - counts.Labelled[p])),
            "negative_precision" => (counts.Total - counts.Labelled[p] - counts.Predicted[p] + counts.Hits[p], counts.Total - counts.Predicted[p], Number(counts.Total - counts.Predicted[p])),
            "f1" or "jaccard" when binary => (counts.Hits[p], counts.Labelled[p] + counts.Predicted[p] - counts.Hits[p], Number(counts.Labelled[p])),
            _ => null,
        };
        if (share is not { } found)
            return estimate with
            {
                Shape = name is "mcc" or "kappa" ? IntervalShape.Correlation : IntervalShape.Odds,
                Deciding = Rarest(),
            };

        // F1 is a function of Jaccard's index alone, 2J / (1 + J), and that is a share of rows.
        var index = found.Hits / found.Trials;
        return estimate with
        {
            Shape = IntervalShape.Counted,
            Deciding = found.Deciding,
            Counts = rows.Weights is null ? ((long)found.Hits, (long)found.Trials) : null,
            Base = name == "f1" ? index : null,
            FromBase = name == "f1" ? j => 2 * j / (1 + j) : null,
            BaseSlope = name == "f1" ? 2 / ((1 + index) * (1 + index)) : 1,
            InfluenceOf = name == "f1"
                ? () => CountMetrics.Influence(CountMetrics.OfClass(counts, CountRatio.Jaccard, p, rows.Classes), rows.Labels!, rows.Predictions!, rows.Weights)
                : estimate.InfluenceOf,
        };
    }

    /// <summary>A metric that is a function of counts; null if it is none.</summary>
    private CountMetrics.Derived? Counted(string name)
    {
        var (counts, names) = (_counts.Value, rows.Classes);
        switch (name)
        {
            case "accuracy":
                return CountMetrics.Accuracy(counts);
            case "error_rate":
                return CountMetrics.ErrorRate(counts);
            case "balanced_accuracy":
                return CountMetrics.BalancedAccuracy(counts, names);
            case "mcc":
                return CountMetrics.Matthews(counts);
            case "kappa":
                return CountMetrics.Kappa(counts);
            case "f1_micro":
                return CountMetrics.Average(counts, CountRatio.F(1), ClassAverage.Micro, names);
            case "f1_macro":
                return CountMetrics.Average(counts, CountRatio.F(1), ClassAverage.Macro, names);
            case "f1_weighted":
                return CountMetrics.Average(counts, CountRatio.F(1), ClassAverage.Weighted, names);
        }

        var ratio = name switch
        {
            "precision" => CountRatio.Precision,
            "recall" => CountRatio.Recall,
            "jaccard" => CountRatio.Jaccard,
            "f1" => CountRatio.F(1),
            "f2" => CountRatio.F(2),
            "f0.5" => CountRatio.F(0.5),
            "specificity" => CountRatio.Specificity,
            "negative_precision" => CountRatio.NegativePrecision,
            "false_positive_rate" => CountRatio.FalsePositiveRate,
            "false_negative_rate" => CountRatio.FalseNegativeRate,
            _ => null,
        };
        if (ratio is null)
            return null;
        if (rows.Task != LearningTask.BinaryClassification)
            return CountMetrics.Average(counts, ratio, ClassAverage.Macro, names);
        return rows.Positive < 0
            ? CountMetrics.Derived.None(Why(nameof(rows.Positive), "nothing says which class is the positive one: add 'data.positive'"))
            : CountMetrics.OfClass(counts, ratio, rows.Positive, names);
    }

    private MetricEstimate Ranked(string name, int[] labels, double held = 0)
    {
        if (rows.Task == LearningTask.BinaryClassification)
            return rows.Positive < 0
                ? MetricEstimate.None(Why(nameof(rows.Positive), "nothing says which class is the positive one: add 'data.positive'"))
                : rows.Scores is { } scores
                    ? Area(name, scores, labels, rows.Positive, held)
                    : Lacks(nameof(rows.Scores), "the predictions have no column 'score' or 'p_<class>'");
        if (rows.Probabilities is not { } probabilities)
            return Lacks(nameof(rows.Probabilities), "the predictions have no columns 'p_<class>'");
        var parts = new List<MetricEstimate>();
        foreach (var k in Enumerable.Range(0, rows.Classes.Count).Where(k => Array.IndexOf(labels, k) >= 0))
        {
            if (probabilities[k] is not { } ofClass)
                return MetricEstimate.None($"the predictions have no column 'p_{Texts.Shorten(rows.Classes[k])}'");
            parts.Add(Area(name, ofClass, labels, k));
        }

        return Mean(parts);
    }

    private MetricEstimate AverageOfSets(string name)
    {
        if (rows is not { LabelSets: { } labels, Probabilities: { } probabilities })
            return Lacks(nameof(rows.Probabilities), "the predictions have no columns 'p_<class>'");
        var parts = new List<MetricEstimate>();
        foreach (var k in Enumerable.Range(0, rows.Classes.Count).Where(k => labels.Any(row => Array.IndexOf(row, k) >= 0)))
        {
            if (probabilities[k] is not { } ofClass)
                return MetricEstimate.None($"the predictions have no column 'p_{Texts.Shorten(rows.Classes[k])}'");
            parts.Add(Area(name, ofClass, Array.ConvertAll(labels, row => Array.IndexOf(row, k) >= 0 ? k : -1), k));
        }

        return Mean(parts);
    }

    private MetricEstimate Area(string name, double[] scores, int[] labels, int positive, double held = 0)
    {
        RankedScores? ranked;
        lock (_ranked)
        {
            if (!_ranked.TryGetValue(scores, out ranked))
                _ranked.Add(scores, ranked = RankedScores.Of(scores));
        }

        return name switch
        {
            "roc_auc" => RankMetrics.RocAuc(ranked, labels, positive, rows.Weights),
            "pr_auc" => RankMetrics.AveragePrecision(ranked, labels, positive, rows.Weights),
            "fpr_at_tpr" => RocPoint.FalsePositivesAt(ranked, labels, positive, rows.Weights, held),
            _ => RocPoint.RecallAt(ranked, labels, positive, rows.Weights, held),
        };
    }

    private static MetricEstimate Mean(List<MetricEstimate> parts)
    {
        if (parts.Count == 0)
            return MetricEstimate.None("no row has a label");
        if (parts.Find(part => part.Undefined is not null) is { } none)
            return none;
        return MetricEstimate.Of(parts.Average(part => part.Value)) with
        {
            Shape = IntervalShape.Odds,
            Deciding = parts.Min(part => part.Deciding),
            InfluenceOf = () =>
            {
                var mean = new double[parts[0].Influence!.Length];
                foreach (var part in parts)
                {
                    for (var i = 0; i < mean.Length; i++)
                        mean[i] += part.Influence![i] / parts.Count;
                    part.Forget();
                }

                return mean;
            },
        };
    }

    private MetricEstimate OfProbabilities(string name, int[] labels, double? parameter)
    {
        if (rows.Task == LearningTask.BinaryClassification)
        {
            if (rows.Positive < 0)
                return MetricEstimate.None(Why(nameof(rows.Positive), "nothing says which class is the positive one: add 'data.positive'"));
            if (rows.Scores is not { } scores)
                return Lacks(nameof(rows.Scores), "the predictions have no column 'score' or 'p_<class>'");
            if (!Array.TrueForAll(scores, score => score is >= 0 and <= 1))
                return MetricEstimate.None("the scores aren't probabilities: some lie outside 0–1");
            return name switch
            {
                "log_loss" => RowMeans.Of(ProbabilityMetrics.Losses(scores, labels, rows.Positive), rows.Weights),
                "log_loss_reduction" => ProbabilityMetrics.LogLossReduction(
                    ProbabilityMetrics.Losses(scores, labels, rows.Positive), labels, rows.Classes.Count, rows.Weights),
                "brier" => ProbabilityMetrics.Brier(scores, labels, rows.Positive, rows.Weights),
                "ece" => ProbabilityMetrics.CalibrationError(scores, [.. labels.Select(label => label == rows.Positive)], rows.Weights),
                _ => MetricEstimate.None("of two classes the best two are always right"),
            };
        }

        if (rows.Probabilities is not { } found)
            return Lacks(nameof(rows.Probabilities), "the predictions have no columns 'p_<class>'");
        var missing = Array.FindIndex(found, ofClass => ofClass is null);
        if (missing >= 0)
            return MetricEstimate.None($"the predictions have no column 'p_{Texts.Shorten(rows.Classes[missing])}'");
        var probabilities = found.OfType<double[]>().ToArray();
        if (!probabilities.All(ofClass => ofClass.All(p => p is >= 0 and <= 1)))
            return MetricEstimate.None("some of the columns 'p_<class>' lie outside 0–1");
        if (name != "top_k_accuracy" && Enumerable.Range(0, rows.Count).Any(i => Math.Abs(probabilities.Sum(ofClass => ofClass[i]) - 1) > 0.01))
            return MetricEstimate.None("the columns 'p_<class>' don't add up to 1 in every row");
        return name switch
        {
            "log_loss" => RowMeans.Of(ProbabilityMetrics.Losses(probabilities, labels), rows.Weights),
            "log_loss_reduction" => ProbabilityMetrics.LogLossReduction(
                ProbabilityMetrics.Losses(probabilities, labels), labels, rows.Classes.Count, rows.Weights),
            "brier" => ProbabilityMetrics.Brier(probabilities, labels, rows.Weights),
            "ece" => TopCalibration(probabilities, labels),
            _ => (int)(parameter ?? DefaultTop) is var k && k >= rows.Classes.Count
                ? MetricEstimate.None(string.Create(CultureInfo.InvariantCulture, $"of {rows.Classes.Count} classes the best {k} are always right"))
                : ProbabilityMetrics.TopK(probabilities, labels, k, rows.Weights),
        };
    }

    private MetricEstimate TopCalibration(double[][] probabilities, int[] labels)
    {
        var (confidences, hits) = (new double[labels.Length], new bool[labels.Length]);
        for (var i = 0; i < labels.Length; i++)
        {
            var best = 0;
            for (var k = 1; k < probabilities.Length; k++)
            {
                if (probabilities[k][i] > probabilities[best][i])
                    best = k;
            }

            (confidences[i], hits[i]) = (probabilities[best][i], best == labels[i]);
        }

        return ProbabilityMetrics.CalibrationError(confidences, hits, rows.Weights);
    }

    private static MetricEstimate Complement(MetricEstimate share) => share.Undefined is not null
        ? share
        : MetricEstimate.Of(1 - share.Value) with
        {
            Shape = share.Shape,
            Deciding = share.Deciding,
            Counts = share.Counts is { } counts ? (counts.Trials - counts.Hits, counts.Trials) : null,
            InfluenceOf = () => Array.ConvertAll(share.Influence!, one => -one),
        };

    /// <summary>The rows of the rarest class that occurs; by weight nobody knows them, and all rows are taken.</summary>
    private long Rarest() => rows.Weights is not null
        ? rows.Count
        : (long)_counts.Value.Labelled.Where(count => count > 0).DefaultIfEmpty(0).Min();

    /// <summary>The rows of a count; by weight nobody knows them, and all rows are taken.</summary>
    private long Number(double count) => rows.Weights is null ? (long)count : rows.Count;

    private MetricEstimate Lacks(string what, string otherwise) => MetricEstimate.None(Why(what, otherwise));

    private string Why(string what, string otherwise) => rows.Gaps.TryGetValue(what, out var why) ? why : otherwise;

    private static double[][] Split(double[] values, int[] queries)
    {
        var sizes = new int[queries.Max() + 1];
        foreach (var query in queries)
            sizes[query]++;
        var split = Array.ConvertAll(sizes, size => new double[size]);
        Array.Clear(sizes);
        for (var i = 0; i < values.Length; i++)
            split[queries[i]][sizes[queries[i]]++] = values[i];
        return split;
    }
}
