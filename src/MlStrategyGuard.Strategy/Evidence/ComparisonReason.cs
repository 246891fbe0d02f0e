namespace MlStrategyGuard;

/// <summary>Why two splits are due to come from one distribution.</summary>
public enum ComparisonReason
{
    /// <summary>Dev and test always are.</summary>
    DevAndTest,

    /// <summary>Train and train-dev always are.</summary>
    TrainAndTrainDev,

    /// <summary>Both name the same distribution.</summary>
    SameDistribution,
}
