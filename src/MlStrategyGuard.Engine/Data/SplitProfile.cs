namespace MlStrategyGuard.Engine.Data;

/// <summary>What one pass over a split's files gathers.</summary>
/// <param name="Name">The split's name.</param>
/// <param name="Rows">Its number of rows.</param>
/// <param name="Columns">Its columns, in the order of the first file.</param>
internal sealed record SplitProfile(string Name, long Rows, IReadOnlyList<ColumnProfile> Columns)
{
    /// <summary>The column of that name, if there is one.</summary>
    public ColumnProfile? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);

    /// <summary>The profile as evidence.</summary>
    public SplitData ToEvidence() =>
        new(Name, Rows, [.. Columns.Select(column => new ColumnData(column.Name, column.Kind, column.Missing))]);
}
