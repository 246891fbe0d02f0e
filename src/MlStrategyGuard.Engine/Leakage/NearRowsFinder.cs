using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Leakage;

/// <summary>
/// Rows that are changed copies of rows of another split: numbers that differ in the fourth digit, texts with a word more or
/// less. Tables in which rows are nearly equal by nature give no alarm, because a random split says how many sets of nearly equal rows
/// are due in both splits. It looks at the samples.
/// </summary>
/// <param name="splits">The splits in the order in which a model meets them.</param>
/// <param name="cancel">Ends the work.</param>
internal sealed class NearRowsFinder(IReadOnlyList<SplitProfile> splits, CancellationToken cancel)
{
    /// <summary>The rate at which a pair of splits is blamed without reason, divided among what is tried.</summary>
    private const double FalseAlarms = 1e-4;

    private readonly List<SplitProfile> _splits = [.. splits.Where(split => split is { Sample.Count: > 0, Keys: not null })];

    /// <summary>Each pair of splits with changed copies.</summary>
    public IReadOnlyList<NearRows> Find()
    {
        if (_splits.Count < 2)
            return [];
        var names = Features();
        if (names.Count == 0)
            return [];

        var sums = new RowSums[_splits.Count];
        Parallel.For(0, _splits.Count, i => sums[i] = RowSums.Of(_splits[i].Sample!, names));
        var kept = UniqueRows(sums);
        var tried = new List<(string? Text, ulong[][] Keys)>();
        if (names.Exists(name => _splits.TrueForAll(split => RowSums.HasDigits(split.Sample!.Column(name)!))))
        {
            tried.Add((null, Keys(sums.Select(split => split.Rounded), kept)));
            tried.Add((null, Keys(sums.Select(split => split.RoundedAside), kept)));
        }

        foreach (var name in names.Where(name => _splits.TrueForAll(split => NearTexts.AreTexts(split.Sample!.Column(name)!))))
            tried.Add((name, NearTexts.Clusters([.. _splits.Select((split, i) => NearTexts.Of(split.Sample!.Column(name)!, kept[i]))], cancel)));

        var found = new List<NearRows>();
        foreach (var (a, b) in FeatureTally.PairsOf(_splits.Count))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var group in tried.GroupBy(one => one.Text))
            {
                var best = group.Select(one => Judge(a, b, one.Text, one.Keys[a], one.Keys[b], FalseAlarms / tried.Count))
                    .OfType<NearRows>().OrderByDescending(near => near.Patterns).FirstOrDefault();
                if (best is not null)
                    found.Add(best);
            }
        }

        return found;
    }

    /// <summary>The columns that all splits have and that say something about a row.</summary>
    private List<string> Features() =>
        [.. _splits[0].Sample!.Columns.Select(column => column.Name).Where(name =>
            !_splits[0].Keys!.LeftOut.Contains(name)
            && _splits.TrueForAll(split => split.Sample!.Column(name) is { } column && (column.Numbers ?? (object?)column.Codes) is not null))];

    /// <summary>Rows without an equal in any split: equal rows are another rule's.</summary>
    private static int[][] UniqueRows(RowSums[] splits)
    {
        ulong[] all = [.. splits.SelectMany(split => split.Exact)];
        RadixSort.Sort(all);
        var twice = new HashSet<ulong>();
        for (var i = 1; i < all.Length; i++)
        {
            if (all[i] == all[i - 1])
                twice.Add(all[i]);
        }

        return [.. splits.Select(split => Enumerable.Range(0, split.Exact.Length).Where(row => !twice.Contains(split.Exact[row])).ToArray())];
    }

    private static ulong[][] Keys(IEnumerable<ulong[]> sums, int[][] kept) =>
        [.. sums.Zip(kept, (all, rows) => Array.ConvertAll(rows, row => all[row]))];

    private NearRows? Judge(int a, int b, string? text, ulong[] x, ulong[] y, double alpha)
    {
        var counts = Count([.. x], [.. y]);
        var (n, m) = (x.Length, y.Length);
        if (counts.Shared == 0 || RandomSplit.P(counts, n, m) >= alpha)
            return null;
        var expected = RandomSplit.Expected(counts, n, m);
        return !RandomSplit.IsFarAbove(counts, expected) ? null : new NearRows(_splits[a].Name, _splits[b].Name, text)
        {
            RowsA = n,
            RowsB = m,
            SharedA = counts.SharedA,
            SharedB = counts.SharedB,
            Patterns = counts.Shared,
            Repeated = counts.Repeated,
            Expected = expected,
        };
    }

    private static RepeatCounts Count(ulong[] x, ulong[] y)
    {
        RadixSort.Sort(x);
        RadixSort.Sort(y);
        var counts = new RepeatCounts();
        var (i, j) = (0, 0);
        while (i < x.Length || j < y.Length)
        {
            var key = j == y.Length || (i < x.Length && x[i] <= y[j]) ? x[i] : y[j];
            var (startX, startY) = (i, j);
            while (i < x.Length && x[i] == key)
                i++;
            while (j < y.Length && y[j] == key)
                j++;
            counts.Add(i - startX, j - startY);
        }

        return counts;
    }
}
