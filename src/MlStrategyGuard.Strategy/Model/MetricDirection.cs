namespace MlStrategyGuard;

/// <summary>Which way a metric is better.</summary>
public enum MetricDirection
{
    /// <summary>Larger is better.</summary>
    Higher,

    /// <summary>Smaller is better.</summary>
    Lower,
}
