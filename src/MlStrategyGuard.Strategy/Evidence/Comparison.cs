namespace MlStrategyGuard;

/// <summary>Two splits that are due to come from one distribution, compared.</summary>
/// <param name="A">The first split's name.</param>
/// <param name="B">The second split's name.</param>
/// <param name="Reason">Why they are compared.</param>
public sealed record Comparison(string A, string B, ComparisonReason Reason)
{
    /// <summary>The rows of the first split.</summary>
    public long RowsA { get; init; }

    /// <summary>The rows of the second split.</summary>
    public long RowsB { get; init; }

    /// <summary>The largest share of rows that may differ, 0–1.</summary>
    public double Tolerance { get; init; }

    /// <summary>One minus the false-alarm rate of this pair, 0–1.</summary>
    public double Confidence { get; init; }

    /// <summary>The worst verdict of a column, or of several together.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>At least this share of rows differs, 0–1.</summary>
    public double Lower { get; init; }

    /// <summary>No tested event differs by more than this share, 0–1.</summary>
    public double Upper { get; init; }

    /// <summary>The smallest shift that the data would have shown in any column in 80 % of draws, 0–1.</summary>
    public double Resolution { get; init; }

    /// <summary>Rows a split that would settle the tolerance, when this data can't.</summary>
    public long? RowsNeeded { get; init; }

    /// <summary>The compared columns, in the order of the data.</summary>
    public IReadOnlyList<ColumnComparison> Columns { get; init; } = [];

    /// <summary>The groups that rows come in; null if none are declared.</summary>
    public GroupCounts? Groups { get; init; }

    /// <summary>The column by which the rows were grouped though nobody declared it; null if none was.</summary>
    public string? AssumedGroup { get; init; }

    /// <summary>Several columns at once; null if there weren't two, or no rows to look at.</summary>
    public JointComparison? Joint { get; init; }

    /// <summary>Columns that only one of the two has, or that hold something else in each.</summary>
    public IReadOnlyList<ColumnConflict> Conflicts { get; init; } = [];

    /// <summary>Columns that were left out, with the reason.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> LeftOut { get; init; } = [];

    /// <summary>
    /// The splits of the two that a pinned profile stands in for. It has no rows: several columns at once, equal rows,
    /// near-duplicates and groups weren't looked at.
    /// </summary>
    public IReadOnlyList<string> Pinned { get; init; } = [];

    /// <summary>The compared columns from what surely differs most to what differs least.</summary>
    public IReadOnlyList<ColumnComparison> ByDifference() =>
    [
        .. Columns
            .OrderByDescending(column => column.Verdict is Verdict.NoShiftFound ? Verdict.Same : column.Verdict)
            .ThenByDescending(column => column.IsSignificant)
            .ThenByDescending(column => column.Lower)
            .ThenByDescending(column => column.Estimate),
    ];
}
