namespace MlStrategyGuard.Engine.Comparison;

/// <summary>Where a <see cref="NumericWalk"/> may find something, told from how many values lie below some places.</summary>
/// <param name="rowsA">Values of the first sample.</param>
/// <param name="rowsB">Values of the second sample.</param>
/// <param name="inverseEffectiveA">One over the independent rows that the first sample is worth.</param>
/// <param name="inverseEffectiveB">One over those of the second.</param>
/// <param name="bins">The number of bins between quantiles.</param>
/// <param name="z">The normal quantile of the upper bound.</param>
internal struct WalkLimits(
    long rowsA, long rowsB, double inverseEffectiveA, double inverseEffectiveB, int bins, double z)
{
    /// <summary>Far more than rounding can make of any of the sums here.</summary>
    private const double Slack = 1e-12;

    private double _gap;
    private double _upper;

    /// <summary>Says that at some value so many of each sample are at most that.</summary>
    public void Reach(long a, long b)
    {
        var (f, g) = ((double)a / rowsA, (double)b / rowsB);
        var gap = Math.Abs(f - g);
        _gap = Math.Max(_gap, gap);
        _upper = Math.Max(_upper, gap + (z * Math.Sqrt((f * (1 - f) * inverseEffectiveA) + (g * (1 - g) * inverseEffectiveB))));
    }

    /// <summary>
    /// Whether between two places, with so many values below each, there may be the largest gap, the largest upper bound or
    /// a quantile.
    /// </summary>
    public readonly bool MayMatter(long fromA, long fromB, long toA, long toB)
    {
        if (QuantilesUpTo(fromA + fromB) != QuantilesUpTo(toA + toB))
            return true;
        var (f0, g0, f1, g1) = ((double)fromA / rowsA, (double)fromB / rowsB, (double)toA / rowsA, (double)toB / rowsB);
        var gap = Math.Max(Math.Abs(f1 - g0), Math.Abs(f0 - g1)) + Slack;
        if (gap >= _gap)
            return true;
        var variance = (Widest(f0, f1) * inverseEffectiveA) + (Widest(g0, g1) * inverseEffectiveB);
        return gap + (z * Math.Sqrt(variance)) >= _upper;
    }

    /// <summary>How many quantiles are found when so many values lie below: the k-th by ⌊N·k / bins⌋.</summary>
    private readonly long QuantilesUpTo(long values) => (((values + 1) * bins) - 1) / (rowsA + rowsB);

    /// <summary>The most that p(1 − p) can be between two shares.</summary>
    private static double Widest(double from, double to) =>
        from <= 0.5 && to >= 0.5 ? 0.25 : Math.Max(from * (1 - from), to * (1 - to));
}
