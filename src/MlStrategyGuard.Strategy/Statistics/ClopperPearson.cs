namespace MlStrategyGuard.Statistics;

/// <summary>Exact limits of a share (Clopper and Pearson 1934), as quantiles of beta distributions.</summary>
public static class ClopperPearson
{
    /// <summary>
    /// The lower limit: the share at which <paramref name="k"/> or more of <paramref name="n"/> has probability
    /// <paramref name="tail"/>; 0 for k = 0.
    /// </summary>
    /// <param name="k">Hits, 0 to n.</param>
    /// <param name="n">Trials, 1 to 1e12.</param>
    /// <param name="tail">The one-sided error probability, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Lower(long k, long n, double tail)
    {
        Check(k, n, tail);
        return k == 0 ? 0 : IncompleteBeta.Inverse(k, n - k + 1.0, tail).Point;
    }

    /// <summary>
    /// The upper limit: the share at which <paramref name="k"/> or fewer of <paramref name="n"/> has probability
    /// <paramref name="tail"/>; 1 for k = n.
    /// </summary>
    /// <param name="k">Hits, 0 to n.</param>
    /// <param name="n">Trials, 1 to 1e12.</param>
    /// <param name="tail">The one-sided error probability, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Upper(long k, long n, double tail)
    {
        Check(k, n, tail);
        return k == n ? 1 : IncompleteBeta.Inverse(n - k, k + 1.0, tail).Complement;
    }

    private static void Check(long k, long n, double tail)
    {
        CheckCounts(k, n);
        SpecialFunctions.CheckProbability(tail, nameof(tail));
    }

    internal static void CheckCounts(long k, long n)
    {
        if (n < 1 || n > SpecialFunctions.LargestParameter)
            throw new ArgumentOutOfRangeException(nameof(n), n, "The trials must be between 1 and 1e12.");
        if (k < 0 || k > n)
            throw new ArgumentOutOfRangeException(nameof(k), k, $"The hits must be between 0 and {n}.");
    }
}
