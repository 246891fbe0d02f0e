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

    /// <summary>Splits that are due to follow each other in time, for each such pair; empty under <c>policy: random</c>.</summary>
    public IReadOnlyList<TimeOrder> Times { get; init; } = [];

    /// <summary>Classes that a split lacks or nearly lacks.</summary>
    public IReadOnlyList<ClassGap> Classes { get; init; } = [];

    /// <summary>The sources of each split's rows, where <c>data.source</c> is declared.</summary>
    public IReadOnlyList<SourceCounts> Sources { get; init; } = [];

    /// <summary>Columns that give the label away.</summary>
    public IReadOnlyList<LabelGiveaway> Giveaways { get; init; } = [];

    /// <summary>Columns in other units or with other spellings.</summary>
    public IReadOnlyList<EncodingChange> Encodings { get; init; } = [];

    /// <summary>Nearly equal rows in two splits, beyond chance.</summary>
    public IReadOnlyList<NearRows> NearRows { get; init; } = [];

    /// <summary>The sources of a split's rows, if they were counted.</summary>
    public SourceCounts? SourcesOf(string split) => Sources.FirstOrDefault(counts => counts.Split == split);
}
