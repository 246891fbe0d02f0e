using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// A column that two splits were split by, though nobody declared it: it is called like an id, its values repeat within
/// each split, and hardly one stands in both. Such a pair is compared by group; row by row, every split that keeps
/// patients whole would look like another distribution.
/// </summary>
internal static class AssumedGroup
{
    /// <summary>The most rows of a split whose value may stand in the other one as well, as a share.</summary>
    private const double MaxShared = 0.05;

    /// <summary>The least share of rows that have a companion of the same value in their split.</summary>
    private const double MinRepeating = 0.5;

    /// <summary>The column with the fewest values, if several were kept whole; null if none was.</summary>
    public static string? Find(Strategy strategy, ComparedSplit a, ComparedSplit b)
    {
        if (strategy.Data.Group is not null || a.Sample is not { } first || b.Sample is not { } second)
            return null;
        var declared = UndeclaredGroups.Declared(strategy);
        return first.Columns
            .Where(column => !declared.Contains(column.Name) && column.Name != strategy.Data.Label?.Value && UndeclaredGroups.IsCalledLikeAnId(column.Name))
            .Select(column => (column.Name, Groups: Groups(column, second.Column(column.Name))))
            .Where(candidate => candidate.Groups is not null)
            .OrderBy(candidate => candidate.Groups).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault().Name;
    }

    /// <summary>
    /// A column that the splits may have been split by, where rows to tell are lacking: it is called like an id and isn't
    /// another one in each row. Null if there is none.
    /// </summary>
    public static string? Possible(Strategy strategy, ComparedSplit a, ComparedSplit b)
    {
        var declared = UndeclaredGroups.Declared(strategy);
        return a.Columns.FirstOrDefault(x => !declared.Contains(x.Name) && x.Name != strategy.Data.Label?.Value
            && UndeclaredGroups.IsCalledLikeAnId(x.Name)
            && b.Columns.FirstOrDefault(column => column.Name == x.Name) is { } y
            && (x.HasManyValues || y.HasManyValues) && !(x.IsIdentifier && y.IsIdentifier))?.Name;
    }

    /// <summary>The number of values, if the column was kept whole.</summary>
    private static int? Groups(SampledColumn x, SampledColumn? y)
    {
        if (y is null)
            return null;
        var (inA, inB) = (Counts(x), Counts(y));
        return inA.Count > 1 && inB.Count > 1
            && Repeats(inA) && Repeats(inB)
            && Shared(inA, inB) <= MaxShared && Shared(inB, inA) <= MaxShared
                ? inA.Count + inB.Count
                : null;
    }

    private static bool Repeats(Dictionary<ulong, long> counts) =>
        counts.Values.Where(count => count > 1).Sum() >= MinRepeating * counts.Values.Sum();

    private static double Shared(Dictionary<ulong, long> counts, Dictionary<ulong, long> other) =>
        (double)counts.Where(level => other.ContainsKey(level.Key)).Sum(level => level.Value) / counts.Values.Sum();

    private static Dictionary<ulong, long> Counts(SampledColumn column)
    {
        var counts = new Dictionary<ulong, long>();
        foreach (var key in SampledRows.Keys(column).OfType<ulong>())
            counts[key] = counts.GetValueOrDefault(key) + 1;
        return counts;
    }
}
