using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Leakage;

/// <summary>How probable equal rows are by the columns' own entropy, and whether equal rows are more than that.</summary>
internal static class ChanceOfEqualRows
{
    private const int MaxRows = 16_384;

    /// <summary>
    /// The probability that a row of each split are equal if columns were independent: the product over columns of the
    /// probability that two values are equal. Between the splits that is at most √(c_a·c_b) a column (Cauchy and
    /// Schwarz), c being the rate within a split.
    /// </summary>
    /// <param name="a">The first split's sample.</param>
    /// <param name="b">The second split's sample.</param>
    /// <param name="leftOut">Columns that aren't part of a row's features.</param>
    public static double Independent(RowSample a, RowSample b, IReadOnlyList<string> leftOut)
    {
        var product = 1.0;
        foreach (var column in a.Columns)
        {
            if (!leftOut.Contains(column.Name) && b.Column(column.Name) is { } other)
                product *= Math.Sqrt(OfColumn(column, a.Count) * OfColumn(other, b.Count));
        }

        return product;
    }

    /// <summary>
    /// Whether rows that agree in all columns but one mostly agree in that one too, whichever it is, and with ten times the
    /// odds of any two rows. So it is when a thing is in the data twice; rows that are equal by chance have
    /// many that are nearly equal beside them. Where copies come into a sample together, pairs are weighted accordingly.
    /// </summary>
    /// <param name="samples">The samples of the splits.</param>
    /// <param name="leftOut">Columns that aren't part of a row's features.</param>
    public static bool AreTheSameThings(IReadOnlyList<RowSample> samples, IReadOnlyList<string> leftOut)
    {
        var names = samples[0].Columns.Select(column => column.Name).Where(name => !leftOut.Contains(name)).ToList();
        var columns = names.ConvertAll(name => samples.SelectMany(sample =>
            sample.Column(name) is { } column ? SampleHashes.Of(column, Math.Min(MaxRows, sample.Count)) : []).ToArray());
        if (columns.Count == 0 || columns.Exists(column => column.Length != columns[0].Length))
            return false;

        var rows = new ulong[columns[0].Length];
        for (var j = 0; j < columns.Count; j++)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                columns[j][i] = Hashing.Mix(columns[j][i] + (ulong)j);
                rows[i] += columns[j][i];
            }
        }

        var rate = samples.Sum(sample => (double)Math.Min(MaxRows, sample.Count)) / samples.Sum(sample => (double)sample.Of);
        var rateOfCopies = samples.Any(sample => ComeTogether(sample.Hashes)) ? rate : rate * rate;
        var equal = SampleHashes.EqualPairs([.. rows]);
        return equal > 0 && columns.TrueForAll(column =>
        {
            var others = new ulong[rows.Length];
            for (var i = 0; i < rows.Length; i++)
                others[i] = rows[i] - column[i];
            var (same, nearly) = (equal / rateOfCopies, (SampleHashes.EqualPairs(others) - equal) / rate / rate);
            var chance = PairShare(column);
            return same >= nearly && (chance == 1 || same >= 10 * nearly * chance / (1 - chance));
        });
    }

    private static bool ComeTogether(ulong[] ascending)
    {
        for (var i = 1; i < ascending.Length; i++)
        {
            if (ascending[i] == ascending[i - 1])
                return true;
        }

        return false;
    }

    private static double OfColumn(SampledColumn column, int count) =>
        PairShare(SampleHashes.Of(column, Math.Min(MaxRows, count)));

    /// <summary>The probability that two rows have the same value; never 0, because a sample can't show that. Sorts.</summary>
    private static double PairShare(ulong[] values) =>
        Math.Min(1, (SampleHashes.EqualPairs(values) + 1) / Math.Max(1, values.Length * (values.Length - 1.0) / 2));
}
