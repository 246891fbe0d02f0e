using System.Globalization;
using System.Text;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Engine.Predictions;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Analysis;

/// <summary>
/// Finds the slices of dev that hold the errors: levels of columns, and quarters of numbers. Of all slices tried, at most
/// one in twenty of those that are named is chance (Benjamini and Hochberg 1995).
/// </summary>
internal static class ErrorSliceFinder
{
    private const double FalseDiscoveries = 0.05;
    private const int MostLevels = 50;
    private const int Parts = 4;

    /// <summary>Smaller slices could be somebody.</summary>
    private const int FewestRows = 20;

    /// <summary>The slices, by what working on them can win.</summary>
    /// <param name="columns">Columns of words by name, each as long as the errors.</param>
    /// <param name="wrong">Whether each row is wrong.</param>
    public static IReadOnlyList<ErrorSlice> Find(IEnumerable<KeyValuePair<string, WordColumn>> columns, bool[] wrong)
    {
        var errors = wrong.LongCount(one => one);
        if (errors == 0 || errors == wrong.LongLength)
            return [];
        var tried = columns.SelectMany(column => Slices(column.Key, column.Value, wrong, errors))
            .OrderBy(slice => slice.P)
            .ThenBy(slice => slice.Column, StringComparer.Ordinal).ThenBy(slice => slice.Level, StringComparer.Ordinal)
            .ToList();
        var named = tried.Count;
        while (named > 0 && tried[named - 1].P > FalseDiscoveries * named / tried.Count)
            named--;
        return
        [
            .. tried.Take(named).Where(slice => slice.ErrorRate > slice.OtherRate)
                .OrderBy(slice => slice.BestError)
                .ThenBy(slice => slice.Column, StringComparer.Ordinal).ThenBy(slice => slice.Level, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<ErrorSlice> Slices(string name, WordColumn column, bool[] wrong, long errors)
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

        for (var k = 0; k < names.Count; k++)
        {
            if (rows[k] >= FewestRows && rows[k] < wrong.LongLength)
                yield return new ErrorSlice(
                    name, names[k], rows[k], hits[k], wrong.LongLength, errors,
                    Hypergeometric.TwiceSmallerTail(hits[k], wrong.LongLength, errors, rows[k]));
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
