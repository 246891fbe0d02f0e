namespace MlStrategyGuard;

/// <summary>A part of dev in which the choice errs more often than elsewhere, beyond chance.</summary>
/// <param name="Column">The column.</param>
/// <param name="Level">Its level, or a range such as <c>12 – 30.5</c>.</param>
/// <param name="Rows">The rows of the slice.</param>
/// <param name="Errors">Those of them that are wrong.</param>
/// <param name="AllRows">All rows.</param>
/// <param name="AllErrors">All that are wrong.</param>
/// <param name="P">
/// The probability of so many errors by chance, before it was chosen among many slices; with groups or weights after.
/// </param>
public sealed record ErrorSlice(string Column, string Level, long Rows, long Errors, long AllRows, long AllErrors, double P)
{
    /// <summary>The same in weights, where rows count differently; null otherwise.</summary>
    public SliceWeights? Weights { get; init; }

    /// <summary>How many groups have rows of it; null without groups.</summary>
    public long? Groups { get; init; }

    /// <summary>The share of all rows (of all weight) that lies in it, 0–1.</summary>
    public double RowShare => Size / All;

    /// <summary>The share of all errors that lie in it, 0–1.</summary>
    public double Share => Wrong / AllWrong;

    /// <summary>The error rate in it.</summary>
    public double ErrorRate => Wrong / Size;

    /// <summary>The error rate elsewhere.</summary>
    public double OtherRate => All <= Size ? 0 : Math.Max(0, AllWrong - Wrong) / (All - Size);

    /// <summary>The error rate of all rows if the slice had that of the others: what working on it can win at best.</summary>
    public double BestError => (AllWrong - Wrong + (Size * OtherRate)) / All;

    private double Size => Weights?.InSlice ?? Rows;

    private double Wrong => Weights?.WrongInSlice ?? Errors;

    private double All => Weights?.All ?? AllRows;

    private double AllWrong => Weights?.AllWrong ?? AllErrors;
}

/// <summary>The weights of a slice.</summary>
/// <param name="InSlice">Of its rows.</param>
/// <param name="WrongInSlice">Of those of them that are wrong.</param>
/// <param name="All">Of all rows.</param>
/// <param name="AllWrong">Of all that are wrong.</param>
public sealed record SliceWeights(double InSlice, double WrongInSlice, double All, double AllWrong);
