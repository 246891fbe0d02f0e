using System.Globalization;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Pinned;

/// <summary>
/// Numbers in bins that give no row away: at least ten rows each (or none), with edges that are the roundest numbers near
/// the quantiles. A value of so many rows as a bin should have gets a bin of its own, so that nothing is hidden beside it.
/// </summary>
internal static class QuantileBins
{
    /// <summary>Fewer rows are never told apart from others.</summary>
    public const int MinRows = 10;

    /// <summary>A bin holds one of so many parts of the rows, or more.</summary>
    private const int Parts = 1024;

    /// <summary>Counts numbers.</summary>
    /// <param name="sorted">The numbers, ascending, at least one.</param>
    /// <param name="areWhole">Whether all are whole.</param>
    public static NumberBins Of(double[] sorted, bool areWhole)
    {
        var size = Math.Max(MinRows, (sorted.Length + Parts - 1) / Parts);
        var edges = new List<(double Edge, int Below)>();
        int start = 0, lastAtom = 0;
        foreach (var (first, end) in Atoms(sorted, size))
        {
            var value = sorted[first];
            var before = Cut(sorted, start, first, size, edges);
            // From 2⁵³ on the next smaller whole number is no double.
            var below = areWhole ? Math.Min(value - 1, Math.BitDecrement(value)) : Math.BitDecrement(value);
            if (first - before is > 0 and < MinRows)
            {
                // Too few to stand alone: they go to the rarer of the values beside them.
                if (start > 0 && lastAtom < end - first)
                {
                    edges.RemoveAt(edges.Count - 1);
                    edges.Add((below, first));
                }
            }
            else if (edges.Count == 0 || edges[^1].Edge < below)
            {
                edges.Add((below, first));
            }

            edges.Add((value, end));
            (start, lastAtom) = (end, end - first);
        }

        var tail = sorted.Length - Cut(sorted, start, sorted.Length, size, edges);
        if (tail is > 0 and < MinRows && edges.Count > 0)
            edges.RemoveAt(edges.Count - 1);
        return ToBins(edges, sorted.Length);
    }

    /// <summary>Puts neighbouring bins together until each has ten rows or none, and empty ones.</summary>
    public static NumberBins Merge(NumberBins bins)
    {
        var edges = new List<double>();
        var counts = new List<long>();
        var open = 0L;
        for (var i = 0; i < bins.Edges.Length; i++)
        {
            open += bins.Counts[i];
            if (open is > 0 and < MinRows || (open == 0 && bins.Counts[i + 1] == 0))
                continue;
            edges.Add(bins.Edges[i]);
            counts.Add(open);
            open = 0;
        }

        open += bins.Counts[^1];
        while (open is > 0 and < MinRows && edges.Count > 0)
        {
            open += counts[^1];
            edges.RemoveAt(edges.Count - 1);
            counts.RemoveAt(counts.Count - 1);
        }

        counts.Add(open);
        return new NumberBins([.. edges], [.. counts]);
    }

    /// <summary>Cuts a stretch without frequent values into bins; returns where its last one starts.</summary>
    private static int Cut(double[] sorted, int start, int end, int size, List<(double Edge, int Below)> edges)
    {
        while (end - start >= 2 * size && !double.IsPositiveInfinity(sorted[start + size - 1]))
        {
            var edge = Roundest(sorted[start + size - 1], sorted[start + (2 * size) - 1]);
            var next = start + size;
            while (next < end && sorted[next] <= edge)
                next++;
            if (end - next < size)
                break;
            edges.Add((edge, next));
            start = next;
        }

        return start;
    }

    /// <summary>The runs of equal values that are long enough for a bin.</summary>
    private static IEnumerable<(int First, int End)> Atoms(double[] sorted, int size)
    {
        for (int first = 0, end; first < sorted.Length; first = end)
        {
            for (end = first + 1; end < sorted.Length && sorted[end] == sorted[first];)
                end++;
            if (end - first >= size && double.IsFinite(sorted[first]))
                yield return (first, end);
        }
    }

    /// <summary>The number with the fewest digits that is at least <paramref name="low"/> and below <paramref name="high"/>.</summary>
    internal static double Roundest(double low, double high)
    {
        low = Math.Clamp(low, -double.MaxValue, double.MaxValue);
        high = Math.Clamp(high, -double.MaxValue, double.MaxValue);
        if (low <= 0 && high > 0)
            return 0;
        var largest = Math.Max(Math.Abs(low), Math.Abs(high));
        for (var exponent = (int)Math.Floor(Math.Log10(largest)); exponent > -330; exponent--)
        {
            foreach (var digit in (ReadOnlySpan<int>)[5, 2, 1])
            {
                var steps = Math.Ceiling(low / Parse(digit, exponent));
                if (Math.Abs(steps) > 1L << 53)
                    return low;
                if (Parse(steps * digit, exponent) is var edge && edge >= low && edge < high)
                    return edge;
            }
        }

        return low;
    }

    /// <summary>The double next to a decimal number.</summary>
    private static double Parse(double digits, int exponent) =>
        double.Parse(string.Create(CultureInfo.InvariantCulture, $"{digits:F0}E{exponent}"), CultureInfo.InvariantCulture);

    private static NumberBins ToBins(List<(double Edge, int Below)> edges, int count)
    {
        var counts = new long[edges.Count + 1];
        var before = 0;
        for (var i = 0; i < edges.Count; i++)
        {
            counts[i] = edges[i].Below - before;
            before = edges[i].Below;
        }

        counts[^1] = count - before;
        return new NumberBins([.. edges.Select(edge => edge.Edge)], counts);
    }
}
