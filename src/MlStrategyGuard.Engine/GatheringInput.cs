namespace MlStrategyGuard.Engine;

/// <summary>
/// The parts of a strategy that evidence from files depends on. Gathering gets a strategy with these parts and nothing
/// else, so what it finds still holds when other parts change.
/// </summary>
internal sealed record GatheringInput
{
    /// <summary>What is predicted.</summary>
    public required Marked<LearningTask>? Task { get; init; }

    /// <summary>What the data's columns are for.</summary>
    public required DataSection Data { get; init; }

    /// <summary>The splits, without what is only declared of them.</summary>
    public required IReadOnlyList<SplitDeclaration> Splits { get; init; }

    /// <summary>How alike splits must be.</summary>
    public required ConsistencySection Consistency { get; init; }

    /// <summary>The candidates, if one names prediction files.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>The choice, if a candidate names prediction files.</summary>
    public Marked<string>? Choice { get; init; }

    /// <summary>The metrics, if a candidate names prediction files.</summary>
    public MetricsSection? Metrics { get; init; }

    /// <summary>The error ladder, if a candidate names prediction files.</summary>
    public ErrorsSection? Errors { get; init; }

    /// <summary>The memory to use, in bytes: with less of it numbers are counted in bins.</summary>
    public long Memory { get; init; } = CheckRequest.DefaultMemory;

    /// <summary>What gathering needs of a strategy.</summary>
    public static GatheringInput Of(Strategy strategy)
    {
        var input = new GatheringInput
        {
            Task = strategy.Task,
            Data = strategy.Data,
            Splits = [.. strategy.Splits.Select(split => split with { Rows = null, Composition = [], Query = null, Connection = null })],
            Consistency = strategy.Consistency,
        };
        return strategy.Candidates.All(candidate => candidate.Predictions.Count == 0)
            ? input
            : input with
            {
                Candidates = strategy.Candidates,
                Choice = strategy.Choice,
                Metrics = strategy.Metrics,
                Errors = strategy.Errors,
            };
    }

    /// <summary>A strategy of these parts only.</summary>
    public Strategy ToStrategy() => new()
    {
        Task = Task,
        Data = Data,
        Splits = Splits,
        Consistency = Consistency,
        Candidates = Candidates,
        Choice = Choice,
        Metrics = Metrics,
        Errors = Errors,
    };
}
