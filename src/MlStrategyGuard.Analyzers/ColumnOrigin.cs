namespace MlStrategyGuard.Analyzers;

/// <summary>What a column was made of. Equal origins are the same column.</summary>
/// <param name="Name">The name of the first column.</param>
/// <param name="Since">The number of links behind which it appears; 0 for a column of the data.</param>
internal readonly record struct ColumnOrigin(string Name, int Since)
{
    /// <summary>Whether it is surely a column of the data itself.</summary>
    public bool IsRaw => Since == 0;
}
