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
}
