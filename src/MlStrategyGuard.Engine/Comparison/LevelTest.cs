using System.Globalization;
using System.Numerics;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>Levels of two splits: exact for two of them, chi-square for more, bounded in total variation.</summary>
internal sealed class LevelTest : ColumnTest
{
    private const double RatioLimit = 0.25;
    private const long RowsToName = 10;

    private readonly string[] _names;
    private readonly long[] _a;
    private readonly long[] _b;
    private readonly long[] _pooled;
    private readonly double[] _sharesA;
    private readonly double[] _sharesB;
    private readonly double _blurred;
    private readonly double _rowsToSee;
    private readonly long _totalA;
    private readonly long _totalB;

    /// <param name="column">The column's name.</param>
    /// <param name="aspect">What of the column.</param>
    /// <param name="isLabel">Whether it is the label.</param>
    /// <param name="kind">What the column holds.</param>
    /// <param name="names">The levels as a message names them, <c>country=DE</c>.</param>
    /// <param name="a">Rows of each level in the first split.</param>
    /// <param name="b">Rows of each level in the second split.</param>
    /// <param name="design">How the rows were drawn; null if they are independent.</param>
    public LevelTest(
        string column, ColumnAspect aspect, bool isLabel, ColumnKind kind, string[] names, long[] a, long[] b, Design? design = null)
        : base(column, aspect, isLabel, kind)
    {
        var (countsA, countsB, target) = design is null ? Levels.Merge(a, b) : Levels.Merge(a, b, design);
        _pooled = [.. a.Zip(b, (x, y) => x + y).Where(count => count > 0)];
        (_blurred, _rowsToSee) = Blur(a, b, target);
        var members = Enumerable.Range(0, names.Length).ToLookup(level => target[level]);
        _names = [.. Enumerable.Range(0, countsA.Length).Select(i => NameOf([.. members[i]], names, countsA[i] + countsB[i]))];
        (_sharesA, _sharesB) = (Shares(countsA), Shares(countsB));
        (_a, _b) = design is null ? (countsA, countsB) : (design.EffectiveA(countsA), design.EffectiveB(countsB));
        (_totalA, _totalB) = (_a.Sum(), _b.Sum());
        (RowsA, RowsB) = (design?.RowsA ?? _totalA, design?.RowsB ?? _totalB);
        P = Levels.PValue(_a, _b);
        Estimate = _sharesA.Zip(_sharesB, (x, y) => Math.Abs(x - y)).Sum() / 2;
    }

    public override long RowsA { get; }

    public override long RowsB { get; }

    /// <summary>The observed total variation, ½ Σ |p − q|.</summary>
    public override double Estimate { get; }

    public override double P { get; }

    /// <summary>The name of a label's positive class, which a message shows first.</summary>
    public string? Positive { get; init; }

    public override IReadOnlyList<MovedShare> Movers =>
        [.. Enumerable.Range(0, _a.Length)
            .Select(k => new MovedShare(_names[k], _sharesA[k], _sharesB[k]))
            .Where(mover => mover.ShareA != mover.ShareB)
            .OrderByDescending(mover => mover.Name == Positive)
            .ThenByDescending(mover => Math.Abs(mover.ShareA - mover.ShareB))
            .ThenBy(mover => mover.ShareA + mover.ShareB)
            .Take(_a.Length == 2 ? 1 : 3)];

    /// <summary>The most frequent levels and those that moved most; what is left is one bar.</summary>
    public override ColumnPicture? Picture
    {
        get
        {
            var shown = Enumerable.Range(0, _a.Length).ToList();
            if (_a.Length > ColumnPicture.MostBars)
            {
                var moved = shown.OrderByDescending(k => Math.Abs(_sharesA[k] - _sharesB[k])).ThenBy(k => k).Take(ColumnPicture.MostBars / 3);
                shown = [.. moved.Concat(shown.OrderByDescending(Pooled).ThenBy(k => k)).Distinct().Take(ColumnPicture.MostBars - 1).Order()];
            }

            var rest = Enumerable.Range(0, _a.Length).Except(shown).ToList();
            var more = rest.Count == 0 ? [] : new[] { $"{rest.Count.ToString(CultureInfo.InvariantCulture)} other levels" };
            return new ColumnPicture
            {
                Levels = [.. shown.Select(k => _names[k]), .. more],
                A = [.. shown.Select(k => _sharesA[k]), .. more.Select(_ => rest.Sum(k => _sharesA[k]))],
                B = [.. shown.Select(k => _sharesB[k]), .. more.Select(_ => rest.Sum(k => _sharesB[k]))],
            };
        }
    }

    /// <summary>
    /// Two levels: MOVER with Clopper–Pearson limits. More: the larger of the same for each level, and of a bound on
    /// half the rows for the set of levels that looks larger on the other half; one finds a level that vanished, the
    /// other a shift spread thin.
    /// </summary>
    public override double Lower(double alpha)
    {
        if (_a.Length <= 2)
            return Mover.LowerOfDifference(_a[0], _totalA, _b[0], _totalB, alpha / 2);

        var single = 0.0;
        for (var k = 0; k < _a.Length; k++)
            single = Math.Max(single, Mover.LowerOfDifference(_a[k], _totalA, _b[k], _totalB, alpha / (4 * _a.Length)));
        return Math.Max(single, HalfSplit(alpha / 4));
    }

