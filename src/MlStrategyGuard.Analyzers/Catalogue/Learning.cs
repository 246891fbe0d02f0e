namespace MlStrategyGuard.Analyzers.Catalogue;

/// <summary>What an estimator learns from the rows that it is fitted on.</summary>
internal enum Learning
{
    /// <summary>It isn't known.</summary>
    Unknown,

    /// <summary>Nothing: a row's output depends on no other row.</summary>
    Stateless,

    /// <summary>A dictionary of values and keys, which tells nothing of the label.</summary>
    Keys,

    /// <summary>Statistics of the features.</summary>
    Features,

    /// <summary>Statistics that use the label.</summary>
    Supervised,

    /// <summary>A model that predicts.</summary>
    Trainer,
}
