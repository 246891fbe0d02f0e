namespace MlStrategyGuard.Statistics;

/// <summary>
/// Limits of the distance |p − q| between two independent shares, from the limits of each: Newcombe's hybrid ("Interval
/// estimation for the difference between independent proportions", 1998, method 10; MOVER in Zou and Donner 2008)
/// with Clopper and Pearson's limits in the place of Wilson's.
/// </summary>
public static class Mover
{
    /// <summary>The lower limit max(0, d − √((p − l_p)² + (u_q − q)²)) with d = |p − q| and p the larger share.</summary>
    /// <param name="k1">Hits of the first sample, 0 to n1.</param>
    /// <param name="n1">Size of the first sample, 1 to 1e12.</param>
    /// <param name="k2">Hits of the second sample, 0 to n2.</param>
    /// <param name="n2">Size of the second sample, 1 to 1e12.</param>
    /// <param name="tail">The one-sided error probability of each limit, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double LowerOfDifference(long k1, long n1, long k2, long n2, double tail)
    {
        ClopperPearson.CheckCounts(k1, n1);
        ClopperPearson.CheckCounts(k2, n2);
        var p = (double)k1 / n1;
        var q = (double)k2 / n2;
        var down = p >= q;
        var difference = Math.Abs(p - q);
        var reach = down ? Reach(k1, n1, k2, n2, tail) : Reach(k2, n2, k1, n1, tail);
        return Math.Max(0, difference - reach);
    }

    /// <summary>
    /// The upper limit min(1, d + √((u_p − p)² + (q − l_q)²)) with d = |p − q| and p the larger share. Where both
    /// are equal either may be called the larger, and the wider limit is returned.
    /// </summary>
    /// <param name="k1">Hits of the first sample, 0 to n1.</param>
    /// <param name="n1">Size of the first sample, 1 to 1e12.</param>
    /// <param name="k2">Hits of the second sample, 0 to n2.</param>
    /// <param name="n2">Size of the second sample, 1 to 1e12.</param>
    /// <param name="tail">The one-sided error probability of each limit, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double UpperOfDifference(long k1, long n1, long k2, long n2, double tail)
    {
        ClopperPearson.CheckCounts(k1, n1);
        ClopperPearson.CheckCounts(k2, n2);
        var p = (double)k1 / n1;
        var q = (double)k2 / n2;

        // What p may rise and q may fall is what the other order's lower limit would leave.
        var reach = p > q ? Reach(k2, n2, k1, n1, tail)
            : p < q ? Reach(k1, n1, k2, n2, tail)
            : Math.Max(Reach(k1, n1, k2, n2, tail), Reach(k2, n2, k1, n1, tail));
        return Math.Min(1, Math.Abs(p - q) + reach);
    }

    // √((share − its lower limit)² + (the other's upper limit − the other share)²).
    private static double Reach(long k, long n, long otherK, long otherN, double tail)
    {
        var below = (double)k / n - ClopperPearson.Lower(k, n, tail);
        var above = ClopperPearson.Upper(otherK, otherN, tail) - (double)otherK / otherN;
        return Math.Sqrt(below * below + above * above);
    }
}
