using MlStrategyGuard.Statistics;
using MlStrategyGuard.Studies.Data;

namespace MlStrategyGuard.Studies.UsualRules;

/// <summary>Statistics of the usual rules on columns of levels.</summary>
internal static class LevelRules
{
    /// <summary>Pearson's χ² of the current counts against the reference's shares, as if these were exactly known.</summary>
    public static double FixedReferenceP(Levels reference, Levels current)
    {
        var (a, b) = Counts(reference, current);
        double n = a.Sum(), m = b.Sum(), sum = 0;
        var used = 0;
        for (var k = 0; k < a.Length; k++)
        {
            if (a[k] + b[k] == 0)
                continue;
            used++;
            if (a[k] == 0)
                return 0; // Nothing was expected: the statistic is infinite.
            var expected = m * a[k] / n;
            sum += (b[k] - expected) * (b[k] - expected) / expected;
        }

        return used < 2 || m == 0 ? 1 : ChiSquare.Survival(sum, used - 1);
    }

    /// <inheritdoc cref="Binned.StabilityIndex"/>
    public static double StabilityIndex(Levels reference, Levels current)
    {
        var (a, b) = Counts(reference, current);
        return Binned.StabilityIndex(a, b);
    }

    /// <inheritdoc cref="Binned.JensenShannonDistance"/>
    public static double JensenShannonDistance(Levels reference, Levels current)
    {
        var (a, b) = Counts(reference, current);
        return Binned.JensenShannonDistance(a, b);
    }

    /// <summary>
    /// Cramér's V of split and level with the bias correction of Bergsma (2013); levels below 1 % of both together
    /// count as one.
    /// </summary>
    public static double CramersV(Levels reference, Levels current)
    {
        var (a, b) = MergeRare(Counts(reference, current));
        double n = a.Sum(), m = b.Sum(), square = 0;
        if (n == 0 || m == 0)
            return 0;
        var used = 0;
        for (var k = 0; k < a.Length; k++)
        {
            if (a[k] + b[k] == 0)
                continue;
            used++;
            var difference = (a[k] * m) - (b[k] * n);
            square += difference * difference / (n * m * (a[k] + b[k]));
        }

        if (used < 2)
            return 0;
        var total = n + m - 1;
        var phi = Math.Max(0, (square / (n + m)) - ((used - 1) / total));
        var rows = 2 - (1 / total);
        var columns = used - ((used - 1.0) * (used - 1) / total);
        return Math.Sqrt(phi / Math.Max(1e-12, Math.Min(rows - 1, columns - 1)));
    }

    private static (long[] Reference, long[] Current) MergeRare((long[] Reference, long[] Current) counts)
    {
        var (a, b) = counts;
        var limit = 0.01 * (a.Sum() + b.Sum());
        var rare = Enumerable.Range(0, a.Length).Where(k => a[k] + b[k] < limit).ToHashSet();
        return ([.. Kept(a), rare.Sum(k => a[k])], [.. Kept(b), rare.Sum(k => b[k])]);

        IEnumerable<long> Kept(long[] all) => all.Where((_, k) => !rare.Contains(k));
    }

    private static (long[] Reference, long[] Current) Counts(Levels reference, Levels current) =>
        (Count(reference), Count(current));

    private static long[] Count(Levels column)
    {
        var counts = new long[column.Count];
        foreach (var code in column.Codes)
        {
            if (code >= 0)
                counts[code]++;
        }

        return counts;
    }
}
