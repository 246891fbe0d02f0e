namespace MlStrategyGuard;

/// <summary>How a metric's values on slices become one number.</summary>
public enum SliceAggregate
{
    /// <summary>Every slice counts the same.</summary>
    Mean,

    /// <summary>Every row counts the same.</summary>
    WeightedMean,

    /// <summary>The worst slice counts alone.</summary>
    Worst,
}
