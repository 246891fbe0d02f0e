using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Leakage;

/// <summary>
/// Would a random split put as many repeated patterns into both of two splits? Given how often each pattern occurs in
/// both together, every assignment of rows to the splits is as likely as any other. So tables in which rows repeat
/// naturally, whatever their entropy, give no alarm, and neither do repeats that were kept together.
/// </summary>
internal static class RandomSplit
{
    /// <summary>How many of the repeated patterns a random split puts into both, on average.</summary>
    /// <param name="counts">The patterns.</param>
    /// <param name="n">The rows of the first split.</param>
    /// <param name="m">The rows of the second split.</param>
    public static double Expected(RepeatCounts counts, long n, long m) =>
        counts.ByTimes.Sum(group => group.Patterns * Shared(group.Times, n, m));

    /// <summary>
    /// An upper bound of P(as many or more patterns stand in both). Rows drawn independently with the shares of the two
    /// splits: Chernoff's bound of the sum of independent indicators (exact if all patterns are shared). Then
    /// the sizes of the splits are given, which makes an event more probable by at most the ratio of two
    /// binomial probabilities: that the other rows fill up the first split, and that all rows do.
    /// </summary>
    /// <param name="counts">The patterns.</param>
    /// <param name="n">The rows of the first split.</param>
    /// <param name="m">The rows of the second split.</param>
    public static double P(RepeatCounts counts, long n, long m)
    {
        var groups = counts.ByTimes.Select(group => (group.Patterns, Share: Shared(group.Times, n, m))).ToArray();
        if (counts.Shared <= groups.Sum(group => group.Patterns * group.Share))
            return 1;

        var log = counts.Shared == counts.Repeated
            ? groups.Sum(group => group.Patterns * Math.Log(group.Share))
            : Chernoff(groups, counts.Shared);
        return Math.Min(1, Math.Exp(log + LogOfGivenSizes(counts.Rows, n, m)));
    }

    /// <summary>
    /// The probability that a random split makes two equal tables of rows that all occur an even number of times:
    /// Π C(2a, a) / C(2n, n).
    /// </summary>
    /// <param name="counts">The patterns; each stands in both splits equally often.</param>
    /// <param name="n">The rows of each split.</param>
    public static double OfTwins(RepeatCounts counts, long n) =>
        Math.Min(1, Math.Exp(counts.ByTimes.Sum(group => group.Patterns * LogMiddle(group.Times / 2)) - LogMiddle(n)));

    /// <summary>
    /// Whether the odds that a repeated pattern is shared are at least twice those of a random split: a small excess, however
    /// certain, may come from the way in which the split was stratified.
    /// </summary>
    /// <param name="counts">The patterns.</param>
    /// <param name="expected">How many a random split puts into both.</param>
    public static bool IsFarAbove(RepeatCounts counts, double expected) =>
        counts.Shared == counts.Repeated
        || counts.Shared * (counts.Repeated - expected) >= 2 * expected * (counts.Repeated - counts.Shared);

    /// <summary>The probability that a pattern which occurs so often stands in both splits.</summary>
    private static double Shared(long times, long n, long m)
    {
        var (p, q) = ((double)n / (n + m), (double)m / (n + m));
        return 1 - Math.Pow(p, times) - Math.Pow(q, times);
    }

    private static double Chernoff((long Patterns, double Share)[] groups, long observed)
    {
        double Slope(double tilt) => groups.Sum(group =>
            group.Patterns * group.Share / (group.Share + ((1 - group.Share) * Math.Exp(-tilt)))) - observed;

        var (low, high) = (0.0, 1.0);
        while (Slope(high) < 0 && high < 512)
            high *= 2;
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (Slope(middle) < 0)
                low = middle;
            else
                high = middle;
        }

        // Any tilt gives a valid bound; this one nearly the best.
        return groups.Sum(group => group.Patterns * (low + Math.Log(group.Share + ((1 - group.Share) * Math.Exp(-low))))) - (low * observed);
    }

    private static double LogOfGivenSizes(long repeatedRows, long n, long m)
    {
        var all = n + m;
        var p = (double)n / all;
        var others = all - repeatedRows;
        var mode = Math.Min(others, (long)Math.Floor((others + 1) * p));
        return LogBinomial(mode, others, p) - LogBinomial(n, all, p);
    }

    private static double LogBinomial(long k, long n, double p) =>
        LogChoose(n, k) + (k == 0 ? 0 : k * Math.Log(p)) + (n == k ? 0 : (n - k) * Math.Log(1 - p));

    private static double LogMiddle(long half) => LogChoose(2 * half, half);

    private static double LogChoose(long n, long k) =>
        SpecialFunctions.LogGamma(n + 1.0) - SpecialFunctions.LogGamma(k + 1.0) - SpecialFunctions.LogGamma(n - k + 1.0);
}
