using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// Numbers of two splits of which at least one is known only in bins. Where an edge is an edge of both, the shares below
/// it are known exactly; elsewhere within the bin around it. What is found is found at every place in these ranges: the
/// Kolmogorov–Smirnov statistic becomes the least that it can be, so that its p-value and lower bound hold; the upper bound
/// takes the most that the bins can hide.
/// </summary>
internal sealed class BinnedTest : ColumnTest
{
    private const int Bins = 20;

    /// <summary>The rows and the share that a bin of a profile has at least, whichever is more.</summary>
    private const double RowsOfABin = 10;

    private const double ShareOfABin = 1.0 / 1024;

    private readonly double[] _places;
    private readonly Reach[] _a;
    private readonly Reach[] _b;
    private readonly double[] _edges;
    private readonly long[] _binsA;
    private readonly long[] _binsB;
    private readonly bool _areWhole;

    /// <param name="column">The column's name.</param>
    /// <param name="aspect">What of the column.</param>
    /// <param name="isLabel">Whether it is the label.</param>
    /// <param name="kind">Numbers, texts by their lengths, or dates as ticks.</param>
    /// <param name="a">The first split's values, at least one.</param>
    /// <param name="b">The second split's values, at least one.</param>
    /// <param name="areWhole">Whether all values of both are whole, so that nothing lies between 3 and 4.</param>
    public BinnedTest(string column, ColumnAspect aspect, bool isLabel, ColumnKind kind, NumberBins a, NumberBins b, bool areWhole)
        : base(column, aspect, isLabel, kind)
    {
        (RowsA, RowsB, _areWhole) = (a.Counts.Sum(), b.Counts.Sum(), areWhole);
        _places = [.. a.Edges.Union(b.Edges).Order()];
        (_a, _b) = (Reaches(a, RowsA), Reaches(b, RowsB));
        Estimate = Enumerable.Range(0, _places.Length).Select(SureGap).DefaultIfEmpty().Max();

        var shared = Enumerable.Range(0, _places.Length).Where(i => _a[i].IsExact && _b[i].IsExact).ToList();
        var chosen = PooledQuantiles(shared);
        _edges = [.. chosen.Select(i => _places[i])];
        (_binsA, _binsB) = (Between(_a, chosen, RowsA), Between(_b, chosen, RowsB));

        var effective = Math.Sqrt((double)RowsA * RowsB / (RowsA + (double)RowsB));
        var ks = Kolmogorov.Survival(effective * Estimate);
        P = Math.Min(1, 2 * Math.Min(ks, Levels.PValue(_binsA, _binsB)));
    }

    public override long RowsA { get; }

    public override long RowsB { get; }

    /// <summary>The least that sup |F̂ − Ĝ| can be.</summary>
    public override double Estimate { get; }

    public override double P { get; }

    /// <summary>The bins of pooled quantiles: a profile knows no others.</summary>
    public override ColumnPicture? Picture => _edges.Length == 0 ? null : new ColumnPicture
    {
        Edges = _edges,
        A = [.. _binsA.Select(count => (double)count / RowsA)],
        B = [.. _binsB.Select(count => (double)count / RowsB)],
    };

    /// <summary>The edge where both distributions are furthest apart, then the two bins that moved most.</summary>
    public override IReadOnlyList<MovedShare> Movers
    {
        get
        {
            if (Estimate == 0 || _edges.Length == 0)
                return [];
            var subject = Aspect == ColumnAspect.Length ? $"length of {Column}" : Column;
            var furthest = Enumerable.Range(0, _places.Length).Where(i => _a[i].IsExact && _b[i].IsExact).MaxBy(SureGap);
            return MostMoved(
                new($"{subject} ≤ {NumberRange.Show(_places[furthest], Kind)}", _a[furthest].Low, _b[furthest].Low),
                Enumerable.Range(0, _binsA.Length).Select(i => new MovedShare(
                    NumberRange.Name(subject, _edges, i, Kind), (double)_binsA[i] / RowsA, (double)_binsB[i] / RowsB)));
        }
    }

    /// <summary>The sure gap − ε with the two-sample inequality of Dvoretzky, Kiefer, Wolfowitz and Massart.</summary>
    public override double Lower(double alpha) => Math.Max(0, Estimate - Epsilon(alpha));

    public override double IntervalUpper(double alpha) => Math.Min(1, PossibleGap(0) + Epsilon(alpha));

    /// <summary>The most that |F̂ − Ĝ| + z·se can be anywhere, edges and what lies between them.</summary>
    /// <remarks>Texts of the same length may say anything, so their lengths never prove SAME.</remarks>
    public override double Upper(double tail) => Aspect == ColumnAspect.Length
        ? 1
        : Math.Min(1, PossibleGap(-SpecialFunctions.NormalQuantile(tail)));

    /// <summary>What the numbers themselves would show, and what a bin can hide of it.</summary>
    public override double Resolution(double alpha) =>
        Math.Min(1, Math.Sqrt(-Math.Log(alpha / 4) / 2 * InverseRows) + Hidden());

