using System.Globalization;
using System.Text;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Engine.Metrics;
using MlStrategyGuard.Engine.Predictions;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Analysis;

/// <summary>
/// Finds the slices of dev that hold the errors: levels of columns, and quarters of numbers. Of all slices tried, at most
/// one in twenty of those that are named is chance (Benjamini and Hochberg 1995). With groups or weights at most one build
/// in twenty names any slice by chance (see <see cref="UnitFlips"/>).
/// </summary>
internal static class ErrorSliceFinder
{
    private const double FalseDiscoveries = 0.05;
    private const int MostLevels = 50;
    private const int Parts = 4;

    /// <summary>Smaller slices could be somebody.</summary>
    private const int FewestRows = 20;

    /// <summary>And so could slices of fewer groups.</summary>
    private const int FewestGroups = 5;

    /// <summary>The slices, by what working on them can win.</summary>
    /// <param name="columns">Columns of words by name, each as long as the errors.</param>
    /// <param name="wrong">Whether each row is wrong.</param>
    public static IReadOnlyList<ErrorSlice> Find(IEnumerable<KeyValuePair<string, WordColumn>> columns, bool[] wrong)
    {
        var errors = wrong.LongCount(one => one);
        if (errors == 0 || errors == wrong.LongLength)
            return [];
        var tried = columns.SelectMany(column => LevelsOf(column.Key, column.Value, wrong))
            .Select(level => level.Slice with
            {
                P = Hypergeometric.TwiceSmallerTail(level.Slice.Errors, wrong.LongLength, errors, level.Slice.Rows),
            })
            .OrderBy(slice => slice.P)
            .ThenBy(slice => slice.Column, StringComparer.Ordinal).ThenBy(slice => slice.Level, StringComparer.Ordinal)
            .ToList();
        var named = tried.Count;
        while (named > 0 && tried[named - 1].P > FalseDiscoveries * named / tried.Count)
            named--;
        return Best(tried.Take(named));
    }

    /// <summary>The slices where rows count differently, or hang together.</summary>
    /// <param name="columns">Columns of words by name, each as long as the errors.</param>
    /// <param name="wrong">Whether each row is wrong.</param>
    /// <param name="weights">How much each row counts; null: 1.</param>
    /// <param name="keys">Each row's key, which doesn't depend on the order of rows.</param>
    /// <param name="groups">Group numbers from 0; null: every row is on its own.</param>
    public static IReadOnlyList<ErrorSlice> Find(
        IEnumerable<KeyValuePair<string, WordColumn>> columns, bool[] wrong, double[]? weights, ulong[] keys, int[]? groups)
    {
        var all = weights?.Sum() ?? wrong.Length;
        var errors = wrong.Select((one, i) => one ? weights?[i] ?? 1 : 0).Sum();
        if (!(errors > 0 && errors < all) || (groups?.Distinct().Count() ?? wrong.Length) < MetricInterval.Fewest)
            return [];
        var flips = new UnitFlips(wrong, weights, groups is null ? keys : KeysOf(groups, keys));
        var tried = new List<ErrorSlice>();
        foreach (var (name, column) in columns)
        {
            var levels = LevelsOf(name, column, wrong).ToList();
            if (levels.Count == 0)
                continue;
            var codes = levels[0].Codes;
            var (sums, wrongSums, squares) = (new double[codes.Max() + 1], new double[codes.Max() + 1], new double[codes.Max() + 1]);
            for (var i = 0; i < codes.Length; i++)
            {
                if (codes[i] < 0)
                    continue;
                var weight = weights?[i] ?? 1;
                sums[codes[i]] += weight;
                squares[codes[i]] += weight * weight;
                wrongSums[codes[i]] += wrong[i] ? weight : 0;
            }

            var spread = groups is null ? null : GroupsOf(codes, groups, sums.Length);
            levels.RemoveAll(level => !(sums[level.Code] * sums[level.Code] >= FewestRows * squares[level.Code]) || !(sums[level.Code] < all)
                || (spread is not null && spread[level.Code] < FewestGroups));
            flips.Add(codes, Array.ConvertAll(sums, sum => sum / all), levels.ConvertAll(level => level.Code));
            tried.AddRange(levels.Select(level => level.Slice with
            {
                Weights = weights is null ? null : new SliceWeights(sums[level.Code], wrongSums[level.Code], all, errors),
                Groups = spread?[level.Code],
            }));
        }

        var p = flips.P();
        return Best(tried.Select((slice, n) => slice with { P = p[n] }).Where(slice => slice.P <= FalseDiscoveries));
    }

