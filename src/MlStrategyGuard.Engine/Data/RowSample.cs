namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// Rows of a split as values: all rows while they are few, beyond that those with the smallest hashes of their content.
/// Which rows are in, and their order (by that hash), doesn't depend on the order of rows in the files; two splits use
/// the same hash, so a test on samples is a test of both splits' distributions among the rows that the hash selects.
/// </summary>
/// <param name="Count">The number of rows in the sample.</param>
/// <param name="Of">The number of rows in the split.</param>
/// <param name="Columns">All columns of the split, in the order of the first file.</param>
internal sealed record RowSample(int Count, long Of, IReadOnlyList<SampledColumn> Columns)
{
    /// <summary>The most rows that a sample holds.</summary>
    public const int MaxRows = 65_536;

    /// <summary>Whether the sample is the split.</summary>
    public bool IsWhole => Count == Of;

    /// <summary>The column of that name, if there is one.</summary>
    public SampledColumn? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);
}
