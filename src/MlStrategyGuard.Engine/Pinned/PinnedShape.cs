using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Pinned;

/// <summary>Whether the parts of a profile fit together, so that comparisons can rely on them.</summary>
internal static class PinnedShape
{
    /// <summary>Whether a column has everything that a comparison asks of its kind, and nothing impossible.</summary>
    /// <param name="column">The column.</param>
    /// <param name="rows">The rows of the split, at least one.</param>
    public static bool IsWhole(PinnedColumn column, long rows)
    {
        if (column.Missing < 0 || column.Present < 0 || column.Missing > rows || column.Present != rows - column.Missing)
            return false;
        if (column.LeftOut is not null || column.Kind is ColumnKind.Embedding or ColumnKind.Empty)
            return true;
        if (!IsCount(column.NumberCount, column.Present) || !IsCount(column.DateCount, column.Present))
            return false;

        var levels = column.Levels is not null;
        return AreBins(column.Numbers, column.Present)
            && AreBins(column.Dates, column.Present)
            && AreBins(column.Lengths, long.MaxValue)
            && (column.Numbers is not null || column.Kind != ColumnKind.Numeric || column.Present == 0)
            && (column.Dates is not null || column.Kind != ColumnKind.Date || column.Present == 0)
            && (column.Lengths is not null || !column.IsText || column.Present == 0)
            && (column.Numbers is not null || column.NumberCount == 0 || column.NumberCount < column.Present / 2.0 || column.Kind == ColumnKind.Text)
            && (column.Dates is not null || column.DateCount == 0 || column.DateCount < column.Present / 2.0 || column.Kind == ColumnKind.Text)
            && (levels || column.Buckets is not null || column.Kind != ColumnKind.Categorical)
            && (levels || !column.HasCodes)
            && (!levels || Sum(column.Levels!.Values.Concat(column.RareLevels?.Values ?? Enumerable.Empty<long>()), column.Present) == column.Present)
            && (levels || column.RareLevels is null)
            && (column.RareLevels is null || column.Buckets is not null)
            && (column.Buckets is null || (column.Buckets.Count == LevelCounts.Buckets && Sum(column.Buckets, column.Present) == column.Present));
    }

    private static bool AreBins(PinnedNumbers? numbers, long atMost)
    {
        if (numbers is null)
            return true;
        if (numbers.Counts.Length != numbers.Edges.Length + 1 || Sum(numbers.Counts, atMost) is null or 0)
            return false;
        for (var i = 0; i < numbers.Edges.Length; i++)
        {
            if (!double.IsFinite(numbers.Edges[i]) || (i > 0 && numbers.Edges[i] <= numbers.Edges[i - 1]))
                return false;
        }

        return true;
    }

    private static bool IsCount(long count, long atMost) => count >= 0 && count <= atMost;

    /// <summary>The sum; null if a count is negative or the sum is above its bound.</summary>
    private static long? Sum(IEnumerable<long> counts, long atMost)
    {
        var sum = 0L;
        foreach (var count in counts)
        {
            if (count < 0 || count > atMost - sum)
                return null;
            sum += count;
        }

        return sum;
    }
}
