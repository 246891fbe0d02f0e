using System.Globalization;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// A column of two samples in few bins, so that several columns can be looked at at once. Bins are chosen from both
/// samples as one, ignoring which split a row is in: that costs power, never validity.
/// </summary>
internal sealed class CodedColumn
{
    /// <summary>The most bins of values; a missing value has bin 0 to itself, values start at 1.</summary>
    public const int MaxFine = 32;

    /// <summary>The most bins of values for pairs; 0 is a missing value here, too.</summary>
    public const int MaxCoarse = 8;

    /// <summary>Edges come from this many values at most: quantiles needn't be exact to be ignorant of the split.</summary>
    private const int RowsForEdges = 8_192;

    private const int RowsToName = 10;

    private readonly string[] _names;

    private CodedColumn(string name, bool isOrdered, byte[] a, byte[] b, int fine, Func<int, int, string> nameOf)
    {
        (Name, IsOrdered, A, B, FineBins) = (name, isOrdered, a, b, fine);
        Totals = Count(a, b, fine);
        Coarse = isOrdered ? ByShare(Totals, MaxCoarse) : Balanced(Totals, MaxCoarse / 2);
        CoarseTotals = new long[Coarse.Max() + 1];
        for (var bin = 0; bin < fine; bin++)
            CoarseTotals[Coarse[bin]] += Totals[bin];
        Quarter = isOrdered ? ByShare(CoarseTotals, MaxCoarse / 2) : [.. Enumerable.Range(0, CoarseTotals.Length).Select(bin => (byte)bin)];
        Sign = SignOf();
        Scores = NormalScores();
        _names = [.. Enumerable.Range(0, Quarters).Select(quarter => NameOf(quarter, nameOf))];
    }

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>Whether bins have an order: numbers and dates do, more than two levels don't.</summary>
    public bool IsOrdered { get; }

    /// <summary>The fine bin of each row of the first sample.</summary>
    public byte[] A { get; }

    /// <summary>The fine bin of each row of the second sample.</summary>
    public byte[] B { get; }

    /// <summary>The number of fine bins, that of missing values included.</summary>
    public int FineBins { get; }

    /// <summary>Rows of each fine bin in both samples.</summary>
    public long[] Totals { get; }

    /// <summary>The coarse bin (8 pooled quantiles, or 4 groups of levels) of a fine one.</summary>
    public byte[] Coarse { get; }

    /// <summary>Rows of each coarse bin in both samples.</summary>
    public long[] CoarseTotals { get; }

    /// <summary>The quarter (4 pooled quantiles or groups of levels, from 1) of a coarse bin.</summary>
    public byte[] Quarter { get; }

    /// <summary>The number of quarters, that of missing values included.</summary>
    public int Quarters => Quarter.Max() + 1;

    /// <summary>Whether a fine bin lies in the upper half, as even a half as there is.</summary>
    public bool[] Sign { get; }

    /// <summary>
    /// A score of each coarse bin with mean 0 over both samples: the normal score of its middle rank, 0 for missing
    /// values. Null for levels without an order and for columns whose rarest bin is too rare for a mean to be normal.
    /// </summary>
    public double[]? Scores { get; }

    /// <summary>A quarter as a message names it, <c>age ≤ 30</c>.</summary>
    public string NameOf(int quarter) => _names[quarter];

    /// <summary>Numbers or dates of two samples, NaN where there is none.</summary>
    public static CodedColumn OfNumbers(string name, ColumnKind kind, double[] a, double[] b)
    {
        var edges = Edges(a, b);
        return new CodedColumn(name, true, Code(a, edges), Code(b, edges), edges.Length + 2, Range);

        string Range(int first, int last) =>
            edges.Length == 0 ? name : NumberRange.Name(name, edges, first - 1, last - 1, kind);
    }

    /// <summary>Levels of two samples: the 31 most frequent ones, and one bin for the rest.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="levelsA">The names of the first sample's codes, alone or as messages write them.</param>
    /// <param name="a">A code a row, −1 where the value is missing.</param>
    /// <param name="levelsB">The names of the second sample's codes, in the same way.</param>
    /// <param name="b">A code a row, −1 where the value is missing.</param>
    public static CodedColumn OfLevels(string name, string[] levelsA, int[] a, string[] levelsB, int[] b)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        Add(levelsA, a);
        Add(levelsB, b);
        var levels = counts.OrderByDescending(level => level.Value).ThenBy(level => level.Key, StringComparer.Ordinal)
            .Select(level => level.Key).ToList();
        var bins = levels.Select((level, i) => (level, Bin: (byte)(Math.Min(i, MaxFine - 1) + 1)))
            .ToDictionary(pair => pair.level, pair => pair.Bin, StringComparer.Ordinal);
        var fine = Math.Min(levels.Count, MaxFine) + 1;
        return new CodedColumn(name, levels.Count <= 2, Bins(levelsA, a), Bins(levelsB, b), fine, (first, _) =>
            first == MaxFine && levels.Count > MaxFine ? $"{name}: a rarer level"
            : counts[levels[first - 1]] >= RowsToName ? Named(levels[first - 1]) : $"{name}: a rare level");

        string Named(string level) => level.StartsWith(name + "=", StringComparison.Ordinal) ? level : $"{name}={level}";

        void Add(string[] names, int[] codes)
        {
            var rows = new long[names.Length];
            foreach (var code in codes)
            {
                if (code >= 0)
                    rows[code]++;
            }

            for (var i = 0; i < names.Length; i++)
            {
                if (rows[i] > 0)
                    counts[names[i]] = counts.GetValueOrDefault(names[i]) + rows[i];
            }
        }

