namespace MlStrategyGuard;

/// <summary>A column of two splits compared. Shares are of rows, 0–1.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Aspect">What of the column.</param>
/// <param name="IsLabel">Whether it is the label.</param>
/// <param name="Kind">How its values were compared.</param>
public sealed record ColumnComparison(string Column, ColumnAspect Aspect, bool IsLabel, ColumnKind Kind)
{
    /// <summary>The rows of the first split that took part.</summary>
    public long RowsA { get; init; }

    /// <summary>The rows of the second split that took part.</summary>
    public long RowsB { get; init; }

    /// <summary>The column's verdict.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>The observed difference: KS D, or the total variation of levels.</summary>
    public double Estimate { get; init; }

    /// <summary>At least this share differs; simultaneous over the columns of the pair.</summary>
    public double Lower { get; init; }

    /// <summary>The other end of the same interval.</summary>
    public double IntervalUpper { get; init; }

    /// <summary>No tested event differs by more; one-sided 95 %, for this column alone.</summary>
    public double Upper { get; init; }

    /// <summary>The p-value, adjusted within its family (Holm).</summary>
    public double P { get; init; }

    /// <summary>Whether the shift is beyond chance.</summary>
    public bool IsSignificant { get; init; }

    /// <summary>The smallest shift that the data would have shown in 80 % of draws.</summary>
    public double Resolution { get; init; }

    /// <summary>Rows a split that would settle the tolerance for this column.</summary>
    public long RowsNeeded { get; init; }

    /// <summary>The limit of a rare label class that moved by more than a quarter of itself, if that decided.</summary>
    public double? RelativeLimit { get; init; }

    /// <summary>The values or ranges that moved most, largest first, three at most.</summary>
    public IReadOnlyList<MovedShare> Movers { get; init; } = [];

    /// <summary>How its rows lie in both splits; null where that isn't kept.</summary>
    public ColumnPicture? Picture { get; init; }
}

/// <summary>What of a column is compared.</summary>
public enum ColumnAspect
{
    /// <summary>The values that are there.</summary>
    Values,

    /// <summary>Whether a value is there.</summary>
    Missing,

    /// <summary>How long the text is.</summary>
    Length,

    /// <summary>Whether a value is of another kind than nearly all others: a word among numbers or dates.</summary>
    Stray,

    /// <summary>Rows of rare levels that only the second split has.</summary>
    NewLevel,

    /// <summary>The share of a text's characters that aren't ASCII.</summary>
    NonAscii,

    /// <summary>In how many rows a text says a word, by hash buckets.</summary>
    Words,

    /// <summary>The day of the week of a date.</summary>
    Weekday,

    /// <summary>The hour of a time.</summary>
    Hour,
}

/// <summary>A value, or a range of values, and its share in both splits.</summary>
/// <param name="Name">The level, or the range such as <c>1.5 – 2.25</c>.</param>
/// <param name="ShareA">Its share of the first split, 0–1.</param>
/// <param name="ShareB">Its share of the second split, 0–1.</param>
public sealed record MovedShare(string Name, double ShareA, double ShareB);
