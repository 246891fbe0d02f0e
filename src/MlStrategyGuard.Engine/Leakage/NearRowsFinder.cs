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

    private const int LargestPower = 30;

    private static readonly double[] Powers = [.. Enumerable.Range(-LargestPower, (2 * LargestPower) + 1).Select(power => Math.Pow(10, power))];

    private readonly List<SplitProfile> _splits = [.. splits.Where(split => split is { Sample.Count: > 0, Keys: not null })];

    /// <summary>Each pair of splits with changed copies.</summary>
    public IReadOnlyList<NearRows> Find()
    {
        if (_splits.Count < 2)
            return [];
        var names = Features();
        if (names.Count == 0)
            return [];

        var kept = UniqueRows(names);
        var tried = new List<(string? Text, ulong[][] Keys)>();
        if (names.Exists(name => _splits.TrueForAll(split => HasDigits(split.Sample!.Column(name)!))))
        {
            tried.Add((null, Keys(names, kept, grid: 0)));
            tried.Add((null, Keys(names, kept, grid: 1)));
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
    private int[][] UniqueRows(List<string> names)
    {
        var hashes = new ulong[_splits.Count][];
        Parallel.For(0, _splits.Count, i => hashes[i] = Sum(_splits[i].Sample!, names, column => SampleHashes.Of(column, _splits[i].Sample!.Count)));
        ulong[] all = [.. hashes.SelectMany(split => split)];
        Array.Sort(all);
        var twice = new HashSet<ulong>();
        for (var i = 1; i < all.Length; i++)
        {
            if (all[i] == all[i - 1])
                twice.Add(all[i]);
        }

        return [.. hashes.Select(split => Enumerable.Range(0, split.Length).Where(row => !twice.Contains(split[row])).ToArray())];
    }

    private ulong[][] Keys(List<string> names, int[][] kept, int grid)
    {
        var keys = new ulong[_splits.Count][];
        Parallel.For(0, _splits.Count, i =>
        {
            var sample = _splits[i].Sample!;
            var sums = Sum(sample, names, column => HasDigits(column) ? Rounded(column.Numbers!, grid) : SampleHashes.Of(column, sample.Count));
            keys[i] = [.. kept[i].Select(row => sums[row])];
        });
        return keys;
    }

    private static ulong[] Sum(RowSample sample, List<string> names, Func<SampledColumn, ulong[]> hashes)
    {
        var sums = new ulong[sample.Count];
        for (var j = 0; j < names.Count; j++)
        {
            var column = hashes(sample.Column(names[j])!);
            for (var i = 0; i < sums.Length; i++)
                sums[i] += Hashing.Mix(column[i] + (ulong)j);
        }

        return sums;
    }

    /// <summary>Numbers with many values; those with few are levels.</summary>
    private static bool HasDigits(SampledColumn column) => column is { Kind: ColumnKind.Numeric, Numbers: not null, Codes: null };

    /// <summary>The cell of each number on a grid of three significant digits; the second grid lies half a cell aside.</summary>
    private static ulong[] Rounded(double[] numbers, int grid)
    {
        var cells = new ulong[numbers.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var magnitude = Math.Abs(numbers[i]);
            if (!double.IsFinite(magnitude) || magnitude == 0)
            {
                cells[i] = Hashing.Mix(BitConverter.DoubleToUInt64Bits(numbers[i] + 0.0));
                continue;
            }

            var exponent = DecimalExponent(magnitude);
            var cell = Math.Floor((magnitude * PowerOfTen(2 - exponent)) + (0.5 * grid));

            // 9.996 rounds up into the cell in which 10.02 lies.
            if (cell >= 1000)
                (cell, exponent) = (100, exponent + 1);
            cells[i] = Hashing.Mix((ulong)BitConverter.DoubleToInt64Bits(Math.CopySign(cell, numbers[i])) + ((ulong)exponent * 0x9E3779B97F4A7C15UL));
        }

        return cells;
    }

    /// <summary>⌊log₁₀ x⌋ of a positive number.</summary>
    private static long DecimalExponent(double magnitude)
    {
        // log₁₀ 2 times the binary exponent is at most one too low.
        var guess = (long)Math.Floor(Math.ILogB(magnitude) * 0.30102999566398120);
        return magnitude >= PowerOfTen(guess + 1) ? guess + 1 : guess;
    }

    private static double PowerOfTen(long exponent) =>
        exponent is >= -LargestPower and <= LargestPower ? Powers[exponent + LargestPower] : Math.Pow(10, exponent);

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
        Array.Sort(x);
        Array.Sort(y);
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
