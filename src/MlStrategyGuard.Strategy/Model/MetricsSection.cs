namespace MlStrategyGuard;

/// <summary>The file's <c>metrics:</c>.</summary>
/// <param name="Span">The place of the key <c>metrics</c>.</param>
public sealed record MetricsSection(SourceSpan Span)
{
    /// <summary>What <c>optimize</c> names. Good files have exactly one.</summary>
    public IReadOnlyList<OptimizedMetric> Optimize { get; init; } = [];

    /// <summary>The one optimizing metric; null if there is none or more than one.</summary>
    public OptimizedMetric? Single => Optimize.Count == 1 ? Optimize[0] : null;

    /// <summary>The place of the value of <c>optimize</c>, if there is one.</summary>
    public SourceSpan? OptimizeSpan { get; init; }

    /// <summary>The place of the key <c>optimize</c>, if there is one.</summary>
    public SourceSpan? OptimizeKey { get; init; }

    /// <summary>Whether the section stands in braces.</summary>
    public bool IsFlow { get; init; }

    /// <summary>Where <c>watch</c> stands, if there is one.</summary>
    public ListPlace? WatchPlace { get; init; }

    /// <summary>Whether <c>optimize</c> is a list with nothing in it.</summary>
    public bool OptimizeIsEmptyList { get; init; }

    /// <summary>The smallest difference that matters, in the metric's own unit.</summary>
    public Marked<double>? MinDifference { get; init; }

    /// <summary>Metrics that only have to pass a threshold.</summary>
    public IReadOnlyList<SatisficingMetric> Satisfy { get; init; } = [];

    /// <summary>Metrics that are shown and decide nothing.</summary>
    public IReadOnlyList<Marked<string>> Watch { get; init; } = [];
}
