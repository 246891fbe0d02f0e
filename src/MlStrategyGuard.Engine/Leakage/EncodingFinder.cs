using System.Text;
using MlStrategyGuard.Engine.Comparison;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Leakage;

/// <summary>
/// Columns that one split writes in other units, or with other spellings, than the first split. Known conversions are
/// tried; a difference of any other kind is a shift.
/// </summary>
/// <param name="strategy">Says what the columns are for.</param>
/// <param name="splits">The splits in the order in which a model meets them.</param>
internal sealed class EncodingFinder(Strategy strategy, IReadOnlyList<SplitProfile> splits)
{
    private const int MaxRows = 8_192;
    private const int FewestRows = 50;
    private const int MaxLevels = 1_000;

    /// <summary>A level with fewer rows isn't named: its name would tell of single rows.</summary>
    private const long FewestRowsToName = 5;
    private const double FalseAlarms = 1e-6;
    private const double Kibi = 1024;
    private const int FullWidth = '\uFF01' - '!';

    /// <summary>Factors and offsets from one unit to another; each is tried both ways.</summary>
    private static readonly (string Name, string Reverse, double Factor, double Offset)[] Conversions =
    [
        ("times 1,000", "divided by 1,000", 1e3, 0), ("times 100", "divided by 100", 100, 0), ("times 10", "divided by 10", 10, 0),
        ("times 1,000,000", "divided by 1,000,000", 1e6, 0), ("times 60", "divided by 60", 60, 0), ("times 3,600", "divided by 3,600", 3600, 0),
        ("times 1,024", "divided by 1,024", 1024, 0), ("times 2.54", "divided by 2.54", 2.54, 0), ("times 2.2046", "divided by 2.2046", 2.20462262, 0),
        ("times 1.6093", "divided by 1.6093", 1.609344, 0), ("times 3.2808", "divided by 3.2808", 3.2808399, 0),
        ("from °C to °F", "from °F to °C", 1.8, 32), ("from °C to K", "from K to °C", 1, 273.15),
    ];

    private static readonly string[] Yes = ["1", "on", "t", "true", "y", "yes"];

    private static readonly string[] No = ["0", "f", "false", "n", "no", "off"];

    /// <summary>All changes, by split, then column.</summary>
    public IReadOnlyList<EncodingChange> Find()
    {
        if (splits.Count < 2)
            return [];
        var first = splits[0];
        return [.. from other in splits.Skip(1)
                   from column in first.Columns
                   where !IsLeftOut(first, column.Name)
                   let partner = other.Column(column.Name)
                   where partner is not null
                   let change = OfNumbers(first, other, column) ?? OfLevels(first, other, column, partner)
                   where change is not null
                   select change];
    }

    private bool IsLeftOut(SplitProfile split, string column) =>
        column != strategy.Data.Label?.Value && split.Keys?.LeftOut.Contains(column) == true;

    private EncodingChange? OfNumbers(SplitProfile a, SplitProfile b, ColumnProfile column)
    {
        if (Sorted(a, column.Name) is not { } x || Sorted(b, column.Name) is not { } y)
            return null;
        var before = Distance(x, y);

        // What all rows don't tell apart, their groups don't.
        if (P(before, x.Length, y.Length) > FalseAlarms)
            return null;
        var (n, m) = (Independent(a, b, x.Length), Independent(b, a, y.Length));
        if (Math.Min(n, m) < FewestRows || P(before, n, m) > FalseAlarms)
            return null;

        EncodingChange? best = null;
        foreach (var (name, reverse, factor, offset) in Conversions)
        {
            Try(name, [.. x.Select(value => (value * factor) + offset)], y, factor);
            Try(reverse, [.. x.Select(value => (value - offset) / factor)], y, factor);
        }

        // Counted from 0 in one split and from 1 in the other; elsewhere one more is a shift like any other.
        if ((x[0], y[0]) is (0, 1) or (1, 0) && x[^1] - x[0] == y[^1] - y[0] && x[^1] - x[0] >= 2 && x.Concat(y).All(double.IsInteger))
            Try(x[0] == 0 ? "plus 1" : "minus 1", [.. x.Select(value => value + y[0] - x[0])], y, 1);
        return best;

        void Try(string name, double[] changed, double[] other, double factor)
        {
            var after = Distance(changed, other);
            var fits = factor >= 10
                ? before >= 0.5 && (after <= 0.1 || P(after, n, m) > 0.001)
                : P(after, n, m) > 0.01 && (factor == 1 || before >= 0.2);
            // 1,024 is hardly ever told from 1,000 by the data; then it is 1,000.
            if (fits && after <= before / 4 && (best is null || (after < best.After && factor != Kibi)))
                best = new EncodingChange(column.Name, a.Name, b.Name) { Change = name, Before = before, After = after };
        }
    }

    /// <summary>Rows that count as independent: no more than there are groups.</summary>
    private int Independent(SplitProfile split, SplitProfile other, int rows) =>
        (strategy.Data.Group?.Value ?? AssumedGroup.Find(strategy, ComparedSplit.Of(split), ComparedSplit.Of(other))) is { } group && split.Sample?.Column(group) is { } column
            ? Math.Min(rows, SampledRows.Keys(column).Take(MaxRows).Distinct().Count())
            : rows;

