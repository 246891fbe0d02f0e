namespace MlStrategyGuard.Analyzers.Catalogue;

/// <summary>What values of a library's type are.</summary>
internal enum ValueKind
{
    /// <summary>Nothing that the analysis follows.</summary>
    None,

    /// <summary>A data view.</summary>
    Data,

    /// <summary>A split in two.</summary>
    Split,

    /// <summary>Something that can be fitted.</summary>
    Estimator,

    /// <summary>Something fitted.</summary>
    Model,

    /// <summary>What an evaluation gives.</summary>
    Metrics,

    /// <summary>A neural network or a layer of one.</summary>
    Module,

    /// <summary>A loss function, which has nothing to learn.</summary>
    Loss,

    /// <summary>Changes the parameters of a network.</summary>
    Optimizer,

    /// <summary>A tensor.</summary>
    Tensor,

    /// <summary>A data set that batches are taken from.</summary>
    Dataset,

    /// <summary>Batches of a data set.</summary>
    Batches,
}
