namespace MlStrategyGuard;

/// <summary>What was read of a split.</summary>
/// <param name="Name">The split's name.</param>
/// <param name="Rows">Its number of rows.</param>
/// <param name="Columns">Its columns, in the order of the first file.</param>
public sealed record SplitData(string Name, long Rows, IReadOnlyList<ColumnData> Columns);

/// <summary>What was read of a column.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Missing">Rows without a value.</param>
public sealed record ColumnData(string Name, ColumnKind Kind, long Missing)
{
    /// <summary>The most frequent level of the label and its share of the rows with a label; null for other columns.</summary>
    public KeyValuePair<string, double>? Majority { get; init; }
}