    private static double[]? Sorted(SplitProfile split, string column)
    {
        if (split.Sample?.Column(column) is not { Kind: ColumnKind.Numeric, Numbers: { } numbers })
            return null;
        double[] values = [.. numbers.Take(MaxRows).Where(value => !double.IsNaN(value))];
        RadixSort.Sort(values);
        return values.Length < FewestRows ? null : values;
    }

    /// <summary>KS D of two ascending samples.</summary>
    private static double Distance(double[] x, double[] y)
    {
        var (i, j, largest) = (0, 0, 0.0);
        while (i < x.Length && j < y.Length)
        {
            var value = Math.Min(x[i], y[j]);
            while (i < x.Length && x[i] == value)
                i++;
            while (j < y.Length && y[j] == value)
                j++;
            largest = Math.Max(largest, Math.Abs(((double)i / x.Length) - ((double)j / y.Length)));
        }

        return largest;
    }

    /// <summary>The Dvoretzky–Kiefer–Wolfowitz bound 2·exp(−2·D²·nm/(n+m)): nearly the Kolmogorov p-value where it is small.</summary>
    private static double P(double distance, int n, int m) =>
        Math.Min(1, 2 * Math.Exp(-2 * distance * distance * n * m / (n + (double)m)));

    private static EncodingChange? OfLevels(SplitProfile a, SplitProfile b, ColumnProfile column, ColumnProfile partner)
    {
        if ((column.Kind == ColumnKind.Numeric && partner.Kind == ColumnKind.Numeric)
            || ClassCounts.Of(column) is not { Count: > 0 } x || ClassCounts.Of(partner) is not { Count: > 0 } y
            || column.Present < FewestRows || partner.Present < FewestRows || Math.Max(x.Count, y.Count) > MaxLevels)
            return null;
        var spellings = Vocabulary(x, y) ?? Respelled(x, y, column.Present, partner.Present);
        return spellings.Count == 0 ? null : new EncodingChange(column.Name, a.Name, b.Name) { Spellings = [.. spellings.Where(pair => x[pair.Key] >= FewestRowsToName && y[pair.Value] >= FewestRowsToName).Take(3)] };
    }

    /// <summary>Yes and no in other words, or whole words and their first letters; null if it isn't that.</summary>
    private static List<KeyValuePair<string, string>>? Vocabulary(IReadOnlyDictionary<string, long> x, IReadOnlyDictionary<string, long> y)
    {
        if (x.Count < 2 || x.Count != y.Count || x.Keys.Any(y.ContainsKey))
            return null;
        var pairs = x.OrderByDescending(level => level.Value).ThenBy(level => level.Key, StringComparer.Ordinal)
            .Select(level => (level.Key, Matches: y.Keys.Where(other => MeanTheSame(level.Key, other)).ToList())).ToList();
        return pairs.TrueForAll(pair => pair.Matches.Count == 1) && pairs.Select(pair => pair.Matches[0]).Distinct().Count() == x.Count
            ? pairs.ConvertAll(pair => new KeyValuePair<string, string>(pair.Key, pair.Matches[0]))
            : null;
    }

    private static bool MeanTheSame(string a, string b)
    {
        var (x, y) = (a.ToLowerInvariant(), b.ToLowerInvariant());
        return x == y
            || (Yes.Contains(x) && Yes.Contains(y)) || (No.Contains(x) && No.Contains(y))
            || (x.Length == 1 && y.Length > 1 && char.IsLetter(x[0]) && y[0] == x[0])
            || (y.Length == 1 && x.Length > 1 && char.IsLetter(y[0]) && x[0] == y[0]);
    }

    /// <summary>
    /// Levels that differ in case, spaces or punctuation only, one in the first split alone, the other in the second alone, when
    /// chance wouldn't deal so many rows to one side.
    /// </summary>
    private static List<KeyValuePair<string, string>> Respelled(
        IReadOnlyDictionary<string, long> x, IReadOnlyDictionary<string, long> y, long rowsA, long rowsB)
    {
        var onlyInB = y.Where(level => !x.ContainsKey(level.Key)).ToLookup(level => Fold(level.Key), StringComparer.Ordinal);
        return [.. from level in x
                   where !y.ContainsKey(level.Key)
                   let others = onlyInB[Fold(level.Key)].ToList()
                   where others.Count == 1 && Chance(level.Value, rowsA, rowsB) < FalseAlarms && Chance(others[0].Value, rowsB, rowsA) < FalseAlarms
                   orderby level.Value descending, level.Key
                   select new KeyValuePair<string, string>(level.Key, others[0].Key)];
    }

    /// <summary>The probability that so many rows are all dealt to a split of that size.</summary>
    private static double Chance(long rows, long own, long other) =>
        Hypergeometric.TwiceSmallerTail(0, own + other, rows, other);

    private static string Fold(string level)
    {
        var folded = new StringBuilder();
        foreach (var letter in level)
        {
            // Full-width letters and digits stand as far behind the usual ones as their signs do.
            var usual = letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - FullWidth) : letter;
            if (char.IsLetterOrDigit(usual))
                folded.Append(char.ToLowerInvariant(usual));
        }

        return folded.Length == 0 ? level : folded.ToString();
    }
}
