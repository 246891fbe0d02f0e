using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// Numbers of two splits: the two-sample Kolmogorov–Smirnov statistic, which sees shifts of place, and a chi-square on
/// 20 bins between pooled quantiles, which sees shifts of spread; p is twice the smaller of both.
/// </summary>
internal sealed class NumericTest : ColumnTest
{
    private const int Bins = 20;

    private readonly double[] _edges;
    private readonly long[] _binsA;
    private readonly long[] _binsB;
    private readonly double _effectiveA;
    private readonly double _effectiveB;
    private readonly long _countA;
    private readonly long _countB;
    private readonly double _upper;
    private readonly (double Value, double F, double G) _furthest;

    /// <param name="column">The column's name.</param>
    /// <param name="aspect">What of the column.</param>
    /// <param name="isLabel">Whether it is the label.</param>
    /// <param name="kind">Numbers, or dates as ticks.</param>
    /// <param name="a">The first split's values, ascending, at least one.</param>
    /// <param name="b">The second split's values, ascending, at least one.</param>
    /// <param name="design">How the rows were drawn; null if they are independent.</param>
    public NumericTest(
        string column, ColumnAspect aspect, bool isLabel, ColumnKind kind, double[] a, double[] b, Design? design = null)
        : this(column, aspect, isLabel, kind, new SortedSteps(a, b), a.Length, b.Length, Math.Max(a[^1], b[^1]), design)
    {
    }

    /// <param name="column">The column's name.</param>
    /// <param name="aspect">What of the column.</param>
    /// <param name="isLabel">Whether it is the label.</param>
    /// <param name="kind">Numbers, or dates as ticks.</param>
    /// <param name="a">The first split's values.</param>
    /// <param name="b">The second split's values, of the same scale.</param>
    public NumericTest(string column, ColumnAspect aspect, bool isLabel, ColumnKind kind, FixedNumbers a, FixedNumbers b)
        : this(column, aspect, isLabel, kind, new FixedSteps(a, b), a.Count, b.Count)
    {
    }

    /// <param name="column">The column's name.</param>
    /// <param name="aspect">What of the column.</param>
    /// <param name="isLabel">Whether it is the label.</param>
    /// <param name="kind">Numbers, or dates as ticks.</param>
    /// <param name="values">Ascending; what is counted is at most its value and above the one before.</param>
    /// <param name="a">The first split's counts: one for each value, perhaps one more for what is above all.</param>
    /// <param name="b">The second split's.</param>
    public NumericTest(
        string column, ColumnAspect aspect, bool isLabel, ColumnKind kind, double[] values, long[] a, long[] b)
        : this(column, aspect, isLabel, kind, new CountedSteps(values, a, b), a.Sum(), b.Sum(), Last(values, a, b), null)
    {
    }

    private NumericTest(
        string column, ColumnAspect aspect, bool isLabel, ColumnKind kind, FixedSteps steps, long countA, long countB)
        : this(column, aspect, isLabel, kind, steps, countA, countB, steps.Range.Most, null)
    {
    }

    private NumericTest(
        string column, ColumnAspect aspect, bool isLabel, ColumnKind kind,
        INumericSteps steps, long countA, long countB, double last, Design? design)
        : base(column, aspect, isLabel, kind)
    {
        (_countA, _countB) = (countA, countB);
        (RowsA, RowsB) = (design?.RowsA ?? countA, design?.RowsB ?? countB);
        (_effectiveA, _effectiveB) = (countA / (design?.EffectA ?? 1), countB / (design?.EffectB ?? 1));
        var walk = steps.Walk(new NumericWalk(
            countA, countB, _effectiveA, _effectiveB, Bins, -SpecialFunctions.NormalQuantile(SameTail)));
        _furthest = walk.Furthest;
        Estimate = Math.Abs(_furthest.F - _furthest.G);
        _upper = walk.Upper;
        (_edges, _binsA, _binsB) = walk.Quantiles(last);
        Picture = NumberPicture.Of(steps, kind, _edges, countA, countB, (double)(countA + countB) / (RowsA + RowsB));

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

    public override ColumnPicture? Picture { get; }

    /// <summary>The threshold where both distributions are furthest apart, then the two bins that moved most.</summary>
    public override IReadOnlyList<MovedShare> Movers
    {
        get
        {
            if (Estimate == 0)
                return [];
            var (place, below, belowB) = _furthest;
            return MostMoved(
                new($"{Subject} ≤ {NumberRange.Show(place, Kind)}", below, belowB),
                Enumerable.Range(0, _binsA.Length).Select(i => new MovedShare(Range(i), (double)_binsA[i] / _countA, (double)_binsB[i] / _countB)));
        }
    }

    /// <summary>D − ε with the two-sample inequality of Dvoretzky, Kiefer, Wolfowitz and Massart.</summary>
    public override double Lower(double alpha) => Math.Max(0, Estimate - Epsilon(alpha));

    public override double IntervalUpper(double alpha) => Math.Min(1, Estimate + Epsilon(alpha));

    /// <summary>max over t of |F̂ − Ĝ| + z·se(t).</summary>
    /// <remarks>Texts of the same length may say anything, so their lengths never prove SAME.</remarks>
    public override double Upper(double tail)
    {
        // The values aren't kept, so the only rate that is ever asked for is reckoned with them.
        ArgumentOutOfRangeException.ThrowIfNotEqual(tail, SameTail);
        return Aspect == ColumnAspect.Length ? 1 : Math.Min(1, _upper);
    }

    public override double Resolution(double alpha) =>
        Math.Min(1, Math.Sqrt(-Math.Log(alpha / 4) / 2 * InverseRows));

    public override double RowsConstant(int columns, double rows) => AtColumns(columns, 1.82, 2.38, 2.53);

    /// <summary>ε, and what chance may take from the largest gap.</summary>
    public override double DecisionConstant(double alpha) => Math.Sqrt(-Math.Log(alpha / 2) / 2) + 0.6;

    protected override double InverseRows => (1 / _effectiveA) + (1 / _effectiveB);

    private double Epsilon(double alpha) => Math.Sqrt(-Math.Log(alpha / 2) / 2 * InverseRows);

    private static double Last(double[] values, long[] a, long[] b)
    {
        var last = Math.Max(a.Length, b.Length) - 1;
        while (last > 0 && a[last] + b[last] == 0)
            last--;
        return last < values.Length ? values[last] : double.PositiveInfinity;
    }

    private string Range(int bin) => _edges.Length == 0
        ? $"{Subject} = {NumberRange.Show(_furthest.Value, Kind)}"
        : NumberRange.Name(Subject, _edges, bin, Kind);

    private string Subject => Aspect == ColumnAspect.Length ? $"length of {Column}" : Column;
}