    private static IReadOnlyList<ErrorSlice> Best(IEnumerable<ErrorSlice> named) =>
    [
        .. named.Where(slice => slice.ErrorRate > slice.OtherRate)
            .OrderBy(slice => slice.BestError)
            .ThenBy(slice => slice.Column, StringComparer.Ordinal).ThenBy(slice => slice.Level, StringComparer.Ordinal),
    ];

    /// <summary>The least key of each row's group.</summary>
    private static ulong[] KeysOf(int[] groups, ulong[] keys)
    {
        var least = new ulong[groups.Max() + 1];
        Array.Fill(least, ulong.MaxValue);
        for (var i = 0; i < groups.Length; i++)
            least[groups[i]] = Math.Min(least[groups[i]], keys[i]);
        return Array.ConvertAll(groups, group => least[group]);
    }

    /// <summary>The number of groups that have rows of each level.</summary>
    private static long[] GroupsOf(int[] codes, int[] groups, int levels)
    {
        var (counts, seen) = (new long[levels], new HashSet<(int, int)>());
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] >= 0 && seen.Add((codes[i], groups[i])))
                counts[codes[i]]++;
        }

        return counts;
    }

    /// <summary>The levels of a column that are large enough, with the codes that number them.</summary>
    private static IEnumerable<(ErrorSlice Slice, int Code, int[] Codes)> LevelsOf(string name, WordColumn column, bool[] wrong)
    {
        var used = column.Codes.Where(code => code >= 0).Distinct().Count();
        var (names, codes) = used <= MostLevels ? (column.Words, column.Codes) : Quarters(column);
        if (names.Count < 2)
            yield break;
        var (rows, hits) = (new long[names.Count], new long[names.Count]);
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] < 0)
                continue;
            rows[codes[i]]++;
            hits[codes[i]] += wrong[i] ? 1 : 0;
        }

        var errors = wrong.LongCount(one => one);
        for (var k = 0; k < names.Count; k++)
        {
            if (rows[k] >= FewestRows && rows[k] < wrong.LongLength)
                yield return (new ErrorSlice(name, names[k], rows[k], hits[k], wrong.LongLength, errors, double.NaN), k, codes);
        }
    }

    /// <summary>Numbers in four parts of nearly equal size; nothing of a column of words.</summary>
    private static (IReadOnlyList<string> Names, int[] Codes) Quarters(WordColumn column)
    {
        var numbers = new double[column.Words.Count];
        for (var k = 0; k < numbers.Length; k++)
        {
            if (!ValueParser.TryNumber(Encoding.UTF8.GetBytes(column.Words[k]), out numbers[k]) || !double.IsFinite(numbers[k]))
                return ([], column.Codes);
        }

        double[] sorted = [.. column.Codes.Where(code => code >= 0).Select(code => numbers[code]).Order()];
        double[] cuts = [.. Enumerable.Range(1, Parts - 1).Select(part => sorted[(int)((long)part * sorted.Length / Parts)]).Distinct()];
        string[] ends = [.. cuts.Select(cut => cut.ToString("0.######", CultureInfo.InvariantCulture))];
        string[] names = [$"below {ends[0]}", .. ends.Zip(ends.Skip(1)).Select(pair => $"{pair.First} – {pair.Second}"), $"{ends[^1]} and above"];
        var parts = Array.ConvertAll(numbers, number => cuts.Count(cut => number >= cut));
        return (names, Array.ConvertAll(column.Codes, code => code < 0 ? -1 : parts[code]));
    }
}
