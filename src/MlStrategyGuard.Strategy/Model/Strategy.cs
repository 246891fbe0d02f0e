namespace MlStrategyGuard;

/// <summary>What the team declared in its strategy file. What is absent is not checked.</summary>
public sealed record Strategy
{
    /// <summary>The format's version.</summary>
    public Marked<long>? Version { get; init; }

    /// <summary>What the project calls itself.</summary>
    public Marked<string>? Name { get; init; }

    /// <summary>What is predicted.</summary>
    public Marked<LearningTask>? Task { get; init; }

    /// <summary>The distribution that the model must do well on.</summary>
    public Marked<string>? Target { get; init; }

    /// <summary>What the data's columns are for.</summary>
    public DataSection Data { get; init; } = DataSection.Empty;

    /// <summary>The splits, in file order.</summary>
    public IReadOnlyList<SplitDeclaration> Splits { get; init; } = [];

    /// <summary>How alike splits must be.</summary>
    public ConsistencySection Consistency { get; init; } = ConsistencySection.Default;

    /// <summary>What is optimized, satisfied and watched.</summary>
    public MetricsSection? Metrics { get; init; }

    /// <summary>Sections that are valid and that this version of the guard does not check yet.</summary>
    public IReadOnlyList<Marked<string>> Unchecked { get; init; } = [];

    /// <summary>Findings that the team lives with.</summary>
    public IReadOnlyList<Waiver> Accept { get; init; } = [];

    /// <summary>Severities that the file sets, by rule.</summary>
    public IReadOnlyDictionary<string, Severity> Severities { get; init; } = new Dictionary<string, Severity>();

    /// <summary>The split of that name, if it is declared.</summary>
    public SplitDeclaration? Split(string name) => Splits.FirstOrDefault(split => split.Name.Value == name);
}
