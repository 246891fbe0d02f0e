using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>Pairs of columns of rows that come in groups: the same 4 × 4 combinations, with whole groups dealt out anew.</summary>
internal static class GroupedPairs
{
    /// <summary>A wider table is scanned on its first columns.</summary>
    private const int MaxColumns = 20;

    /// <summary>Tests every pair of the first columns.</summary>
    /// <param name="columns">The columns, all of the same rows.</param>
    /// <param name="units">What is dealt out.</param>
    public static IReadOnlyList<TestedPair> Run(IReadOnlyList<CodedColumn> columns, Units units)
    {
        var pairs = new List<(CodedColumn First, CodedColumn Second, int Start, int Cells)>();
        var width = 0;
        for (var i = 0; i < Math.Min(MaxColumns, columns.Count); i++)
        {
            for (var j = i + 1; j < Math.Min(MaxColumns, columns.Count); j++)
            {
                var cells = columns[i].Quarters * columns[j].Quarters;
                pairs.Add((columns[i], columns[j], width, cells));
                width += cells;
            }
        }

        var sums = Enumerable.Range(0, units.CountA + units.CountB).Select(_ => new double[width]).ToArray();
        var seed = 0UL;
        foreach (var (first, second, start, _) in pairs)
        {
            Add(first, second, first.A, second.A, units.A, 0, start);
            Add(first, second, first.B, second.B, units.B, units.CountA, start);
            seed = Hashing.Mix(seed ^ (ulong)first.Totals[^1] ^ ((ulong)second.Totals[^1] << 32));
        }

        var p = new UnitPermutation(sums, units.CountA, seed).MaxT((a, b) =>
            [.. pairs.Select(pair => Spread(a.AsSpan(pair.Start, pair.Cells), b.AsSpan(pair.Start, pair.Cells)))]);
        return [.. pairs.Select((pair, i) => new TestedPair(
            pair.First, pair.Second,
            Counts(sums.AsSpan(0, units.CountA), pair.Start, pair.Cells),
            Counts(sums.AsSpan(units.CountA), pair.Start, pair.Cells))
        {
            P = p[i],
        })];

        void Add(CodedColumn first, CodedColumn second, byte[] x, byte[] y, int[] unitOf, int from, int start)
        {
            for (var row = 0; row < x.Length; row++)
                sums[from + unitOf[row]][start + (first.Quarter[first.Coarse[x[row]]] * second.Quarters) + second.Quarter[second.Coarse[y[row]]]]++;
        }
    }

    private static long[] Counts(ReadOnlySpan<double[]> units, int start, int cells)
    {
        var counts = new long[cells];
        foreach (var unit in units)
        {
            for (var cell = 0; cell < cells; cell++)
                counts[cell] += (long)unit[start + cell];
        }

        return counts;
    }

    /// <summary>Σ (p − q)² / (p + q), as chi-square measures it.</summary>
    private static double Spread(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double n = 0, m = 0, sum = 0;
        for (var cell = 0; cell < a.Length; cell++)
        {
            n += a[cell];
            m += b[cell];
        }

        for (var cell = 0; cell < a.Length; cell++)
        {
            var (p, q) = (a[cell] / n, b[cell] / m);
            if (p + q > 0)
                sum += (p - q) * (p - q) / (p + q);
        }

        return sum;
    }
}
