namespace MlStrategyGuard;

/// <summary>A part of dev in which the choice errs more often than elsewhere, beyond chance.</summary>
/// <param name="Column">The column.</param>
/// <param name="Level">Its level, or a range such as <c>12 – 30.5</c>.</param>
/// <param name="Rows">The rows of the slice.</param>
/// <param name="Errors">Those of them that are wrong.</param>
/// <param name="AllRows">All rows.</param>
/// <param name="AllErrors">All that are wrong.</param>
/// <param name="P">The probability of so many errors by chance, before it was chosen among many slices.</param>
public sealed record ErrorSlice(string Column, string Level, long Rows, long Errors, long AllRows, long AllErrors, double P)
{
    /// <summary>The share of all errors that lie in it, 0–1.</summary>
    public double Share => (double)Errors / AllErrors;

    /// <summary>The error rate in it.</summary>
    public double ErrorRate => (double)Errors / Rows;

    /// <summary>The error rate elsewhere.</summary>
    public double OtherRate => AllRows == Rows ? 0 : (double)(AllErrors - Errors) / (AllRows - Rows);

    /// <summary>The error rate of all rows if the slice had that of the others: what working on it can win at best.</summary>
    public double BestError => (AllErrors - Errors + (Rows * OtherRate)) / AllRows;
}
