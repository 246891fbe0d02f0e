namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// The second pass, when there are more numbers than may be kept: counts all of them in 1,024 bins a column. Edges are
/// quantiles of the samples of all splits together, so they ignore which split a row is in; a test on such bins is exact.
/// </summary>
internal sealed class BinPass(
    MissingTokens missing, int workers, IProgress<long>? progress, CancellationToken cancel)
{
    private const int Bins = 1_024;

    /// <summary>Gives the columns of splits their bins.</summary>
    /// <param name="sources">The splits.</param>
    /// <param name="profiles">Their profiles, in the same order.</param>
    public void Run(IReadOnlyList<SplitSource> sources, IReadOnlyList<SplitProfile> profiles)
    {
        var edges = new Dictionary<string, (BinEdges Edges, bool AreDates)>(StringComparer.Ordinal);
        foreach (var name in profiles.SelectMany(profile => profile.Columns).Select(column => column.Name).Distinct(StringComparer.Ordinal))
        {
            var columns = profiles.Select(profile => profile.Column(name)).OfType<ColumnProfile>().ToList();
            var (numbers, dates) = (columns.Sum(column => column.NumberCount), columns.Sum(column => column.DateCount));
            if (numbers + dates > 0)
                edges[name] = (new BinEdges(Edges(profiles, name, dates > numbers)), dates > numbers);
        }

        var read = new FilePass(sources, workers, progress, cancel).Run(
            i => new BinCounter(
                [.. profiles[i].Columns.Select(column => edges.TryGetValue(column.Name, out var found) ? found : ((BinEdges, bool)?)null)],
                missing),
            (counter, other) => counter.Merge(other));
        for (var i = 0; i < read.Length; i++)
        {
            for (var column = 0; column < profiles[i].Columns.Count; column++)
                profiles[i].Columns[column].Bins = read[i].Sink?.Bins(column);
        }
    }

    private static double[] Edges(IReadOnlyList<SplitProfile> profiles, string name, bool areDates)
    {
        var sorted = profiles.SelectMany(profile => Values(profile.Sample?.Column(name), areDates)).ToArray();
        RadixSort.Sort(sorted);
        return [.. Enumerable.Range(1, Bins - 1)
            .Where(_ => sorted.Length > 0)
            .Select(i => sorted[(int)((long)sorted.Length * i / Bins)])
            .Distinct()];
    }

    private static IEnumerable<double> Values(SampledColumn? column, bool areDates)
    {
        if (column?.Numbers is { } numbers)
            return numbers.Where(number => !double.IsNaN(number));
        if (column?.Codes is not { } codes)
            return [];
        var values = column.Levels!
            .Select(System.Text.Encoding.UTF8.GetBytes)
            .Select(level => areDates
                ? ValueParser.TryDate(level, out var ticks) ? ticks : double.NaN
                : ValueParser.TryNumber(level, out var number) ? number : double.NaN)
            .ToArray();
        return codes.Where(code => code >= 0 && !double.IsNaN(values[code])).Select(code => values[code]);
    }
}
