using System.Runtime.CompilerServices;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>What one walk through the values of two samples finds: the largest gap, its upper bound, pooled quantiles.</summary>
/// <param name="rowsA">Values of the first sample.</param>
/// <param name="rowsB">Values of the second sample.</param>
/// <param name="effectiveA">Independent rows that the first sample is worth.</param>
/// <param name="effectiveB">Independent rows that the second sample is worth.</param>
/// <param name="bins">The number of bins between quantiles.</param>
/// <param name="z">The normal quantile of the upper bound.</param>
internal struct NumericWalk(long rowsA, long rowsB, double effectiveA, double effectiveB, int bins, double z)
{
    private readonly double _inverseA = 1.0 / rowsA;
    private readonly double _inverseB = 1.0 / rowsB;
    private readonly double _inverseEffectiveA = 1 / effectiveA;
    private readonly double _inverseEffectiveB = 1 / effectiveB;
    private readonly List<(double Value, long A, long B)> _edges = new(bins);
    private double _gap = -1;
    private (double Value, long A, long B) _place;
    private double _upper;
    private int _bin = 1;
    private long _wanted = ((rowsA + rowsB) / bins) - 1;

    /// <summary>The first value where F̂ and Ĝ are furthest apart, and both there.</summary>
    public readonly (double Value, double F, double G) Furthest =>
        (_place.Value, (double)_place.A / rowsA, (double)_place.B / rowsB);

    /// <summary>max over values of |F̂ − Ĝ| + z·se.</summary>
    public readonly double Upper => _upper;

    /// <summary>Goes on to the next value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="a">How many of the first sample are at most that.</param>
    /// <param name="b">How many of the second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(double value, long a, long b)
    {
        var (f, g) = (a * _inverseA, b * _inverseB);
        var gap = Math.Abs(f - g);
        if (gap > _gap)
            (_gap, _place) = (gap, (value, a, b));

        // z·se is only reckoned where it can raise the bound.
        var below = _upper - gap;
        var variance = (f * (1 - f) * _inverseEffectiveA) + (g * (1 - g) * _inverseEffectiveB);
        if (below < 0 || below * below < z * z * variance)
            _upper = Math.Max(_upper, gap + (z * Math.Sqrt(Math.Max(0, variance))));

        if (a + b > _wanted)
            AddEdges(value, a, b);
    }

    /// <summary>What a walk over these samples may find, for those who would rather not walk everywhere.</summary>
    public readonly WalkLimits Limits() => new(rowsA, rowsB, _inverseEffectiveA, _inverseEffectiveB, bins, z);

    /// <summary>
    /// The different values at the pooled ranks N/20, 2N/20 …, and the values of each sample between them; a bin holds what
    /// is at most its edge.
    /// </summary>
    /// <param name="last">The largest value: nothing lies above it, so it is no edge.</param>
    public readonly (double[] Edges, long[] A, long[] B) Quantiles(double last)
    {
        var edges = _edges.Where(edge => edge.Value != last).ToList();
        var (binsA, binsB) = (new long[edges.Count + 1], new long[edges.Count + 1]);
        long a = 0, b = 0;
        for (var i = 0; i < edges.Count; i++)
        {
            (binsA[i], binsB[i]) = (edges[i].A - a, edges[i].B - b);
            (a, b) = (edges[i].A, edges[i].B);
        }

        (binsA[^1], binsB[^1]) = (rowsA - a, rowsB - b);
        return ([.. edges.Select(edge => edge.Value)], binsA, binsB);
    }

    private void AddEdges(double value, long a, long b)
    {
        _edges.Add((value, a, b));
        while (_bin < bins && a + b > _wanted)
        {
            _bin++;
            _wanted = ((rowsA + rowsB) * _bin / bins) - 1;
        }

        if (_bin == bins)
            _wanted = long.MaxValue;
    }
}
