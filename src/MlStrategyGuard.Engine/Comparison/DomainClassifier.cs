using System.Runtime.InteropServices;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// Can a classifier tell two samples apart? It learns on a random half of each and scores the rest; if rows of the
/// second sample score higher there than chance allows, the splits differ, and the gap between the distributions of
/// the scores is a lower bound of the share of rows that differ.
/// </summary>
internal sealed class DomainClassifier
{
    private const int MaxRowsToFit = 10_000;
    private const int MinRows = 20;
    private const int RowsForNormal = 100;
    private const int Triples = 3;

    private readonly (int Row, double Score)[] _a;
    private readonly (int Row, double Score)[] _b;

    private DomainClassifier(
        double p, NumericTest scores, IReadOnlyList<KeyValuePair<string, double>> importance, (int Row, double Score)[] a, (int Row, double Score)[] b) =>
        (P, Scores, Importance, _a, _b) = (p, scores, importance, a, b);

    /// <summary>The one-sided p-value of "rows of the second sample don't score higher".</summary>
    public double P { get; }

    /// <summary>The scores of held-out rows as a column, for bounds; its own p-value isn't the classifier's.</summary>
    public NumericTest Scores { get; }

    /// <summary>Columns by their share of what the classifier found in the rows that it learned from, largest first.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Importance { get; }

    /// <summary>The held-out rows of each sample that are least like the other sample's, by their places.</summary>
    /// <param name="most">How many of each sample at most.</param>
    public (int[] A, int[] B) Telling(int most) =>
        ([.. _a.OrderBy(row => row.Score).ThenBy(row => row.Row).Take(most).Select(row => row.Row)],
        [.. _b.OrderByDescending(row => row.Score).ThenBy(row => row.Row).Take(most).Select(row => row.Row)]);

    /// <summary>Learns and scores; null when there are too few rows to do both.</summary>
    /// <param name="columns">The columns, all of the same rows.</param>
    /// <param name="units">Rows of one unit stay together; null if each row is for itself.</param>
    public static DomainClassifier? Run(IReadOnlyList<CodedColumn> columns, Units? units)
    {
        if (columns.Count == 0)
            return null;

        var seed = Seed(columns);
        var (fitA, heldA) = Halves(columns[0].A.Length, units?.A, seed);
        var (fitB, heldB) = Halves(columns[0].B.Length, units?.B, Hashing.Mix(seed));
        if (new[] { fitA, heldA, fitB, heldB }.Any(rows => rows.Length < MinRows))
            return null;

        var triples = TripleScan.Find(columns, fitA, fitB, Triples);
        var trees = new BoostedTrees(
            [.. Features(columns, triples, fitA, fitB)],
            [.. columns.Select(column => column.IsOrdered), .. triples.Select(_ => true)],
            [.. fitA.Select(_ => false), .. fitB.Select(_ => true)],
            seed);

        var scores = trees.Score([.. Features(columns, triples, heldA, heldB)]);
        var (a, b) = (scores[..heldA.Length], scores[heldA.Length..]);
        var p = OneSidedP(scores, a.Length, seed);
        Design? design = null;
        if (units?.Take(heldA, heldB) is { } held)
        {
            p = PermutedP(scores, held, seed);
            var coded = CodedColumn.OfNumbers("score", ColumnKind.Numeric, a, b);
            design = Design.Of(coded.A, coded.B, coded.FineBins, true, held, null, null, a.Length, b.Length);
        }

        var (rowsA, rowsB) = (heldA.Zip(a).ToArray(), heldB.Zip(b).ToArray());
        RadixSort.Sort(a);
        RadixSort.Sort(b);
        return new DomainClassifier(
            p, new NumericTest("score", ColumnAspect.Values, false, ColumnKind.Numeric, a, b, design), Name(columns, triples, trees.Importance), rowsA, rowsB);
    }

    /// <summary>
    /// A random half, drawn by place: rows come in an order that their contents alone decide. Each sample draws its own
    /// places: equal rows stand together, and with the same places in both samples the held-out half would repeat what
    /// chance did to the other. A split against itself shows in one half the opposite of the other, which is no alarm.
    /// </summary>
    private static (int[] Fit, int[] Held) Halves(int rows, int[]? units, ulong seed)
    {
        var (fit, held) = (new List<int>(), new List<int>());
        for (var row = 0; row < rows; row++)
        {
            var learns = (Hashing.Mix(seed ^ (uint)(units?[row] ?? row)) & 1) == 0;
            if (learns && (units is not null || fit.Count < MaxRowsToFit))
                fit.Add(row);
            else
                held.Add(row);
        }

        // Rows of a unit that learned can't be held out, whether they were looked at or not.
        var step = 1 + (fit.Count / MaxRowsToFit);
        return ([.. fit.Where((_, i) => i % step == 0)], [.. held]);
    }

