using System.Globalization;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// Numbers of two splits: the two-sample Kolmogorov–Smirnov statistic, which sees shifts of place, and a chi-square on
/// 20 bins between pooled quantiles, which sees shifts of spread; p is twice the smaller of both.
/// </summary>
internal sealed class NumericTest : ColumnTest
{
    private const int Bins = 20;

    private readonly double[] _a;
    private readonly double[] _b;
    private readonly double[] _edges;
    private readonly long[] _binsA;
    private readonly long[] _binsB;
    private readonly double _effectiveA;
    private readonly double _effectiveB;

    /// <param name="column">The column's name.</param>
    /// <param name="aspect">What of the column.</param>
    /// <param name="isLabel">Whether it is the label.</param>
    /// <param name="kind">Numbers, or dates as ticks.</param>
    /// <param name="a">The first split's values, ascending, at least one.</param>
    /// <param name="b">The second split's values, ascending, at least one.</param>
    /// <param name="design">How the rows were drawn; null if they are independent.</param>
    public NumericTest(
        string column, ColumnAspect aspect, bool isLabel, ColumnKind kind, double[] a, double[] b, Design? design = null)
        : base(column, aspect, isLabel, kind)
    {
        (_a, _b) = (a, b);
        (RowsA, RowsB) = (design?.RowsA ?? a.Length, design?.RowsB ?? b.Length);
        (_effectiveA, _effectiveB) = (a.Length / (design?.EffectA ?? 1), b.Length / (design?.EffectB ?? 1));
        Estimate = LargestGap(0);
        _edges = PooledQuantiles();
        (_binsA, _binsB) = (Count(a), Count(b));

        var ks = Kolmogorov.Survival(Estimate / Math.Sqrt(InverseRows));
        P = Math.Min(1, 2 * Math.Min(ks, design is null
            ? Levels.PValue(_binsA, _binsB)
            : Levels.PValue(design.EffectiveA(_binsA), design.EffectiveB(_binsB))));
    }

    public override long RowsA { get; }

    public override long RowsB { get; }

    /// <summary>D = sup |F̂ − Ĝ|, evaluated after all ties.</summary>
    public override double Estimate { get; }

    public override double P { get; }

    /// <summary>The threshold where both distributions are furthest apart, then the two bins that moved most.</summary>
    public override IReadOnlyList<MovedShare> Movers
    {
        get
        {
            if (Estimate == 0)
                return [];
            var (place, below, belowB) = Furthest();
            return
            [
                new MovedShare($"{Subject} ≤ {Show(place)}", below, belowB),
                .. Enumerable.Range(0, _binsA.Length)
                    .Select(i => new MovedShare(Range(i), (double)_binsA[i] / _a.Length, (double)_binsB[i] / _b.Length))
                    .OrderByDescending(moved => Math.Abs(moved.ShareA - moved.ShareB))
                    .Take(2)
                    .Where(moved => moved.ShareA != moved.ShareB),
            ];
        }
    }

    /// <summary>D − ε with the two-sample inequality of Dvoretzky, Kiefer, Wolfowitz and Massart.</summary>
    public override double Lower(double alpha) => Math.Max(0, Estimate - Epsilon(alpha));

    public override double IntervalUpper(double alpha) => Math.Min(1, Estimate + Epsilon(alpha));

    /// <summary>max over t of |F̂ − Ĝ| + z·se(t).</summary>
    /// <remarks>Texts of the same length may say anything, so their lengths never prove SAME.</remarks>
    public override double Upper(double tail) => Aspect == ColumnAspect.Length
        ? 1
        : Math.Min(1, LargestGap(-SpecialFunctions.NormalQuantile(tail)));

    public override double Resolution(double alpha) =>
        Math.Min(1, Math.Sqrt(-Math.Log(alpha / 4) / 2 * InverseRows));

    public override double RowsConstant(int columns, double rows) => AtColumns(columns, 1.82, 2.38, 2.53);

