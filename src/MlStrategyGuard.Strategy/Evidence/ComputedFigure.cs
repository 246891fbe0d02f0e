namespace MlStrategyGuard;

/// <summary>A metric that was computed from a prediction file, or why it has no value.</summary>
/// <param name="Metric">Its canonical name, with what stands behind an <c>@</c>.</param>
/// <param name="Rows">The rows (or queries) that it was computed on.</param>
public sealed record ComputedFigure(string Metric, long Rows)
{
    /// <summary>The value; null if the metric is undefined on these rows.</summary>
    public double? Value { get; init; }

    /// <summary>Why there is no value, as a clause.</summary>
    public string? Undefined { get; init; }

    /// <summary>The lower limit at 95 %; null if there is no interval.</summary>
    public double? Lower { get; init; }

    /// <summary>The upper limit.</summary>
    public double? Upper { get; init; }

    /// <summary>The standard error; null if nothing is known of it.</summary>
    public double? Deviation { get; init; }

    /// <summary>Why there is no interval, as a clause.</summary>
    public string? NoInterval { get; init; }

    /// <summary>The values by slice, if the metric is an aggregate of slices.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Slices { get; init; } = [];
}
