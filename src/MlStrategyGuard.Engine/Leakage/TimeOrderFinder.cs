using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Leakage;

/// <summary>Do train, dev and test follow each other in time?</summary>
internal static class TimeOrderFinder
{
    /// <summary>Each pair of splits of which one is due to be earlier; none if the order isn't declared or can't be read.</summary>
    /// <param name="strategy">Declares the policy and the column.</param>
    /// <param name="splits">The splits in the order in which a model meets them.</param>
    public static IReadOnlyList<TimeOrder> Find(Strategy strategy, IReadOnlyList<SplitProfile> splits)
    {
        if (Column(strategy) is not { } column || UnreadableIn(strategy, splits) is not null)
            return [];
        var timed = splits.Where(split => split.Column(column.Value) is { Present: > 0 }).ToList();
        return [.. from a in timed
                   from b in timed
                   where Stage(a) < Stage(b)
                   select Order(a, b, column.Value, Stage(a) == 0 ? Gap(strategy, a.Column(column.Value)!) ?? 0 : 0)];
    }

    /// <summary>Whether the embargo is a duration where times are numbers, or the other way round; no gap is asked for then.</summary>
    /// <param name="strategy">Declares the policy, the column and the embargo.</param>
    /// <param name="splits">The splits.</param>
    public static bool HasOtherUnits(Strategy strategy, IReadOnlyList<SplitProfile> splits) =>
        Column(strategy) is { } column && UnreadableIn(strategy, splits) is null
        && splits.Any(split => split.Column(column.Value) is { Present: > 0 } times && Gap(strategy, times) is null);

    /// <summary>A split whose times are neither dates nor numbers, or not what the others hold; null if there is none.</summary>
    /// <param name="strategy">Declares the policy and the column.</param>
    /// <param name="splits">The splits.</param>
    public static string? UnreadableIn(Strategy strategy, IReadOnlyList<SplitProfile> splits)
    {
        if (Column(strategy) is not { } column)
            return null;
        bool? areDates = null;
        foreach (var split in splits)
        {
            if (split.Column(column.Value) is not { Present: > 0 } times)
                continue;
            if (Times(times) is null || (areDates is { } earlier && earlier != IsDate(times)))
                return split.Name;
            areDates = IsDate(times);
        }

        return null;
    }

    private static Marked<string>? Column(Strategy strategy) =>
        strategy.Consistency.Policy == SplitPolicy.Temporal ? strategy.Data.Time : null;

    /// <summary>Train-dev is held out of train, so no order is asked of the two.</summary>
    private static int Stage(SplitProfile split) => split.Name switch { "dev" => 1, "test" => 2, _ => 0 };

    private static bool IsDate(ColumnProfile column) => 2 * column.DateCount >= column.Present && column.DateCount > 0;

    private static NumberStore? Times(ColumnProfile column) =>
        IsDate(column) ? column.Dates
        : 2 * column.NumberCount >= column.Present && column.NumberCount > 0 ? column.Numbers
        : null;

    /// <summary>The embargo in the unit of the times; null if it has another.</summary>
    private static double? Gap(Strategy strategy, ColumnProfile times) => strategy.Consistency.Embargo?.Value switch
    {
        null => 0,
        { IsDuration: var isDuration } when isDuration != IsDate(times) => null,
        { IsDuration: true, Value: var seconds } => seconds * TimeSpan.TicksPerSecond,
        { Value: var value } => value,
    };

    private static TimeOrder Order(SplitProfile a, SplitProfile b, string column, double gap)
    {
        var (x, y) = (a.Column(column)!, b.Column(column)!);
        var (first, second) = (Times(x)!, Times(y)!);
        var (rowsA, rowsB) = IsDate(x) ? (x.DateCount, y.DateCount) : (x.NumberCount, y.NumberCount);
        var (end, start) = (first.Largest, second.Smallest);

        // A day or an hour that ends dev and begins test teaches nobody anything; train has to end before, by the gap
        // that is asked for.
        var isStrict = Stage(a) == 0 && gap == 0;
        var (lastA, firstB) = (start - gap, end + gap);
        var overlaps = end > lastA || (isStrict && end == lastA);
        return new TimeOrder(a.Name, b.Name)
        {
            RowsA = rowsA,
            RowsB = rowsB,
            LateA = overlaps ? Count(first, x.Bins, time => time > lastA || (isStrict && time == lastA)) : 0,
            EarlyB = overlaps ? Count(second, y.Bins, time => time < firstB || (isStrict && time == firstB)) : 0,
            IsExact = first.IsComplete && second.IsComplete,
        };
    }

    /// <summary>
    /// Counts what is out; of values in bins, what surely is. One at least, because the extremes are exact.
    /// </summary>
    private static long Count(NumberStore times, NumberBins? bins, Func<double, bool> isOut)
    {
        var count = 0L;
        foreach (var time in times.Values)
            count += isOut(time) ? 1 : 0;
        for (var i = 0; i < bins?.Counts.Length; i++)
        {
            var above = i == 0 ? double.NegativeInfinity : bins.Edges[i - 1];
            var upTo = i < bins.Edges.Length ? bins.Edges[i] : double.PositiveInfinity;
            if (isOut(above) && isOut(upTo))
                count += bins.Counts[i];
        }

        return Math.Max(1, count);
    }
}