    private static IEnumerable<byte[]> Features(
        IReadOnlyList<CodedColumn> columns, IReadOnlyList<(int I, int J, int K)> triples, int[] rowsA, int[] rowsB)
    {
        foreach (var column in columns)
        {
            var bins = new byte[rowsA.Length + rowsB.Length];
            for (var i = 0; i < rowsA.Length; i++)
                bins[i] = column.A[rowsA[i]];
            for (var i = 0; i < rowsB.Length; i++)
                bins[rowsA.Length + i] = column.B[rowsB[i]];
            yield return bins;
        }

        foreach (var (i, j, k) in triples)
        {
            var (x, y, z) = (columns[i], columns[j], columns[k]);
            var bins = new byte[rowsA.Length + rowsB.Length];
            for (var row = 0; row < rowsA.Length; row++)
                bins[row] = Odd(x.Sign[x.A[rowsA[row]]], y.Sign[y.A[rowsA[row]]], z.Sign[z.A[rowsA[row]]]);
            for (var row = 0; row < rowsB.Length; row++)
                bins[rowsA.Length + row] = Odd(x.Sign[x.B[rowsB[row]]], y.Sign[y.B[rowsB[row]]], z.Sign[z.B[rowsB[row]]]);
            yield return bins;
        }

        static byte Odd(bool x, bool y, bool z) => x ^ y ^ z ? (byte)1 : (byte)0;
    }

    /// <summary>Mean ranks, with whole units dealt out anew.</summary>
    private static double PermutedP(double[] scores, Units held, ulong seed)
    {
        var ranks = Ranks(scores);
        var sums = Enumerable.Range(0, held.CountA + held.CountB).Select(_ => new double[2]).ToArray();
        for (var row = 0; row < ranks.Length; row++)
        {
            var unit = row < held.A.Length ? held.A[row] : held.CountA + held.B[row - held.A.Length];
            sums[unit][0] += ranks[row];
            sums[unit][1]++;
        }

        // Units that learned have no row here and aren't dealt out.
        var a = sums.Take(held.CountA).Where(unit => unit[1] > 0).ToArray();
        double[][] units = [.. a, .. sums.Skip(held.CountA).Where(unit => unit[1] > 0)];
        return new UnitPermutation(units, a.Length, seed)
            .MaxT((first, second) => [(second[0] / second[1]) - (first[0] / first[1])])[0];
    }

    /// <summary>Mann and Whitney's test; by drawing ranks where one side is too small for the normal limit.</summary>
    private static double OneSidedP(double[] scores, int a, ulong seed)
    {
        var ranks = Ranks(scores);
        double n = a, m = scores.Length - a, total = scores.Length;
        var small = Math.Min(a, scores.Length - a);
        var sum = ranks.AsSpan(a).ToArray().Sum();
        if (small >= RowsForNormal)
        {
            var mean = (total + 1) / 2;
            var variance = ranks.Sum(rank => (rank - mean) * (rank - mean)) / (total - 1);
            return variance <= 0 ? 1 : SpecialFunctions.NormalSurvival((sum - (m * mean)) / Math.Sqrt(variance * n * m / total));
        }

        // High scores belong to the second sample: its sum of ranks must be large, or the first one's small.
        var drawSecond = m <= n;
        var observed = drawSecond ? sum : -ranks.AsSpan(0, a).ToArray().Sum();
        var atLeast = 1;
        for (var draw = 0; draw < UnitPermutation.Draws; draw++)
        {
            var drawn = 0.0;
            for (var i = 0; i < small; i++)
            {
                seed = Hashing.Mix(seed);
                var other = i + (int)(seed % (ulong)(ranks.Length - i));
                (ranks[i], ranks[other]) = (ranks[other], ranks[i]);
                drawn += ranks[i];
            }

            if ((drawSecond ? drawn : -drawn) >= observed)
                atLeast++;
        }

        return atLeast / (UnitPermutation.Draws + 1.0);
    }

    /// <summary>Ranks from 1, equal scores share their mean rank.</summary>
    private static double[] Ranks(double[] scores)
    {
        var order = Enumerable.Range(0, scores.Length).ToArray();
        var keys = scores.ToArray();
        Array.Sort(keys, order);
        var ranks = new double[scores.Length];
        for (var start = 0; start < keys.Length;)
        {
            var end = start;
            while (end < keys.Length && keys[end] == keys[start])
                end++;
            for (var i = start; i < end; i++)
                ranks[order[i]] = (start + 1 + end) / 2.0;
            start = end;
        }

        return ranks;
    }

    private static List<KeyValuePair<string, double>> Name(
        IReadOnlyList<CodedColumn> columns, IReadOnlyList<(int I, int J, int K)> triples, double[] gains)
    {
        var byColumn = gains[..columns.Count];
        for (var triple = 0; triple < triples.Count; triple++)
        {
            foreach (var column in new[] { triples[triple].I, triples[triple].J, triples[triple].K })
                byColumn[column] += gains[columns.Count + triple] / 3;
        }

        var total = byColumn.Sum();
        return total <= 0
            ? []
            : [.. byColumn.Select((gain, i) => new KeyValuePair<string, double>(columns[i].Name, gain / total))
                .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
    }

    private static ulong Seed(IReadOnlyList<CodedColumn> columns)
    {
        var seed = 0UL;
        foreach (var bins in columns.SelectMany(column => new[] { column.A, column.B }))
        {
            foreach (var word in MemoryMarshal.Cast<byte, ulong>(bins))
                seed = (seed ^ word) * 1099511628211UL;
            seed = Hashing.Mix(seed ^ (ulong)bins.Length);
        }

        return seed;
    }
}
