namespace MlStrategyGuard;

/// <summary>Keeps the rows whose column holds one of some values.</summary>
/// <param name="Column">The column's name, at its key.</param>
/// <param name="Values">The values, compared as text, ordinal.</param>
public sealed record RowFilter(Marked<string> Column, IReadOnlyList<string> Values);
