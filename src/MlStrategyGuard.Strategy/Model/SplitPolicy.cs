namespace MlStrategyGuard;

/// <summary>How rows were dealt to the splits.</summary>
public enum SplitPolicy
{
    /// <summary>By chance.</summary>
    Random,

    /// <summary>In time: train, then dev, then test.</summary>
    Temporal,
}