    /// <summary>As for the numbers themselves, and what bins of the size that so many rows get hide between two edges.</summary>
    public override double RowsConstant(int columns, double rows) =>
        AtColumns(columns, 1.82, 2.38, 2.53) + (2 * Math.Max(RowsOfABin / rows, ShareOfABin) * Math.Sqrt(rows / 2));

    /// <summary>ε, and what chance may take from the largest gap.</summary>
    public override double DecisionConstant(double alpha) => Math.Sqrt(-Math.Log(alpha / 2) / 2) + 0.6;

    protected override double InverseRows => (1.0 / RowsA) + (1.0 / RowsB);

    private double Epsilon(double alpha) => Math.Sqrt(-Math.Log(alpha / 2) / 2 * InverseRows);

    private double SureGap(int place) =>
        Math.Max(0, Math.Max(_a[place].Low - _b[place].High, _b[place].Low - _a[place].High));

    /// <summary>
    /// Between two neighbouring edges F̂ and Ĝ lie anywhere between their values at both, whatever the other does there.
    /// </summary>
    private double PossibleGap(double z)
    {
        var largest = 0.0;
        for (var i = 0; i < _places.Length; i++)
            largest = Math.Max(largest, PossibleGap(_a[i], _b[i], z));
        foreach (var (a, b, _) in Gaps())
            largest = Math.Max(largest, PossibleGap(a, b, z));
        return largest;
    }

    private double PossibleGap(Reach f, Reach g, double z) =>
        Math.Max(f.High - g.Low, g.High - f.Low) + (z * Math.Sqrt((f.Variance / RowsA) + (g.Variance / RowsB)));

    /// <summary>
    /// What bins can hide of a shift between two edges: it shows at one of them but for the rows of one of the splits in
    /// between; the fewer of both if both edges are shared.
    /// </summary>
    private double Hidden() => Gaps().Select(gap => gap.AreShared
        ? Math.Min(gap.A.High - gap.A.Low, gap.B.High - gap.B.Low)
        : Math.Max(gap.A.High - gap.A.Low, gap.B.High - gap.B.Low)).DefaultIfEmpty().Max();

    /// <summary>What lies between neighbouring edges, below the first and above the last, where anything can.</summary>
    private IEnumerable<(Reach A, Reach B, bool AreShared)> Gaps()
    {
        for (var i = 0; i <= _places.Length; i++)
        {
            if (i > 0 && i < _places.Length && AreNeighbours(_places[i - 1], _places[i]))
                continue;
            yield return (Around(_a, i), Around(_b, i), IsShared(i - 1) && IsShared(i));
        }

        bool IsShared(int i) => i < 0 || i == _places.Length || (_a[i].IsExact && _b[i].IsExact);

        static Reach Around(Reach[] reaches, int i) =>
            new(i == 0 ? 0 : reaches[i - 1].Low, i == reaches.Length ? 1 : reaches[i].High);
    }

    private bool AreNeighbours(double low, double high) =>
        (_areWhole && high - low == 1) || Math.BitIncrement(low) == high;

    /// <summary>The share of values up to each place.</summary>
    private Reach[] Reaches(NumberBins bins, long rows)
    {
        var reaches = new Reach[_places.Length];
        var (below, edge) = (0L, 0);
        for (var i = 0; i < _places.Length; i++)
        {
            var next = below + bins.Counts[edge];
            if (edge < bins.Edges.Length && bins.Edges[edge] == _places[i])
            {
                (below, edge) = (next, edge + 1);
                reaches[i] = new Reach((double)below / rows, (double)below / rows);
            }
            else
            {
                reaches[i] = new Reach((double)below / rows, (double)next / rows);
            }
        }

        return reaches;
    }

    /// <summary>Of the shared edges those at the pooled ranks N/20, 2N/20 …, each once.</summary>
    private List<int> PooledQuantiles(List<int> shared)
    {
        var chosen = new List<int>(Bins - 1);
        var total = RowsA + (double)RowsB;
        var at = 0;
        for (var bin = 1; bin < Bins; bin++)
        {
            while (at < shared.Count && Pooled(shared[at]) < bin / (double)Bins)
                at++;
            if (at == shared.Count)
                break;
            if (Pooled(shared[at]) < 1 && (chosen.Count == 0 || chosen[^1] != shared[at]))
                chosen.Add(shared[at]);
        }

        return chosen;

        double Pooled(int i) => ((_a[i].Low * RowsA) + (_b[i].Low * RowsB)) / total;
    }

    private static long[] Between(Reach[] reaches, List<int> chosen, long rows)
    {
        var counts = new long[chosen.Count + 1];
        var before = 0L;
        for (var i = 0; i < chosen.Count; i++)
        {
            var below = (long)Math.Round(reaches[chosen[i]].Low * rows);
            counts[i] = below - before;
            before = below;
        }

        counts[^1] = rows - before;
        return counts;
    }

    /// <summary>What is known of a share.</summary>
    /// <param name="Low">The least that it can be.</param>
    /// <param name="High">The most that it can be.</param>
    private readonly record struct Reach(double Low, double High)
    {
        public bool IsExact => Low == High;

        /// <summary>The largest p(1 − p) in the range.</summary>
        public double Variance => Low <= 0.5 && High >= 0.5 ? 0.25 : Math.Max(Low * (1 - Low), High * (1 - High));
    }
}
