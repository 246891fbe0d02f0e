using MlStrategyGuard.Statistics;
using MlStrategyGuard.Studies.Data;

namespace MlStrategyGuard.Studies.UsualRules;

/// <summary>Statistics of the usual rules on columns of numbers; missing values are dropped.</summary>
internal static class NumberRules
{
    /// <summary>The asymptotic p-value of the two-sample Kolmogorov–Smirnov statistic.</summary>
    public static double KolmogorovSmirnovP(Numbers reference, Numbers current)
    {
        var (a, b) = (reference.Sorted, current.Sorted);
        if (a.Length == 0 || b.Length == 0)
            return 1;
        int i = 0, j = 0;
        var largest = 0.0;
        while (i < a.Length && j < b.Length)
        {
            var next = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] == next)
                i++;
            while (j < b.Length && b[j] == next)
                j++;
            largest = Math.Max(largest, Math.Abs(((double)i / a.Length) - ((double)j / b.Length)));
        }

        return Kolmogorov.Survival(largest * Math.Sqrt((double)a.Length * b.Length / (a.Length + b.Length)));
    }

    /// <summary><see cref="Binned.StabilityIndex"/> on ten bins between the reference's deciles.</summary>
    public static double StabilityIndex(Numbers reference, Numbers current)
    {
        var (a, b) = (reference.Sorted, current.Sorted);
        if (a.Length == 0 || b.Length == 0)
            return 0;
        double[] edges = [.. Enumerable.Range(1, 9).Select(i => a[(int)((long)a.Length * i / 10)]).Distinct()];
        return Binned.StabilityIndex(Count(a, edges), Count(b, edges));
    }

    /// <summary><see cref="Binned.JensenShannonDistance"/> on bins of one width, as many as Sturges' rule says for both together.</summary>
    public static double JensenShannonDistance(Numbers reference, Numbers current)
    {
        var (a, b) = (reference.Sorted, current.Sorted);
        if (a.Length == 0 || b.Length == 0)
            return 0;
        var (low, high) = (Math.Min(a[0], b[0]), Math.Max(a[^1], b[^1]));
        var bins = (int)Math.Ceiling(Math.Log2(a.Length + b.Length)) + 1;
        double[] edges = [.. Enumerable.Range(1, bins - 1).Select(i => low + ((high - low) * i / bins))];
        return Binned.JensenShannonDistance(Count(a, edges), Count(b, edges));
    }

    /// <summary>∫ |F̂ − Ĝ| over the reference's standard deviation, .001 at least.</summary>
    public static double NormedWasserstein(Numbers reference, Numbers current)
    {
        var (a, b) = (reference.Sorted, current.Sorted);
        if (a.Length == 0 || b.Length == 0)
            return 0;
        int i = 0, j = 0;
        double area = 0, before = Math.Min(a[0], b[0]);
        while (i < a.Length || j < b.Length)
        {
            var next = j >= b.Length || (i < a.Length && a[i] <= b[j]) ? a[i] : b[j];
            area += (next - before) * Math.Abs(((double)i / a.Length) - ((double)j / b.Length));
            while (i < a.Length && a[i] == next)
                i++;
            while (j < b.Length && b[j] == next)
                j++;
            before = next;
        }

        var mean = a.Average();
        return area / Math.Max(0.001, Math.Sqrt(a.Sum(value => (value - mean) * (value - mean)) / a.Length));
    }

    /// <summary>How many values lie below the first edge, between each two (the lower one included), and above the last.</summary>
    private static long[] Count(double[] sorted, double[] edges)
    {
        var counts = new long[edges.Length + 1];
        var bin = 0;
        foreach (var value in sorted)
        {
            while (bin < edges.Length && value >= edges[bin])
                bin++;
            counts[bin]++;
        }

        return counts;
    }
}