    public override double IntervalUpper(double alpha) => Math.Max(Upper(alpha / 2), Estimate);

    /// <summary>
    /// The bound for the levels that were told apart, plus the share of those that were merged because they are rare:
    /// within it everything may have moved, so that rare levels never pass for the same unseen.
    /// </summary>
    public override double Upper(double tail) => Math.Min(1, Between(tail) + _blurred);

    /// <summary>Two levels: MOVER. More: the smaller of a chi-square limit and of a normal one.</summary>
    private double Between(double tail)
    {
        if (_a.Length <= 2)
            return Mover.UpperOfDifference(_a[0], _totalA, _b[0], _totalB, tail);

        var limit = ChiSquare.NoncentralityLimit(Levels.Pearson(_a, _b), _a.Length - 1, tail);
        var normal = Estimate - (SpecialFunctions.NormalQuantile(tail) * StandardError);
        var whole = Math.Min(0.5 * Math.Sqrt(limit * InverseRows), normal);

        // Samples that agree by luck would give a limit of zero, however few they are; no level is known that well.
        var single = Enumerable.Range(0, _a.Length).Max(k => Mover.UpperOfDifference(_a[k], _totalA, _b[k], _totalB, tail));
        return Math.Min(1, Math.Max(whole, single));
    }

    public override double Resolution(double alpha)
    {
        var degrees = Math.Max(1, _a.Length - 1);
        return Math.Min(1, (0.5 * Math.Sqrt(ChiSquare.NoncentralityForPower(degrees, alpha, 0.8) * InverseRows)) + _blurred);
    }

    public override double StandardError => Math.Sqrt(Variance * InverseRows);

    /// <summary>
    /// The total variation of many levels is partly chance, and a set of levels chosen on half the rows misses as much:
    /// what equal halves would show, ½ Σ √(2/π) · se, is taken off in quadrature (simulated).
    /// </summary>
    public override double Findable
    {
        get
        {
            if (_a.Length <= 2)
                return Estimate;
            var chance = Enumerable.Range(0, _a.Length).Sum(k => Math.Sqrt(Pooled(k) * (1 - Pooled(k)) * InverseRows / Math.PI));
            return Math.Sqrt(Math.Max(0, (Estimate * Estimate) - (chance * chance)));
        }
    }

    /// <summary>MOVER on all rows for two levels, on half of them for more.</summary>
    public override double DecisionConstant(double alpha)
    {
        var two = _a.Length <= 2;
        var distance = -SpecialFunctions.NormalQuantile(two ? alpha / 2 : alpha / 4) - SpecialFunctions.NormalQuantile(0.2);
        return distance * Math.Sqrt(two ? Variance : 2 * Variance);
    }

    public override double RowsConstant(int columns, double rows)
    {
        // Clopper–Pearson's limits are a little wider than the normal ones behind the 1.47, 2.09, 2.23 of two even levels.
        var two = AtColumns(columns, 1.5, 2.13, 2.27);
        var ten = AtColumns(columns, 2.03, 2.68, 2.80);
        var hundred = AtColumns(columns, 3.23, 4.14, 4.37);
        var x = Math.Log10(Math.Max(2, LevelsAt(rows)));
        return x <= 1
            ? two + ((ten - two) * (x - Math.Log10(2)) / (1 - Math.Log10(2)))
            : ten + ((hundred - ten) * (x - 1));
    }

    protected override double InverseRows => (1.0 / Math.Max(1, _totalA)) + (1.0 / Math.Max(1, _totalB));

    /// <summary>Rows a split until the merged levels hold too little to matter.</summary>
    public override double RowsForRareLevels => _rowsToSee;

    /// <summary>δ for the column, a quarter of its rarest class for a label.</summary>
    public override double Limit(double tolerance) =>
        IsLabel && Classes().Any()
            ? Math.Min(tolerance, Classes().Min(k => RatioLimit * Pooled(k)))
            : tolerance;

    /// <summary>
    /// A class that moved from q̂ to p̂ &gt; q̂ is beyond a quarter of its mean share if .875 p̂ − 1.125 q̂ is surely above
    /// zero (MOVER with Clopper–Pearson limits).
    /// </summary>
    public override double? RelativeLimitExceeded(double alpha, double tolerance)
    {
        if (!IsLabel)
            return null;

        var tail = _a.Length <= 2 ? alpha / 2 : alpha / (2 * _a.Length);
        foreach (var k in Classes().OrderBy(Pooled))
        {
            var limit = RatioLimit * Pooled(k);
            if (limit < tolerance && MovedByRatio(k, tail))
                return limit;
        }

        return null;
    }

