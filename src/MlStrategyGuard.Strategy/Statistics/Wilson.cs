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

        var z = SpecialFunctions.NormalQuantile((1 - confidence) / 2);
        var lower = k == 0 ? 0 : LowerRoot(k, n, z * z);
        var upper = k == n ? 1 : 1 - LowerRoot(n - k, n, z * z);
        return (lower, upper);
    }

    // The smaller root of (n + z²) p² − (2k + z²) p + k²/n = 0, as the product of the roots over the larger one: the
    // difference in the usual formula would cancel for rare hits.
    private static double LowerRoot(double k, double n, double square)
    {
        var larger = k + square / 2 + Math.Sqrt(square * (k * (n - k) / n + square / 4));
        return k / n * k / larger;
    }
}
