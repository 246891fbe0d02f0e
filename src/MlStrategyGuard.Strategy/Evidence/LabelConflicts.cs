namespace MlStrategyGuard;

/// <summary>Rows of a split with equal features and different classes.</summary>
/// <param name="Split">The split's name.</param>
/// <param name="Rows">Its rows with a label.</param>
/// <param name="Patterns">Groups of equal rows that don't agree on the class.</param>
/// <param name="Conflicting">The rows of these groups.</param>
/// <param name="Wrong">Rows that an answer by features alone gets wrong at the very least: those outside their group's most frequent class.</param>
public sealed record LabelConflicts(string Split, long Rows, long Patterns, long Conflicting, long Wrong)
{
    /// <summary>No model can have a smaller share of errors on this split, 0–1.</summary>
    public double Floor => Rows == 0 ? 0 : (double)Wrong / Rows;
}
