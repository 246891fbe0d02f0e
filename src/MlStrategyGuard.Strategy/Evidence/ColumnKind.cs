namespace MlStrategyGuard;

/// <summary>What a column holds, by declaration or by its values.</summary>
public enum ColumnKind
{
    /// <summary>Missing values only.</summary>
    Empty,

    /// <summary>Numbers.</summary>
    Numeric,

    /// <summary>Levels.</summary>
    Categorical,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>Dates or times.</summary>
    Date,

    /// <summary>A component of a vector.</summary>
    Embedding,
}
