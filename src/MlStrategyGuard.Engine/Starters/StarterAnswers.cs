namespace MlStrategyGuard.Engine.Starters;

/// <summary>What a user says about a new strategy; what is null is guessed from the data or left as a comment.</summary>
public sealed record StarterAnswers
{
    /// <summary>The task, as the file spells it.</summary>
    public string? Task { get; init; }

    /// <summary>The column to predict.</summary>
    public string? Label { get; init; }

    /// <summary>The optimizing metric.</summary>
    public string? Metric { get; init; }

    /// <summary>The target distribution.</summary>
    public string? Target { get; init; }
}
