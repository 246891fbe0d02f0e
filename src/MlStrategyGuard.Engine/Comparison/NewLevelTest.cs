using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// Rare levels that only the second split has: more rows of them than chance deals to one side? Levels come and go by
/// themselves where many are rare, so each counts by how unlikely it is that all of its rows fall into one split.
/// </summary>
/// <remarks>
/// V is the number of rows in such levels. A level of t rows in both splits lies wholly in the second one with
/// probability h(t) = C(N−t, n) / C(N, n); these events are negatively associated, so that for each λ ≥ 0
/// P(V ≥ v) ≤ e^(−λv) Π (1 + h(t) (e^(λt) − 1)) (Chernoff), of which the smallest is the p-value. With e^λ in the place of
/// e^(λt) the same would count levels.
/// </remarks>
internal sealed class NewLevelTest : ColumnTest
{
    private readonly int _levels;
    private readonly long _new;

    private NewLevelTest(string column, long rowsA, long rowsB, IReadOnlyList<long> rare, IReadOnlyList<long> found)
        : base(column, ColumnAspect.NewLevel, false, ColumnKind.Categorical)
    {
        (RowsA, RowsB, _levels, _new) = (rowsA, rowsB, found.Count, found.Sum());
        P = PValue(rare, rowsA, rowsB, _new);
        RowsForRareLevels = RowsToSee(found, rowsA + rowsB);
    }

    public override long RowsA { get; }

    public override long RowsB { get; }

    /// <summary>The share of the second split's rows in levels that the first one lacks and that are rare in both together.</summary>
    public override double Estimate => (double)_new / RowsB;

    public override double P { get; }

    public override IReadOnlyList<MovedShare> Movers => _new == 0
        ? []
        : [new MovedShare($"{_levels.ToString(System.Globalization.CultureInfo.InvariantCulture)} {(_levels == 1 ? "level" : "levels")} of {Column}", 0, Estimate)];

    protected override double InverseRows => (1.0 / RowsA) + (1.0 / RowsB);

    /// <summary>Rows a split until levels that hold half of these rows are rare no more, and the values' own test sees them.</summary>
    public override double RowsForRareLevels { get; }

    /// <summary>The test of levels, if there are rare ones; those that chi-square sees are its business.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="a">Rows of each level in the first split.</param>
    /// <param name="b">Rows of each level in the second split.</param>
    public static NewLevelTest? Of(string column, long[] a, long[] b)
    {
        long n = a.Sum(), m = b.Sum();
        var rare = Enumerable.Range(0, a.Length).Where(k => a[k] + b[k] > 0 && Levels.IsRare(a[k] + b[k], n, m)).ToList();
        long[] found = [.. rare.Where(k => a[k] == 0).Select(k => b[k])];
        return rare.Count == 0 || n == 0 || m == 0
            ? null
            : new NewLevelTest(column, n, m, [.. rare.Select(k => a[k] + b[k])], found);
    }

    /// <summary>What was unseen may have been rare before, so nothing is certain.</summary>
    public override double Lower(double alpha) => 0;

    public override double IntervalUpper(double alpha) => ClopperPearson.Upper(_new, RowsB, alpha / 2);

    /// <summary>What the levels may hide is part of the upper bound of the column's values.</summary>
    public override double Upper(double tail) => Estimate;

    public override double Resolution(double alpha) => 0;

    public override double RowsConstant(int columns, double rows) => AtColumns(columns, 1.5, 2.13, 2.27);

    public override double DecisionConstant(double alpha) =>
        0.5 * (-SpecialFunctions.NormalQuantile(alpha / 2) - SpecialFunctions.NormalQuantile(0.2));

    private static double RowsToSee(IReadOnlyList<long> levels, long rows)
    {
        var (seen, all) = (0L, levels.Sum());
        foreach (var level in levels.OrderDescending())
        {
            seen += level;
            if (2 * seen >= all)
                return Levels.MinExpected * (double)rows / level;
        }

        return 0;
    }

    /// <summary>The smallest of Chernoff's bounds; the slope of its logarithm in λ rises, so bisection finds where it is 0.</summary>
    internal static double PValue(IReadOnlyList<long> rare, long n, long m, long rows)
    {
        const double Largest = 60;
        if (rows == 0)
            return 1;

        var levels = rare.GroupBy(t => t).Select(group => (Rows: group.Key, Count: group.Count(), LogH: LogAllInSecond(group.Key, n, m))).ToList();
        double low = 0, high = Largest;
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            var slope = levels.Sum(level =>
            {
                // h e^(λt) against what is left, 1 − h.
                var inside = Math.Exp(Math.Min(600, level.LogH + (middle * level.Rows)));
                return level.Count * level.Rows * (inside / (1 - Math.Exp(level.LogH) + inside));
            }) - rows;
            (low, high) = slope < 0 ? (middle, high) : (low, middle);
        }

        var lambda = (low + high) / 2;
        var log = levels.Sum(level =>
        {
            var exponent = level.LogH + (lambda * level.Rows);
            var rest = 1 - Math.Exp(level.LogH);
            return level.Count * (exponent > 600 ? exponent : Math.Log(rest + Math.Exp(exponent)));
        }) - (lambda * rows);
        return Math.Exp(Math.Min(0, log));
    }

    private static double LogAllInSecond(long t, long n, long m)
    {
        var log = 0.0;
        for (var i = 0L; i < t; i++)
            log += m - i <= 0 ? double.NegativeInfinity : Math.Log((double)(m - i) / (n + m - i));
        return log;
    }
}
