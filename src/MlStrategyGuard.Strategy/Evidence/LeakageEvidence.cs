namespace MlStrategyGuard;

/// <summary>What was found out about rows, keys and values that splits share and shouldn't.</summary>
public sealed record LeakageEvidence
{
    /// <summary>Nothing was looked for.</summary>
    public static LeakageEvidence None { get; } = new();

    /// <summary>Rows that are equal in two splits, for each pair that was looked at.</summary>
    public IReadOnlyList<SharedRows> Rows { get; init; } = [];

    /// <summary>Groups and ids that stand in two splits.</summary>
    public IReadOnlyList<SharedKeys> Keys { get; init; } = [];

    /// <summary>Ids that stand several times in one split.</summary>
    public IReadOnlyList<RepeatedIds> RepeatedIds { get; init; } = [];

    /// <summary>Equal rows with different classes, for each split with classes.</summary>
    public IReadOnlyList<LabelConflicts> Conflicts { get; init; } = [];
}
