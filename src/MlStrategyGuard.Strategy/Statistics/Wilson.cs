namespace MlStrategyGuard.Statistics;

/// <summary>The score interval of a share (Wilson 1927).</summary>
public static class Wilson
{
    /// <summary>The two-sided interval of <paramref name="k"/> hits in <paramref name="n"/> trials.</summary>
    /// <param name="k">Hits, 0 to n.</param>
    /// <param name="n">Trials, 1 to 1e12.</param>
    /// <param name="confidence">The two-sided confidence, at least 0 and below 1, such as .95.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static (double Lower, double Upper) Interval(long k, long n, double confidence)
    {
        ClopperPearson.CheckCounts(k, n);
        if (!(confidence >= 0 && confidence < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(confidence), confidence, "The confidence must be at least 0 and below 1.");
        }

        // The ends are the roots of (n + z²) p² − (2k + z²) p + k²/n = 0. The smaller follows from their product: the
        // difference in the usual formula would cancel for rare hits.
        var z = SpecialFunctions.NormalQuantile((1 - confidence) / 2);
        var square = z * z;
        var share = (double)k / n;
        var larger = k + square / 2 + Math.Sqrt(square * (share * (n - k) + square / 4));
        var lower = k == 0 ? 0 : share * k / larger;
        var upper = k == n ? 1 : Math.Min(1, larger / (n + square));
        return (lower, upper);
    }
}