        byte[] Bins(string[] names, int[] codes)
        {
            var ofCode = names.Select(level => bins.GetValueOrDefault(level)).ToArray();
            return [.. codes.Select(code => code < 0 ? (byte)0 : ofCode[code])];
        }
    }

    /// <summary>Different values at the ranks 1/32, 2/32 … of both samples; a bin holds what is at most its edge.</summary>
    private static double[] Edges(double[] a, double[] b)
    {
        var step = 1 + ((a.Length + b.Length) / RowsForEdges);
        var values = new List<double>(RowsForEdges);
        foreach (var sample in new[] { a, b })
        {
            for (var row = 0; row < sample.Length; row += step)
            {
                if (!double.IsNaN(sample[row]))
                    values.Add(sample[row]);
            }
        }

        var some = values.ToArray();
        RadixSort.Sort(some);
        var distinct = some.Distinct().Take(MaxFine + 1).ToArray();
        if (distinct.Length <= MaxFine)
            return distinct.Length == 0 ? [] : distinct[..^1];

        var edges = new List<double>(MaxFine - 1);
        for (var bin = 1; bin < MaxFine; bin++)
        {
            var edge = some[(int)((long)some.Length * bin / MaxFine)];
            if ((edges.Count == 0 || edge > edges[^1]) && edge < some[^1])
                edges.Add(edge);
        }

        return [.. edges];
    }

    private static byte[] Code(double[] values, double[] edges)
    {
        // Padded to 31 edges, five comparisons without a branch find the bin.
        var padded = new double[MaxFine];
        Array.Fill(padded, double.PositiveInfinity);
        edges.CopyTo(padded, 0);
        var last = edges.Length;
        var codes = new byte[values.Length];
        for (var row = 0; row < values.Length; row++)
        {
            var value = values[row];
            if (double.IsNaN(value))
                continue;
            var bin = 0;
            for (var width = MaxFine / 2; width > 0; width /= 2)
                bin += (value > padded[bin + width - 1] ? 1 : 0) * width;
            codes[row] = (byte)(Math.Min(bin, last) + 1);
        }

        return codes;
    }

    private static long[] Count(byte[] a, byte[] b, int bins)
    {
        var counts = new long[bins];
        foreach (var bin in a)
            counts[bin]++;
        foreach (var bin in b)
            counts[bin]++;
        return counts;
    }

    /// <summary>So many bins of equal shares at most: where the middle of a finer bin falls.</summary>
    private static byte[] ByShare(long[] totals, int groups)
    {
        var present = Math.Max(1, totals.Sum() - totals[0]);
        var target = new byte[totals.Length];
        var (below, next, before) = (0L, 0, -1L);
        for (var bin = 1; bin < totals.Length; bin++)
        {
            var place = totals.Length - 1 <= groups ? bin : Math.Min(groups - 1, ((2 * below) + totals[bin]) * groups / (2 * present));
            target[bin] = (byte)(place == before ? next : ++next);
            before = place;
            below += totals[bin];
        }

        return target;
    }

    /// <summary>Groups of levels, as even as can be: each level goes to the group with the fewest rows so far.</summary>
    private static byte[] Balanced(long[] totals, int groups)
    {
        var (target, rows) = (new byte[totals.Length], new long[groups]);
        foreach (var bin in Enumerable.Range(1, totals.Length - 1).OrderByDescending(bin => totals[bin]).ThenBy(bin => bin))
        {
            var lightest = Array.IndexOf(rows, rows.Min());
            rows[lightest] += totals[bin];
            target[bin] = (byte)(lightest + 1);
        }

        return target;
    }

    /// <summary>Ordered bins are cut where both sides are most even; of four groups of levels two go together.</summary>
    private bool[] SignOf()
    {
        if (!IsOrdered)
            return [.. Coarse.Select(group => group is 1 or 4)];

        var present = Totals.Sum() - Totals[0];
        var (below, best, distance) = (0L, 1, long.MaxValue);
        for (var bin = 1; bin < FineBins - 1; bin++)
        {
            below += Totals[bin];
            if (Math.Abs((2 * below) - present) < distance)
                (best, distance) = (bin, Math.Abs((2 * below) - present));
        }

        return [.. Enumerable.Range(0, FineBins).Select(bin => bin > best)];
    }

    private double[]? NormalScores()
    {
        const double Rarest = 0.02;
        double present = CoarseTotals.Sum() - CoarseTotals[0];
        if (!IsOrdered || present == 0 || CoarseTotals.Skip(1).Any(rows => rows < Rarest * present))
            return null;

        var (below, mean) = (0.0, 0.0);
        var scores = new double[CoarseTotals.Length];
        for (var bin = 1; bin < scores.Length; bin++)
        {
            scores[bin] = SpecialFunctions.NormalQuantile((below + (CoarseTotals[bin] / 2.0)) / present);
            mean += CoarseTotals[bin] * scores[bin] / present;
            below += CoarseTotals[bin];
        }

        for (var bin = 1; bin < scores.Length; bin++)
            scores[bin] -= mean;
        return scores;
    }

    private string NameOf(int quarter, Func<int, int, string> nameOf)
    {
        if (quarter == 0)
            return $"{Name} missing";
        var members = Enumerable.Range(1, FineBins - 1).Where(bin => Quarter[Coarse[bin]] == quarter).ToList();
        if (members.Count == 0)
            return Name;
        return IsOrdered || members.Count == 1
            ? nameOf(members[0], members[^1])
            : $"{nameOf(members[0], members[0])} or {(members.Count - 1).ToString(CultureInfo.InvariantCulture)} other levels";
    }
}
