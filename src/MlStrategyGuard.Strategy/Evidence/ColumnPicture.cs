namespace MlStrategyGuard;

/// <summary>
/// How a column's rows lie in both splits, coarse enough to be drawn: sums over rows, and no name of a level of fewer
/// than ten. Either levels or ranges between edges.
/// </summary>
public sealed record ColumnPicture
{
    /// <summary>A picture has at most this many bars a split.</summary>
    public const int MostBars = 24;

    /// <summary>The levels' names as messages write them, <c>country=DE</c>; empty if the bars are ranges.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>
    /// The ascending edges between ranges, dates as ticks: one fewer than there are bars. A range holds what is above the
    /// edge before and at most its own.
    /// </summary>
    public IReadOnlyList<double> Edges { get; init; } = [];

    /// <summary>Each bar's share of the first split, 0–1.</summary>
    public IReadOnlyList<double> A { get; init; } = [];

    /// <summary>Each bar's share of the second split, 0–1.</summary>
    public IReadOnlyList<double> B { get; init; } = [];
}
