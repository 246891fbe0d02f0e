using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// Columns of rows that come in groups or don't count the same: shares are weighted, bounds stand on as many rows as
/// would be independent, and with groups the p-values come from dealing out whole groups.
/// </summary>
/// <param name="rows">The rows.</param>
internal sealed class SampledTests(SampledRows rows)
{
    /// <summary>A weighted row counts as a whole number of these parts of the mean row.</summary>
    private const int Parts = 16;

    private const long MostParts = 1 << 20;

    private readonly Dictionary<ColumnTest, CodedColumn> _coded = [];

    /// <summary>Tests of the same columns on these rows, in the same order; those without rows vanish.</summary>
    public IReadOnlyList<ColumnTest> Of(IReadOnlyList<ColumnTest> tests)
    {
        var result = new List<ColumnTest>();
        foreach (var test in tests)
        {
            if (RowValues.Of(test, rows.A.Column(test.Column), rows.B.Column(test.Column)) is not { } values)
                continue;
            var coded = values.ToCoded();
            if (!coded.A.Any(bin => bin > 0) || !coded.B.Any(bin => bin > 0))
                continue;
            ColumnTest sampled = values.NumbersA is null ? Levels(test, values, coded) : Numbers(test, values, coded);
            _coded.Add(sampled, coded);
            result.Add(sampled);
        }

        return result;
    }

    /// <summary>p-values of a family of tests, adjusted for their number, by dealing out whole groups.</summary>
    /// <param name="family">Tests that <see cref="Of"/> gave.</param>
    public double[] Permute(IReadOnlyList<ColumnTest> family)
    {
        if (family.Count == 0)
            return [];
        var units = rows.Units!;
        var columns = family.Select(test => _coded[test]).ToArray();
        var starts = new int[columns.Length + 1];
        for (var i = 0; i < columns.Length; i++)
            starts[i + 1] = starts[i] + columns[i].FineBins;

        var sums = Enumerable.Range(0, units.CountA + units.CountB).Select(_ => new double[starts[^1]]).ToArray();
        var seed = 0UL;
        for (var i = 0; i < columns.Length; i++)
        {
            Add(columns[i].A, units.A, rows.WeightsA, 0, starts[i]);
            Add(columns[i].B, units.B, rows.WeightsB, units.CountA, starts[i]);
            foreach (var total in columns[i].Totals)
                seed = Hashing.Mix(seed ^ (ulong)total);
        }

        return new UnitPermutation(sums, units.CountA, seed).MaxT((a, b) =>
        [
            .. columns.Select((column, i) => column.IsOrdered
                ? LargestGap(a.AsSpan(starts[i]..starts[i + 1]), b.AsSpan(starts[i]..starts[i + 1]))
                : Spread(a.AsSpan(starts[i]..starts[i + 1]), b.AsSpan(starts[i]..starts[i + 1]))),
        ]);

        void Add(byte[] bins, int[] unitOf, double[]? weights, int first, int start)
        {
            for (var row = 0; row < bins.Length; row++)
                sums[first + unitOf[row]][start + bins[row]] += weights?[row] ?? 1;
        }
    }

    /// <summary>max |F̂ − Ĝ| over the edges of bins; bin 0 holds what is missing.</summary>
    private static double LargestGap(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (totalA, totalB) = (Present(a), Present(b));
        if (totalA <= 0 || totalB <= 0)
            return 0;
        double belowA = 0, belowB = 0, largest = 0;
        for (var bin = 1; bin < a.Length; bin++)
        {
            belowA += a[bin] / totalA;
            belowB += b[bin] / totalB;
            largest = Math.Max(largest, Math.Abs(belowA - belowB));
        }

        return largest;
    }

    /// <summary>Σ (p − q)² / (p + q), as chi-square measures it.</summary>
    private static double Spread(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (totalA, totalB) = (Present(a), Present(b));
        if (totalA <= 0 || totalB <= 0)
            return 0;
        var sum = 0.0;
        for (var bin = 1; bin < a.Length; bin++)
        {
            var (p, q) = (a[bin] / totalA, b[bin] / totalB);
            if (p + q > 0)
                sum += (p - q) * (p - q) / (p + q);
        }

        return sum;
    }

    private static double Present(ReadOnlySpan<double> bins)
    {
        var sum = 0.0;
        foreach (var value in bins[1..])
            sum += value;
        return sum;
    }

    private NumericTest Numbers(ColumnTest test, RowValues values, CodedColumn coded)
    {
        var (a, b) = (Expand(values.NumbersA!, rows.WeightsA), Expand(values.NumbersB!, rows.WeightsB));
        return new NumericTest(test.Column, test.Aspect, test.IsLabel, test.Kind, a, b, DesignOf(coded, a.Length, b.Length));
    }

    private LevelTest Levels(ColumnTest test, RowValues values, CodedColumn coded)
    {
        var (a, b) = (Expand(values.CodesA!, values.Levels!.Length, rows.WeightsA), Expand(values.CodesB!, values.Levels.Length, rows.WeightsB));
        return new LevelTest(
            test.Column, test.Aspect, test.IsLabel, test.Kind, values.Levels, a, b, DesignOf(coded, a.Sum(), b.Sum()))
        {
            Positive = (test as LevelTest)?.Positive,
        };
    }

    private Design DesignOf(CodedColumn coded, long countedA, long countedB) => Design.Of(
        coded.A, coded.B, coded.FineBins, coded.IsOrdered, rows.Units, rows.WeightsA, rows.WeightsB, countedA, countedB);

    /// <summary>The values that are there, ascending; weighted ones as often as their weight says.</summary>
    private static double[] Expand(double[] values, double[]? weights)
    {
        if (weights is null)
        {
            var present = values.Where(value => !double.IsNaN(value)).ToArray();
            Array.Sort(present);
            return present;
        }

        var order = Enumerable.Range(0, values.Length).Where(row => !double.IsNaN(values[row]) && weights[row] > 0)
            .OrderBy(row => values[row]).ToArray();
        var (wanted, total, before) = (Math.Min(MostParts, Parts * (long)order.Length), order.Sum(row => weights[row]), 0.0);
        var (expanded, count) = (new double[wanted], 0L);
        foreach (var row in order)
        {
            before += weights[row];
            for (var end = Math.Min(wanted, (long)Math.Round(wanted * (before / total))); count < end; count++)
                expanded[count] = values[row];
        }

        for (; count < wanted; count++)
            expanded[count] = values[order[^1]];
        return expanded;
    }

    private static long[] Expand(int[] codes, int levels, double[]? weights)
    {
        var (sums, present) = (new double[levels], 0L);
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] < 0)
                continue;
            present++;
            sums[codes[row]] += weights?[row] ?? 1;
        }

        var factor = weights is null ? 1 : Math.Min(MostParts, Parts * present) / sums.Sum();
        return [.. sums.Select(sum => (long)Math.Round(sum * factor))];
    }
}
