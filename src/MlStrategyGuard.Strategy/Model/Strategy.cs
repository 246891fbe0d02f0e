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

    /// <summary>The models that compete.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>The candidate that the team chose.</summary>
    public Marked<string>? Choice { get; init; }

    /// <summary>The error ladder.</summary>
    public ErrorsSection? Errors { get; init; }

    /// <summary>The knobs that the team will turn next.</summary>
    public IReadOnlyList<Marked<string>> Next { get; init; } = [];

    /// <summary>The file's own knobs; they come before the known ones.</summary>
    public IReadOnlyList<Knob> Knobs { get; init; } = [];

    /// <summary>The runs so far, in order.</summary>
    public IReadOnlyList<HistoryEntry> History { get; init; } = [];

    /// <summary>The error analysis.</summary>
    public ErrorAnalysisSection? ErrorAnalysis { get; init; }

    /// <summary>The labels' audit and correction.</summary>
    public LabelsSection? Labels { get; init; }

    /// <summary>Synthesized data.</summary>
    public IReadOnlyList<Synthesis> Synthesis { get; init; } = [];

    /// <summary>The plan to transfer from another task.</summary>
    public TransferPlan? Transfer { get; init; }

    /// <summary>The plan to learn several tasks at once.</summary>
    public MultiTaskPlan? MultiTask { get; init; }

    /// <summary>The plan for a task with intermediate steps.</summary>
    public EndToEndPlan? EndToEnd { get; init; }

    /// <summary>Findings that the team lives with.</summary>
    public IReadOnlyList<Waiver> Accept { get; init; } = [];

    /// <summary>Severities that the file sets, by rule.</summary>
    public IReadOnlyDictionary<string, Severity> Severities { get; init; } = new Dictionary<string, Severity>();

    /// <summary>The split of that name, if it is declared.</summary>
    public SplitDeclaration? Split(string name) => Splits.FirstOrDefault(split => split.Name.Value == name);

    /// <summary>The knob of that name, the file's own first.</summary>
    public Knob? Knob(string name) =>
        Knobs.FirstOrDefault(knob => knob.Name == name) ?? KnobCatalogue.All.FirstOrDefault(knob => knob.Name == name);
}
