using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Leakage;

/// <summary>Tells copies from repeats and from chance among the rows that are equal in two splits.</summary>
/// <param name="strategy">Names the label.</param>
internal sealed class SharedRowsFinder(Strategy strategy)
{
    /// <summary>The rate at which a pair of splits without copies is blamed for some.</summary>
    private const double FalseAlarms = 1e-4;

    /// <summary>Repeats are worth a word from this share of a split's rows on.</summary>
    private const double MaterialShare = 0.01;

    /// <summary>A few rows that are equal, perhaps because nearly all of their values are missing, are no groups.</summary>
    private const long FewestPatterns = 10;

    /// <summary>Equal rows in two splits.</summary>
    /// <param name="a">The first split.</param>
    /// <param name="b">The second split.</param>
    /// <param name="tally">What was counted.</param>
    public SharedRows Find(SplitProfile a, SplitProfile b, FeatureTally.PairTally tally)
    {
        var counts = tally.Counts;
        var expected = RandomSplit.Expected(counts, a.Rows, b.Rows);
        var p = RandomSplit.P(counts, a.Rows, b.Rows);
        if (a.Rows == b.Rows && counts.Balanced == a.Rows)
            p = Math.Min(1, 2 * Math.Min(p, RandomSplit.OfTwins(counts, a.Rows)));
        return new SharedRows(a.Name, b.Name)
        {
            RowsA = a.Rows,
            RowsB = b.Rows,
            SharedA = counts.SharedA,
            SharedB = counts.SharedB,
            Patterns = counts.Shared,
            Repeated = counts.Repeated,
            Expected = expected,
            P = p,
            Cause = counts.Shared == 0 ? RepeatCause.Chance : Cause(a, b, tally, expected, p),
        };
    }

    private RepeatCause Cause(SplitProfile a, SplitProfile b, FeatureTally.PairTally tally, double expected, double p)
    {
        var counts = tally.Counts;
        var floor = a.Sample is { } x && b.Sample is { } y
            ? ChanceOfEqualRows.Independent(x, y, a.Keys!.LeftOut)
            : 0;

        // Splits without repeats of their own, as after a deduplication of each, may share rows by chance.
        if (p < FalseAlarms && !IsGrid(a, b, counts) && RandomSplit.IsFarAbove(counts, expected) && counts.CrossPairs > 3 * floor * a.Rows * b.Rows && LabelsAgree(a, b, tally))
            return RepeatCause.Copies;

        var all = (double)a.Rows + b.Rows;
        var isMaterial = counts.Shared >= FewestPatterns && (counts.SharedA >= MaterialShare * a.Rows || counts.SharedB >= MaterialShare * b.Rows);
        return isMaterial && IsEven(counts)
            && 2 * counts.Shared >= expected
            && counts.CrossPairs + counts.PairsA + counts.PairsB > 10 * floor * all * (all - 1) / 2
            && a.Sample is { } first && b.Sample is { } second
            && ChanceOfEqualRows.AreTheSameThings([first, second], a.Keys!.LeftOut)
                ? RepeatCause.Entities
                : RepeatCause.Chance;
    }

    /// <summary>
    /// Things are in the data about equally often. Where a few patterns hold most of the equal pairs, as the answers of
    /// people who tick the same box throughout, it is the table that says little.
    /// </summary>
    private static bool IsEven(RepeatCounts counts) =>
        (double)counts.CrossPairs * counts.Shared <= 3.0 * counts.SharedA * counts.SharedB;

    /// <summary>A single column of numbers without a label: values on a grid are bound to meet, unless one split is a part of the other.</summary>
    private bool IsGrid(SplitProfile a, SplitProfile b, RepeatCounts counts)
    {
        if (strategy.Data.Label is not null || counts.SharedA == a.Rows || counts.SharedB == b.Rows)
            return false;
        var features = a.Columns.Where(column => !a.Keys!.LeftOut.Contains(column.Name)).ToList();
        return features is [{ Kind: ColumnKind.Numeric or ColumnKind.Date }];
    }

    /// <summary>
    /// Copies have one label. Rows of a design, every combination once in each split, are equal as well; their labels
    /// agree by chance only.
    /// </summary>
    private bool LabelsAgree(SplitProfile a, SplitProfile b, FeatureTally.PairTally tally)
    {
        if (tally.Labelled == 0 || strategy.Data.Label is not { } label)
            return true;
        var chance = a.Column(label.Value) is { } x && b.Column(label.Value) is { } y ? ChanceOfEqualLabels(x, y) : 0;
        return (double)tally.Agreeing / tally.Labelled >= chance + (0.5 * (1 - chance));
    }

    private static double ChanceOfEqualLabels(ColumnProfile a, ColumnProfile b)
    {
        if (ClassCounts.Of(a) is not { } x || ClassCounts.Of(b) is not { } y)
            return 0;
        var (n, m) = ((double)x.Values.Sum(), (double)y.Values.Sum());
        return n == 0 || m == 0 ? 0 : x.Sum(level => level.Value / n * (y.GetValueOrDefault(level.Key) / m));
    }
}
