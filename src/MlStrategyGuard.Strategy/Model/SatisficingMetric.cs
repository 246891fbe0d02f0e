namespace MlStrategyGuard;

/// <summary>A metric that only has to pass a threshold.</summary>
/// <param name="Metric">Its name as written.</param>
public sealed record SatisficingMetric(Marked<string> Metric)
{
    /// <summary>The largest value that passes.</summary>
    public Marked<double>? AtMost { get; init; }

    /// <summary>The smallest value that passes.</summary>
    public Marked<double>? AtLeast { get; init; }

    /// <summary>The split that it is measured on; dev unless named.</summary>
    public Marked<string>? On { get; init; }
}
