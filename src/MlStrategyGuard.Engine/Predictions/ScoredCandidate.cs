using MlStrategyGuard.Engine.Metrics;

namespace MlStrategyGuard.Engine.Predictions;

/// <summary>A candidate's rows on one split with the metrics that a strategy asks of them.</summary>
internal sealed class ScoredCandidate
{
    private readonly Strategy _strategy;
    private readonly MetricEvaluator _evaluator;
    private readonly Lazy<(MetricEstimate Estimate, IReadOnlyList<KeyValuePair<string, double>> Slices)>? _optimized;

    /// <param name="strategy">What was declared.</param>
    /// <param name="name">The candidate.</param>
    /// <param name="split">The split.</param>
    /// <param name="rows">Its rows.</param>
    public ScoredCandidate(Strategy strategy, string name, string split, CandidateRows rows)
    {
        (_strategy, Name, Split, Rows) = (strategy, name, split, rows);
        _evaluator = new MetricEvaluator(rows.Scored);
        if (strategy.Metrics?.Single is { } optimized)
            _optimized = new(() => Optimized(optimized));
    }

    /// <summary>The candidate.</summary>
    public string Name { get; }

    /// <summary>The split.</summary>
    public string Split { get; }

    /// <summary>Its rows.</summary>
    public CandidateRows Rows { get; }

    /// <summary>The metrics that the strategy asks for on this split.</summary>
    public IReadOnlyList<ComputedFigure> Figures() =>
        [.. Asked().Where(IsComputable).Select(metric => Figure(metric, Estimate(metric, out var slices), slices))];

    /// <summary>A metric; the optimizing one over its slices, if it has some, and kept for comparisons.</summary>
    public MetricEstimate Estimate(string metric, out IReadOnlyList<KeyValuePair<string, double>> slices)
    {
        slices = [];
        if (_optimized is null || !MetricCatalogue.AreSame(_strategy.Metrics!.Single!.Metric.Value, metric))
            return _evaluator.Evaluate(metric);
        (var estimate, slices) = _optimized.Value;
        return estimate;
    }

    /// <summary>What an interval has to take as one.</summary>
    public int[]? Units(MetricEstimate estimate) => _evaluator.Units(estimate);

    private (MetricEstimate Estimate, IReadOnlyList<KeyValuePair<string, double>> Slices) Optimized(OptimizedMetric optimized)
    {
        var metric = optimized.Metric.Value;
        return optimized is { Over: not null, Aggregate: { } aggregate }
            ? SliceAggregation.Of(Rows, metric, aggregate.Value, MetricCatalogue.Find(metric)?.Direction ?? optimized.Direction?.Value ?? MetricDirection.Higher)
            : (_evaluator.Evaluate(metric), []);
    }

    private IEnumerable<string> Asked()
    {
        var metrics = _strategy.Metrics;
        var measured = _strategy.Candidates.Where(candidate => candidate.Name.Value == Name)
            .SelectMany(candidate => candidate.Measured).Where(figure => figure.On == Split).Select(figure => figure.Metric.Value);
        return (metrics?.Optimize.Select(optimized => optimized.Metric.Value) ?? [])
            .Concat(metrics?.Satisfy.Where(satisfied => (satisfied.On?.Value ?? "dev") == Split).Select(satisfied => satisfied.Metric.Value) ?? [])
            .Concat(metrics?.Watch.Select(watched => watched.Value) ?? [])
            .Concat(_strategy.Errors is { } errors ? [errors.MetricName] : [])
            .Concat(measured)
            .Select(MetricCatalogue.Canonical)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>What is no metric of the task is a column, or nothing that predictions could say.</summary>
    private bool IsComputable(string metric)
    {
        if (MetricCatalogue.Find(metric) is { Tasks.Count: > 0 } known)
            return known.Fits(Rows.Scored.Task);
        var column = metric is "latency_p50_ms" or "latency_p95_ms" or "latency_p99_ms" ? "latency_ms" : metric;
        return Rows.Scored.Measured.ContainsKey(column) || Rows.Scored.Gaps.ContainsKey(column);
    }

    private ComputedFigure Figure(string metric, MetricEstimate estimate, IReadOnlyList<KeyValuePair<string, double>> slices)
    {
        var rows = Rows.Scored.Task == LearningTask.Ranking && MetricCatalogue.Find(metric) is { Tasks.Count: > 0 }
            ? Rows.Queries.Count
            : Rows.Scored.Count;
        var figure = new ComputedFigure(metric, rows) { Undefined = estimate.Undefined, Slices = slices };
        if (estimate.Undefined is not null)
            return figure;
        if (!double.IsFinite(estimate.Value))
            return figure with { Undefined = "it is infinite" };

        var groups = Units(estimate);
        var interval = MetricInterval.Of(estimate, groups);
        var isBinomial = groups is null && estimate.FromBase is null && estimate.Counts is { } counts && counts.Trials == rows;
        estimate.Forget();
        return figure with
        {
            Value = estimate.Value,
            Lower = interval.Missing is null ? interval.Lower : null,
            Upper = interval.Missing is null ? interval.Upper : null,
            NoInterval = interval.Missing,
            Deviation = isBinomial || interval.Missing is not null || !double.IsFinite(interval.Error) ? null : interval.Error,
        };
    }
}
