namespace MlStrategyGuard;

/// <summary>A column that names what rows belong to, and that nobody declared.</summary>
/// <param name="Split">The split that shows it.</param>
/// <param name="Column">The column.</param>
/// <param name="Rows">The rows that were looked at.</param>
/// <param name="Groups">The different values that they have in the column.</param>
/// <param name="Alike">The other columns in which rows of one value are alike.</param>
/// <param name="Others">The number of other columns.</param>
public sealed record UndeclaredGroup(string Split, string Column, long Rows, long Groups, IReadOnlyList<string> Alike, int Others);
