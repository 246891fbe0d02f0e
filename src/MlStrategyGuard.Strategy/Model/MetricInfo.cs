namespace MlStrategyGuard;

/// <summary>What is known of a metric.</summary>
/// <param name="Name">The canonical name.</param>
/// <param name="Direction">Which way it is better.</param>
/// <param name="Lowest">The smallest value that it can take.</param>
/// <param name="Highest">The largest value that it can take.</param>
/// <param name="Tasks">The tasks that it fits; empty for all of them (latency, size …).</param>
/// <param name="Aliases">Other usual spellings; case, <c>_</c>, <c>-</c> and spaces never matter.</param>
public sealed record MetricInfo(
    string Name,
    MetricDirection Direction,
    double Lowest,
    double Highest,
    IReadOnlyList<LearningTask> Tasks,
    IReadOnlyList<string> Aliases)
{
    /// <summary>Whether it is a mean of one value a row, so that rows can be compared one by one.</summary>
    public bool IsDecomposable { get; init; }

    /// <summary>Whether always answering the most frequent class scores well where one class dominates.</summary>
    public bool IsHurtByImbalance { get; init; }

    /// <summary>Whether it can be computed for that task.</summary>
    public bool Fits(LearningTask task) => Tasks.Count == 0 || Tasks.Contains(task);
}
