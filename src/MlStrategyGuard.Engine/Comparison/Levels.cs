using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>Counts of the same levels in two samples: what chi-square needs of them.</summary>
internal static class Levels
{
    /// <summary>Pearson's chi-square needs at least this many expected rows in the smaller sample.</summary>
    public const double MinExpected = 5;

    /// <summary>Whether a level of so many rows in both samples is too rare to be told apart.</summary>
    public static bool IsRare(long rows, long n, long m) => rows * ((double)Math.Min(n, m) / (n + m)) < MinExpected;

    /// <summary>The p-value of "same shares": exact for two levels, else the larger of Pearson's and Williams' G.</summary>
    public static double PValue(long[] a, long[] b)
    {
        var (mergedA, mergedB, _) = Merge(a, b);
        return mergedA.Length switch
        {
            < 2 => 1,
            2 => Hypergeometric.TwiceSmallerTail(
                mergedA[0], mergedA.Sum() + mergedB.Sum(), mergedA[0] + mergedB[0], mergedA.Sum()),
            _ => ChiSquare.Survival(Statistic(mergedA, mergedB), mergedA.Length - 1),
        };
    }

    /// <summary>
    /// Puts levels with a pooled expected count below 5 into one last level, and that into the smallest kept one if it
    /// is still below 5. Two levels stay two: their test is exact. Empty levels vanish.
    /// </summary>
    /// <returns>The counts, and for each old level the index of its new one, −1 if it was empty.</returns>
    public static (long[] A, long[] B, int[] Target) Merge(long[] a, long[] b)
    {
        long n = a.Sum(), m = b.Sum();
        var share = n + m == 0 ? 0 : (double)Math.Min(n, m) / (n + m);
        var used = Enumerable.Range(0, a.Length).Where(k => a[k] + b[k] > 0).ToList();
        var kept = used.Count <= 2 ? used : [.. used.Where(k => (a[k] + b[k]) * share >= MinExpected)];
        var rare = used.Except(kept).ToList();

        var target = new int[a.Length];
        Array.Fill(target, -1);
        for (var i = 0; i < kept.Count; i++)
            target[kept[i]] = i;

        var folded = rare.Sum(k => a[k] + b[k]) * share < MinExpected && kept.Count > 1;
        var last = folded ? target[kept.MinBy(k => a[k] + b[k])] : kept.Count;
        foreach (var k in rare)
            target[k] = last;

        var count = kept.Count + (rare.Count > 0 && !folded ? 1 : 0);
        var (mergedA, mergedB) = (new long[count], new long[count]);
        foreach (var k in used)
        {
            mergedA[target[k]] += a[k];
            mergedB[target[k]] += b[k];
        }

        return (mergedA, mergedB, target);
    }

    /// <summary>The same for rows that aren't independent: what is rare among as many as would be is rare.</summary>
    public static (long[] A, long[] B, int[] Target) Merge(long[] a, long[] b, Design design)
    {
        var (_, _, target) = Merge(
            [.. a.Select(count => (long)Math.Ceiling(count / design.EffectA))], [.. b.Select(count => (long)Math.Ceiling(count / design.EffectB))]);
        var (mergedA, mergedB) = (new long[target.Max() + 1], new long[target.Max() + 1]);
        for (var k = 0; k < target.Length; k++)
        {
            if (target[k] < 0)
                continue;
            mergedA[target[k]] += a[k];
            mergedB[target[k]] += b[k];
        }

        return (mergedA, mergedB, target);
    }

    /// <summary>min(X², G/q): Pearson's statistic, and the likelihood ratio with Williams' (1976) correction.</summary>
    public static double Statistic(long[] a, long[] b) => Math.Min(Pearson(a, b), Williams(a, b));

    /// <summary>Pearson's X² of two samples, Σ (a·m − b·n)² / (n·m·t).</summary>
    public static double Pearson(long[] a, long[] b)
    {
        double n = a.Sum(), m = b.Sum(), sum = 0;
        for (var k = 0; k < a.Length; k++)
        {
            var difference = (a[k] * m) - (b[k] * n);
            sum += difference * difference / (n * m * (a[k] + b[k]));
        }

        return sum;
    }

    private static double Williams(long[] a, long[] b)
    {
        double n = a.Sum(), m = b.Sum(), total = n + m, likelihood = 0, inverse = 0;
        for (var k = 0; k < a.Length; k++)
        {
            double level = a[k] + b[k];
            likelihood += Term(a[k], level * n / total) + Term(b[k], level * m / total);
            inverse += total / level;
        }

        var correction = 1 + (((total / n) + (total / m) - 1) * (inverse - 1) / (6 * total * (a.Length - 1)));
        return Math.Max(0, 2 * likelihood) / correction;

        static double Term(double observed, double expected) =>
            observed == 0 ? 0 : observed * Math.Log(observed / expected);
    }
}
