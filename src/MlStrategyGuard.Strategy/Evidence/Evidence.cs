namespace MlStrategyGuard;

/// <summary>What was found out about the declared data. Plain values; rules turn them into findings.</summary>
public sealed record Evidence
{
    /// <summary>Nothing was gathered, as in the IDE: rules that need data stay silent.</summary>
    public static Evidence None { get; } = new();

    /// <summary>Whether the data was looked at; without it nobody knows which findings there would have been.</summary>
    public bool DataWasRead { get; init; }

    /// <summary>Named files and patterns that lead to no file.</summary>
    public IReadOnlyList<MissingFile> MissingFiles { get; init; } = [];

    /// <summary>Data that could not be read.</summary>
    public IReadOnlyList<UnreadableData> Unreadable { get; init; } = [];

    /// <summary>The splits whose data was read, in the file's order.</summary>
    public IReadOnlyList<SplitData> Splits { get; init; } = [];

    /// <summary>Why a pair or a split could not be checked by this version, at the node that asks for it.</summary>
    public IReadOnlyList<Marked<string>> Unsupported { get; init; } = [];

    /// <summary>Columns that seem to name what rows belong to, at most one a split.</summary>
    public IReadOnlyList<UndeclaredGroup> UndeclaredGroups { get; init; } = [];

    /// <summary>The pairs of splits that were compared, in a fixed order.</summary>
    public IReadOnlyList<Comparison> Comparisons { get; init; } = [];

    /// <summary>What splits share and shouldn't.</summary>
    public LeakageEvidence Leakage { get; init; } = LeakageEvidence.None;

    /// <summary>What prediction files say, by candidate and split, in the strategy's order.</summary>
    public IReadOnlyList<CandidateScores> Scores { get; init; } = [];

    /// <summary>The strategy as it was written: rules get it with computed figures in the place of declared ones.</summary>
    public Strategy? Declared { get; init; }

    /// <summary>Candidates compared on the same rows of dev.</summary>
    public IReadOnlyList<Lead> Leads { get; init; } = [];

    /// <summary>Parts of dev that hold more of the choice's errors than chance puts there, by what they can win.</summary>
    public IReadOnlyList<ErrorSlice> ErrorSlices { get; init; } = [];

    /// <summary>Labels that the choice's probabilities speak against, by split.</summary>
    public IReadOnlyList<LabelSuspects> LabelSuspects { get; init; } = [];

    /// <summary>What the file of the error analysis says, if there is one.</summary>
    public TaggedErrors? TaggedErrors { get; init; }

    /// <summary>What the file of the label audit says, if there is one.</summary>
    public AuditedLabels? AuditedLabels { get; init; }

    /// <summary>Columns that the strategy names and the team's own files don't have.</summary>
    public IReadOnlyList<MissingColumn> MissingColumns { get; init; } = [];

    /// <summary>What the choice is compared with over time, if anything.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The error ladder with its gaps, if the strategy declares one.</summary>
    public Ladder? Ladder { get; init; }
}
