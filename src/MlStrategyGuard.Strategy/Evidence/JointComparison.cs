namespace MlStrategyGuard;

/// <summary>
/// Several columns of two splits looked at together: pairs of columns, and a classifier that tries to tell the splits
/// apart. It may show a shift; that nothing is found proves nothing. Shares are of rows, 0–1.
/// </summary>
public sealed record JointComparison
{
    /// <summary>The rows of the first split that took part.</summary>
    public long RowsA { get; init; }

    /// <summary>The rows of the second split that took part.</summary>
    public long RowsB { get; init; }

    /// <summary>The verdict; <see cref="Verdict.Same"/> unless something is beyond chance.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>The difference observed in what shows it best.</summary>
    public double Estimate { get; init; }

    /// <summary>At least this share differs.</summary>
    public double Lower { get; init; }

    /// <summary>The other end of the same interval.</summary>
    public double IntervalUpper { get; init; }

    /// <summary>What was tested differs by no more; one-sided 95 %.</summary>
    public double Upper { get; init; }

    /// <summary>The p-value, adjusted for both tests.</summary>
    public double P { get; init; }

    /// <summary>Whether the shift is beyond chance.</summary>
    public bool IsSignificant { get; init; }

    /// <summary>Rows a split that would settle the tolerance; 0 if there is nothing to settle.</summary>
    public long RowsNeeded { get; init; }

    /// <summary>The number of pairs of columns that were tested.</summary>
    public int PairsTested { get; init; }

    /// <summary>The pairs of columns that moved beyond chance, three at most: the one described here, then the strongest.</summary>
    public IReadOnlyList<ColumnPair> Pairs { get; init; } = [];

    /// <summary>
    /// The columns that the classifier tells the splits apart by, with their share of what it found, largest first;
    /// empty if it couldn't.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, double>> Features { get; init; } = [];

    /// <summary>The combinations of values that moved most, largest first, three at most.</summary>
    public IReadOnlyList<MovedShare> Movers { get; init; } = [];
}

/// <summary>Two columns whose combinations of values moved.</summary>
/// <param name="First">The column that comes first in the data.</param>
/// <param name="Second">The other one.</param>
/// <param name="P">The p-value, adjusted for the number of pairs.</param>
public sealed record ColumnPair(string First, string Second, double P);
