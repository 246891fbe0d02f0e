namespace MlStrategyGuard;

/// <summary>A metric that ranks candidates.</summary>
/// <param name="Metric">Its name as written.</param>
public sealed record OptimizedMetric(Marked<string> Metric)
{
    /// <summary>The direction of an own metric; a known metric has its own.</summary>
    public Marked<MetricDirection>? Direction { get; init; }

    /// <summary>The column whose values are the slices.</summary>
    public Marked<string>? Over { get; init; }

    /// <summary>How the slices' values become one number.</summary>
    public Marked<SliceAggregate>? Aggregate { get; init; }
}
