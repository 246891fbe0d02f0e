using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>The numbers of a column: all of them, or how many lie between some edges.</summary>
internal sealed class NumberSet
{
    private readonly FixedNumbers? _fixed;
    private double[]? _sorted;
    private readonly NumberBins? _bins;
    private readonly bool _edgesAreCommon;

    /// <param name="sorted">The numbers, ascending.</param>
    public NumberSet(double[] sorted) => _sorted = sorted;

    /// <param name="numbers">The numbers as digits.</param>
    public NumberSet(FixedNumbers numbers) => _fixed = numbers;

    /// <param name="bins">The numbers a bin, with edges of their own.</param>
    public NumberSet(NumberBins bins) => _bins = bins;

    private NumberSet(double[] edges, long[] counts) => (_bins, _edgesAreCommon) = (new NumberBins(edges, counts), true);

    /// <summary>Numbers of data that were counted between edges which are the same for all splits.</summary>
    /// <param name="edges">Ascending edges.</param>
    /// <param name="counts">Numbers a bin, one more than there are edges.</param>
    public static NumberSet OfCounts(double[] edges, long[] counts) => new(edges, counts);

    /// <summary>Compares the numbers of two splits: exactly, or at the edges of those that are known in bins only.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="aspect">What of the column.</param>
    /// <param name="isLabel">Whether it is the label.</param>
    /// <param name="kind">Numbers, texts by their lengths, or dates as ticks.</param>
    /// <param name="a">The first split's numbers.</param>
    /// <param name="b">The second split's numbers.</param>
    /// <param name="areWhole">Whether all numbers of both are whole.</param>
    public static ColumnTest Test(
        string column, ColumnAspect aspect, bool isLabel, ColumnKind kind, NumberSet a, NumberSet b, bool areWhole)
    {
        if (a._fixed is { } x && b._fixed is { } y && Math.Max(x.Scale, y.Scale) is var scale
            && x.WithScale(scale) is { } xs && y.WithScale(scale) is { } ys)
            return new NumericTest(column, aspect, isLabel, kind, xs, ys);
        if (a.Sorted is { } first && b.Sorted is { } second)
            return new NumericTest(column, aspect, isLabel, kind, first, second);
        return a._edgesAreCommon && b._edgesAreCommon
            ? new NumericTest(column, aspect, isLabel, kind, a._bins!.Edges, a._bins.Counts, b._bins!.Counts)
            : new BinnedTest(column, aspect, isLabel, kind, a.InBins(b), b.InBins(a), areWhole);
    }

    /// <summary>The numbers in bins: counted between new edges, or as they have been counted already.</summary>
    /// <param name="count">Counts numbers, given in ascending order.</param>
    /// <param name="merge">Merges bins.</param>
    public NumberBins Pin(Func<double[], NumberBins> count, Func<NumberBins, NumberBins> merge) =>
        Sorted is { } sorted ? count(sorted) : merge(_bins!);

    private double[]? Sorted => _sorted ??= _fixed?.ToSorted();

    private NumberBins InBins(NumberSet other) => _bins ?? Count(Sorted!, other._bins!.Edges);

    private static NumberBins Count(double[] sorted, double[] edges)
    {
        var counts = new long[edges.Length + 1];
        var bin = 0;
        foreach (var value in sorted)
        {
            while (bin < edges.Length && value > edges[bin])
                bin++;
            counts[bin]++;
        }

        return new NumberBins(edges, counts);
    }
}
