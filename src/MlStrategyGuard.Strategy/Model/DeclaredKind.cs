namespace MlStrategyGuard;

/// <summary>How a column is to be read when inference would guess wrong.</summary>
public enum DeclaredKind
{
    /// <summary>Numbers, compared by their order.</summary>
    Numeric,

    /// <summary>Levels without an order, even if they are written as numbers.</summary>
    Categorical,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>A component of a vector; its single numbers mean nothing.</summary>
    Embedding,

    /// <summary>Dates or times.</summary>
    Date,
}
