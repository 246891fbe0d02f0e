using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>Rows of two splits that a test may set against each other, with their groups and weights.</summary>
/// <param name="A">The first split's rows.</param>
/// <param name="B">The second split's rows.</param>
internal sealed record SampledRows(RowSample A, RowSample B)
{
    /// <summary>What is independent of each other; null if rows are.</summary>
    public Units? Units { get; private init; }

    /// <summary>The weight of each row of the first split; null if all count the same.</summary>
    public double[]? WeightsA { get; private init; }

    /// <summary>The weight of each row of the second split.</summary>
    public double[]? WeightsB { get; private init; }

    /// <summary>
    /// The rows of two samples, or null if there are none, or if the column of groups or weights isn't there.
    /// </summary>
    /// <param name="data">Declares groups and weights.</param>
    /// <param name="a">The first split's sample.</param>
    /// <param name="b">The second split's sample.</param>
    public static SampledRows? Of(DataSection data, RowSample? a, RowSample? b)
    {
        if (a is null || b is null)
            return null;
        var (rowsA, rowsB) = RowSample.Comparable(a, b);
        if (rowsA == 0 || rowsB == 0)
            return null;

        var rows = new SampledRows(rowsA == a.Count ? a : Take(a, First(rowsA)), rowsB == b.Count ? b : Take(b, First(rowsB)));
        if (data.Group is { } group)
        {
            if (a.Column(group.Value) is null || b.Column(group.Value) is null)
                return null;
            rows = rows.AtOneRate();
            rows = rows with { Units = Units.Of(Keys(rows.A.Column(group.Value)!), Keys(rows.B.Column(group.Value)!)) };
        }

        if (data.Weight is { } weight)
        {
            if (!HasWeight(rows.A, weight.Value) || !HasWeight(rows.B, weight.Value))
                return null;
            rows = rows with { WeightsA = Scaled(rows.A.Column(weight.Value)!.Numbers!), WeightsB = Scaled(rows.B.Column(weight.Value)!.Numbers!) };
        }

        return rows;

        static int[] First(int count) => [.. Enumerable.Range(0, count)];
    }

    /// <summary>Whether any row has a weight.</summary>
    public static bool HasWeight(RowSample sample, string weight) => sample.Column(weight)?.Numbers is { } weights && Array.Exists(weights, one => one > 0);

    /// <summary>Weights whose squares a double holds: only their ratios count.</summary>
    private static double[] Scaled(double[] weights)
    {
        var largest = weights.Max();
        return largest is > 1e-100 and < 1e100 ? weights : Array.ConvertAll(weights, weight => weight / largest);
    }

    /// <summary>
    /// Rows that all count the same and are distributed as the weighted ones: each stays with a probability in
    /// proportion to its weight (rejection sampling, von Neumann 1951).
    /// </summary>
    public SampledRows Unweighted()
    {
        if (WeightsA is null || WeightsB is null)
            return this;
        var (a, b) = (Stay(WeightsA), Stay(WeightsB));
        return new SampledRows(Take(A, a), Take(B, b)) { Units = Units?.Take(a, b) };

        static int[] Stay(double[] weights)
        {
            var largest = weights.Max();
            return [.. Enumerable.Range(0, weights.Length).Where(row => Uniform(row) * largest < weights[row])];
        }
    }

    /// <summary>A group's rows must be drawn at one rate in both splits, or its size would tell where it comes from.</summary>
    private SampledRows AtOneRate()
    {
        const double Alike = 1.05;
        var (rateA, rateB) = ((double)A.Count / A.Of, (double)B.Count / B.Of);
        if (rateA > Alike * rateB)
            return this with { A = Take(A, Some(A.Count, rateB / rateA)) };
        return rateB > Alike * rateA ? this with { B = Take(B, Some(B.Count, rateA / rateB)) } : this;

        static int[] Some(int rows, double share) => [.. Enumerable.Range(0, rows).Where(row => Uniform(row) < share)];
    }

    private static RowSample Take(RowSample sample, int[] rows) =>
        new(rows.Length, sample.Of, [.. sample.Columns.Select(column => column with
        {
            Numbers = column.Numbers is { } numbers ? [.. rows.Select(row => numbers[row])] : null,
            Codes = column.Codes is { } codes ? [.. rows.Select(row => codes[row])] : null,
        })])
        {
            Hashes = [.. rows.Select(row => sample.Hashes[row])],
        };

    private static double Uniform(int row) => (Hashing.Mix(~(ulong)row) >> 11) * (1.0 / (1UL << 53));

    internal static ulong?[] Keys(SampledColumn column)
    {
        if (column.Numbers is { } numbers)
            return [.. numbers.Select(number => double.IsNaN(number) ? (ulong?)null : Hashing.Mix((ulong)BitConverter.DoubleToInt64Bits(number)))];
        var ofLevel = column.Levels!.Select(level => Hashing.Of(System.Text.Encoding.UTF8.GetBytes(level))).ToArray();
        return [.. column.Codes!.Select(code => code < 0 ? (ulong?)null : ofLevel[code])];
    }
}