    private bool MovedByRatio(int k, double tail)
    {
        var (high, highRows, low, lowRows) = Share(_a[k], _totalA) >= Share(_b[k], _totalB)
            ? (_a[k], _totalA, _b[k], _totalB)
            : (_b[k], _totalB, _a[k], _totalA);
        var (p, q) = (Share(high, highRows), Share(low, lowRows));
        var below = 0.875 * (p - ClopperPearson.Lower(high, highRows, tail));
        var above = 1.125 * (ClopperPearson.Upper(low, lowRows, tail) - q);
        return (0.875 * p) - (1.125 * q) - Math.Sqrt((below * below) + (above * above)) > 0;
    }

    /// <summary>The classes judged by ratio: the rarer one of two, each of more.</summary>
    private IEnumerable<int> Classes() => _a.Length switch
    {
        < 2 => [],
        2 => [Pooled(0) <= Pooled(1) ? 0 : 1],
        _ => Enumerable.Range(0, _a.Length),
    };

    /// <summary>The most that p(1 − p) can be for a set of levels.</summary>
    private double Variance
    {
        get
        {
            var largest = Enumerable.Range(0, _a.Length).Max(Pooled);
            return largest > 0.5 ? largest * (1 - largest) : 0.25;
        }
    }

    /// <summary>How many levels would be told apart with so many rows a split, one more for the rare ones.</summary>
    private int LevelsAt(double rows)
    {
        var needed = Levels.MinExpected * _pooled.Sum() / rows;
        var apart = _pooled.Count(count => count >= needed);
        return apart < _pooled.Length ? apart + 1 : apart;
    }

    private double Pooled(int k) => (double)(_a[k] + _b[k]) / (_totalA + _totalB);

    private double HalfSplit(double tail)
    {
        var seed = Hashing.Mix((ulong)_a.Length);
        foreach (var count in _a.Concat(_b))
            seed = Hashing.Mix(seed ^ (ulong)count);

        long n1 = 0, m1 = 0;
        var (firstA, firstB) = (new long[_a.Length], new long[_a.Length]);
        for (var k = 0; k < _a.Length; k++)
        {
            n1 += firstA[k] = Half(_a[k], ref seed);
            m1 += firstB[k] = Half(_b[k], ref seed);
        }

        long n2 = _totalA - n1, m2 = _totalB - m1;
        if (n1 == 0 || m1 == 0 || n2 == 0 || m2 == 0)
            return 0;

        long a = 0, b = 0;
        for (var k = 0; k < _a.Length; k++)
        {
            if (Share(firstA[k], n1) <= Share(firstB[k], m1))
                continue;
            a += _a[k] - firstA[k];
            b += _b[k] - firstB[k];
        }

        // Chosen to be larger in the first split; the other way round proves nothing.
        return Share(a, n2) > Share(b, m2) ? Mover.LowerOfDifference(a, n2, b, m2, tail) : 0;
    }

    /// <summary>How many of so many rows fall into a random half: one fair bit each.</summary>
    private static long Half(long rows, ref ulong seed)
    {
        long chosen = 0;
        for (; rows > 0; rows -= 64)
        {
            seed = Hashing.Mix(seed);
            var bits = rows >= 64 ? seed : seed & ((1UL << (int)rows) - 1);
            chosen += BitOperations.PopCount(bits);
        }

        return chosen;
    }

    /// <summary>
    /// How much may have moved unseen inside levels that were merged, and how many rows a split would leave little of
    /// it: enough for the levels that hold all but a hundredth of the rows to be expected five times.
    /// </summary>
    private static (double Share, double Rows) Blur(long[] a, long[] b, int[] target)
    {
        double n = a.Sum(), m = b.Sum();
        var groups = Enumerable.Range(0, a.Length).Where(k => target[k] >= 0)
            .GroupBy(k => target[k]).Where(group => group.Count() > 1).Select(group => group.ToList()).ToList();

        // Inside a group ½(Σ|dᵢ| − |Σdᵢ|) is at most the smaller of its two shares, and at most Σ|dᵢ| without the largest.
        var share = groups.Sum(group =>
        {
            var largest = group.MaxBy(k => a[k] + b[k]);
            var others = group.Where(k => k != largest).Sum(k => Math.Max(a[k] / n, b[k] / m));
            return Math.Min(others, Math.Min(group.Sum(k => a[k]) / n, group.Sum(k => b[k]) / m));
        });

        var left = 0.0;
        foreach (var k in groups.SelectMany(group => group).OrderBy(k => a[k] + b[k]))
        {
            left += (a[k] + b[k]) / (n + m);
            if (left > 0.01)
                return (share, 5 * (n + m) / (a[k] + b[k]));
        }

        return (share, 0);
    }

    /// <summary>Levels of a handful of rows stay unnamed: a name could tell who they are.</summary>
    private static string NameOf(int[] members, string[] names, long rows)
    {
        if (members.Length == 1)
            return rows >= RowsToName || names.Length == 2 ? names[members[0]] : "a rare level";
        return $"{members.Length.ToString(CultureInfo.InvariantCulture)} rare levels";
    }

    private static double[] Shares(long[] counts)
    {
        var rows = counts.Sum();
        return [.. counts.Select(count => Share(count, rows))];
    }

    private static double Share(long count, long rows) => rows == 0 ? 0 : (double)count / rows;
}
