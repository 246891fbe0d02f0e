namespace MlStrategyGuard;

/// <summary>Values of a declared key column that stand in two splits.</summary>
/// <param name="A">The first split's name.</param>
/// <param name="B">The second split's name.</param>
/// <param name="IsGroup">Whether the key is <c>data.group</c>; else it is <c>data.id</c>.</param>
public sealed record SharedKeys(string A, string B, bool IsGroup)
{
    /// <summary>The different keys of the first split.</summary>
    public long KeysA { get; init; }

    /// <summary>The different keys of the second split.</summary>
    public long KeysB { get; init; }

    /// <summary>Keys that stand in both.</summary>
    public long Shared { get; init; }

    /// <summary>Rows of the first split with such a key.</summary>
    public long SharedRowsA { get; init; }

    /// <summary>Rows of the second split with such a key.</summary>
    public long SharedRowsB { get; init; }

    /// <summary>Shared keys of which no row's features in one split equal a row's in the other.</summary>
    public long OtherContent { get; init; }
}

/// <summary>Ids that stand several times in one split.</summary>
/// <param name="Split">The split's name.</param>
/// <param name="Rows">Its rows with an id.</param>
/// <param name="Ids">Its different ids.</param>
/// <param name="Repeated">Ids that stand more than once.</param>
public sealed record RepeatedIds(string Split, long Rows, long Ids, long Repeated);