    /// <summary>ε, and what chance may take from the largest gap.</summary>
    public override double DecisionConstant(double alpha) => Math.Sqrt(-Math.Log(alpha / 2) / 2) + 0.6;

    protected override double InverseRows => (1 / _effectiveA) + (1 / _effectiveB);

    private double Epsilon(double alpha) => Math.Sqrt(-Math.Log(alpha / 2) / 2 * InverseRows);

    private double LargestGap(double z)
    {
        var largest = 0.0;
        foreach (var (_, f, g) in Steps())
        {
            var gap = Math.Abs(f - g);
            if (z != 0)
                gap += z * Math.Sqrt((f * (1 - f) / _effectiveA) + (g * (1 - g) / _effectiveB));
            largest = Math.Max(largest, gap);
        }

        return largest;
    }

    private (double Value, double F, double G) Furthest() => Steps().MaxBy(step => Math.Abs(step.F - step.G));

    /// <summary>F̂ and Ĝ behind each different value, ascending.</summary>
    private IEnumerable<(double Value, double F, double G)> Steps()
    {
        double n = _a.Length, m = _b.Length;
        int i = 0, j = 0;
        while (i < _a.Length || j < _b.Length)
        {
            var next = j >= _b.Length || (i < _a.Length && _a[i] <= _b[j]) ? _a[i] : _b[j];
            while (i < _a.Length && _a[i] == next)
                i++;
            while (j < _b.Length && _b[j] == next)
                j++;
            yield return (next, i / n, j / m);
        }
    }

    /// <summary>The different values at the pooled ranks N/20, 2N/20 …; a bin holds what is at most its edge.</summary>
    private double[] PooledQuantiles()
    {
        var total = (long)_a.Length + _b.Length;
        var edges = new List<double>(Bins - 1);
        int i = 0, j = 0;
        long rank = 0;
        for (var bin = 1; bin < Bins; bin++)
        {
            var wanted = (total * bin / Bins) - 1;
            while (true)
            {
                var fromA = j >= _b.Length || (i < _a.Length && _a[i] <= _b[j]);
                if (rank >= wanted)
                {
                    var edge = fromA ? _a[i] : _b[j];
                    if (edges.Count == 0 || edges[^1] < edge)
                        edges.Add(edge);
                    break;
                }

                _ = fromA ? i++ : j++;
                rank++;
            }
        }

        // Nothing lies above the largest value.
        var last = Math.Max(_a[^1], _b[^1]);
        if (edges.Count > 0 && edges[^1] == last)
            edges.RemoveAt(edges.Count - 1);
        return [.. edges];
    }

    private long[] Count(double[] sorted)
    {
        var counts = new long[_edges.Length + 1];
        var start = 0;
        for (var bin = 0; bin < _edges.Length; bin++)
        {
            var end = UpperBound(sorted, _edges[bin]);
            counts[bin] = end - start;
            start = end;
        }

        counts[^1] = sorted.Length - start;
        return counts;
    }

    private static int UpperBound(double[] sorted, double value)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (sorted[middle] <= value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private string Range(int bin)
    {
        var name = Subject;
        if (_edges.Length == 0)
            return $"{name} = {Show(_a[0])}";
        if (bin == 0)
            return $"{name} ≤ {Show(_edges[0])}";
        return bin == _edges.Length
            ? $"{name} > {Show(_edges[^1])}"
            : $"{Show(_edges[bin - 1])} < {name} ≤ {Show(_edges[bin])}";
    }

    private string Subject => Aspect == ColumnAspect.Length ? $"length of {Column}" : Column;

    /// <summary>A date as a message shows it.</summary>
    /// <param name="ticks">Units of 100 ns since year 1, in UTC.</param>
    internal static string ShowDate(double ticks)
    {
        var date = new DateTime((long)ticks, DateTimeKind.Utc);
        return date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private string Show(double value) => Kind == ColumnKind.Date
        ? ShowDate(value)
        : value.ToString("G6", CultureInfo.InvariantCulture);
}
