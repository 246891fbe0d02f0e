using System.Numerics;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// All pairs of columns of two samples: does a combination of values occur more often in one of them? Each pair gets a
/// chi-square on the 4 × 4 combinations of pooled quarters and, where a mean is normal, a z-test on products of normal
/// scores, which sees a correlation that turned. Rows stand in bit sets, so a pair costs some ten thousand operations.
/// </summary>
internal sealed class PairScan
{
    /// <summary>A wider table is scanned on its first columns: their choice must not look at the splits.</summary>
    public const int MaxColumns = 64;

    private const int RowsForScores = 50;

    private readonly IReadOnlyList<CodedColumn> _columns;
    private readonly ulong[][][] _planesA;
    private readonly ulong[][][] _planesB;

    /// <param name="columns">The columns, all of the same rows.</param>
    public PairScan(IReadOnlyList<CodedColumn> columns)
    {
        _columns = [.. columns.Take(MaxColumns)];
        Count = _columns.Count * (_columns.Count - 1) / 2;
        (_planesA, _planesB) = ([.. _columns.Select(column => Planes(column, column.A))], [.. _columns.Select(column => Planes(column, column.B))]);
    }

    /// <summary>The number of pairs.</summary>
    public int Count { get; }

    /// <summary>Tests every pair, in the order of the columns.</summary>
    public IReadOnlyList<TestedPair> Run()
    {
        var pairs = new TestedPair[Count];
        var places = new List<(int I, int J)>(Count);
        for (var i = 0; i < _columns.Count; i++)
        {
            for (var j = i + 1; j < _columns.Count; j++)
                places.Add((i, j));
        }

        Parallel.For(0, Count, place => pairs[place] = Test(places[place].I, places[place].J));
        return pairs;
    }

    private TestedPair Test(int i, int j)
    {
        var (first, second) = (_columns[i], _columns[j]);
        var a = Cells(first, second, _planesA[i], _planesA[j], first.A.Length);
        var b = Cells(first, second, _planesB[i], _planesB[j], first.B.Length);
        var (quartersA, quartersB) = (Quarters(first, second, a), Quarters(first, second, b));
        var chiSquare = Levels.PValue(quartersA, quartersB);
        return new TestedPair(first, second, quartersA, quartersB)
        {
            P = Math.Min(1, 2.0 * Count * Math.Min(chiSquare, ScoresP(first, second, a, b))),
        };
    }

    /// <summary>Two-sided p of equal means of the product of scores; 1 where its distribution isn't near enough normal.</summary>
    private static double ScoresP(CodedColumn first, CodedColumn second, long[] a, long[] b)
    {
        double n = first.A.Length, m = first.B.Length;
        if (first.Scores is not { } left || second.Scores is not { } right || Math.Min(n, m) < RowsForScores
            || (Math.Max(n, m) > 3 * Math.Min(n, m) && Math.Min(n, m) < 1_000))
            return 1;

        double sumA = 0, sumB = 0, squares = 0;
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = 0; j < right.Length; j++)
            {
                var (product, cell) = (left[i] * right[j], (i * right.Length) + j);
                sumA += a[cell] * product;
                sumB += b[cell] * product;
                squares += (a[cell] + b[cell]) * product * product;
            }
        }

        var mean = (sumA + sumB) / (n + m);
        var variance = (squares / (n + m)) - (mean * mean);
        if (variance <= 0)
            return 1;
        var z = ((sumA / n) - (sumB / m)) / Math.Sqrt(variance * ((1 / n) + (1 / m)));
        return Math.Min(1, 2 * SpecialFunctions.NormalSurvival(Math.Abs(z)));
    }

    /// <summary>Rows by coarse bin of both columns, row by row.</summary>
    private static long[] Cells(CodedColumn first, CodedColumn second, ulong[][] left, ulong[][] right, int rows)
    {
        var (height, width) = (left.Length, right.Length);
        var cells = new long[height * width];
        for (var i = 0; i < height; i++)
        {
            if (first.CoarseTotals[i] == 0)
                continue;
            for (var j = 0; j < width; j++)
            {
                if (second.CoarseTotals[j] == 0)
                    continue;
                var (x, y) = (left[i], right[j]);
                long count = 0;
                for (var word = 0; word < x.Length; word++)
                    count += BitOperations.PopCount(x[word] & y[word]);
                cells[(i * width) + j] = count;
            }
        }

        System.Diagnostics.Debug.Assert(cells.Sum() == rows, "every row is in one cell");
        return cells;
    }

    private static long[] Quarters(CodedColumn first, CodedColumn second, long[] cells)
    {
        var (width, quarters) = (second.CoarseTotals.Length, second.Quarters);
        var merged = new long[first.Quarters * quarters];
        for (var cell = 0; cell < cells.Length; cell++)
            merged[(first.Quarter[cell / width] * quarters) + second.Quarter[cell % width]] += cells[cell];
        return merged;
    }

    private static ulong[][] Planes(CodedColumn column, byte[] bins)
    {
        var planes = new ulong[column.CoarseTotals.Length][];
        for (var bin = 0; bin < planes.Length; bin++)
            planes[bin] = new ulong[(bins.Length + 63) / 64];
        for (var row = 0; row < bins.Length; row++)
            planes[column.Coarse[bins[row]]][row >> 6] |= 1UL << row;
        return planes;
    }
}
