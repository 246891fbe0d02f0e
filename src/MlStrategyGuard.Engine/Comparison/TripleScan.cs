using System.Numerics;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// Three columns at once, each cut in two halves: in which triples does "an odd number of them is high" turn out
/// differently in the rows of two samples? Trees don't find such a triple, as neither one column nor two of it say
/// anything; with rows as bits a thousand triples are a matter of a millisecond.
/// </summary>
internal static class TripleScan
{
    /// <summary>A wider table is scanned on its first columns.</summary>
    private const int MaxColumns = 40;

    /// <summary>The triples that differ most, at most <paramref name="wanted"/>.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rowsA">The rows of the first sample to look at.</param>
    /// <param name="rowsB">The rows of the second sample to look at.</param>
    /// <param name="wanted">How many.</param>
    public static IReadOnlyList<(int I, int J, int K)> Find(
        IReadOnlyList<CodedColumn> columns, int[] rowsA, int[] rowsB, int wanted)
    {
        var count = Math.Min(columns.Count, MaxColumns);
        var a = Enumerable.Range(0, count).Select(i => Bits(columns[i], columns[i].A, rowsA)).ToArray();
        var b = Enumerable.Range(0, count).Select(i => Bits(columns[i], columns[i].B, rowsB)).ToArray();
        var found = new List<((int I, int J, int K) Triple, double Difference)>();
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                var (pairA, pairB) = (Xor(a[i], a[j]), Xor(b[i], b[j]));
                for (var k = j + 1; k < count; k++)
                {
                    var difference = Math.Abs(((double)Odd(pairA, a[k]) / rowsA.Length) - ((double)Odd(pairB, b[k]) / rowsB.Length));
                    if (found.Count < wanted || difference > found[^1].Difference)
                    {
                        if (found.Count == wanted)
                            found.RemoveAt(wanted - 1);
                        var place = found.FindIndex(other => other.Difference < difference);
                        found.Insert(place < 0 ? found.Count : place, ((i, j, k), difference));
                    }
                }
            }
        }

        return [.. found.Select(one => one.Triple)];
    }

    private static ulong[] Bits(CodedColumn column, byte[] bins, int[] rows)
    {
        var bits = new ulong[(rows.Length + 63) / 64];
        for (var i = 0; i < rows.Length; i++)
        {
            if (column.Sign[bins[rows[i]]])
                bits[i >> 6] |= 1UL << i;
        }

        return bits;
    }

    private static ulong[] Xor(ulong[] x, ulong[] y)
    {
        var both = new ulong[x.Length];
        for (var i = 0; i < both.Length; i++)
            both[i] = x[i] ^ y[i];
        return both;
    }

    private static long Odd(ulong[] pair, ulong[] third)
    {
        long count = 0;
        for (var i = 0; i < pair.Length; i++)
            count += BitOperations.PopCount(pair[i] ^ third[i]);
        return count;
    }
}
