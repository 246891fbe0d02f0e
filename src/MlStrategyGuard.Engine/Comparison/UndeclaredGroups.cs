using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// Looks for a column that names what rows belong to while nobody declared it: it is called like an id, repeats within
/// a split, and rows that share its value are alike in many other columns. Says nothing when in doubt.
/// </summary>
/// <param name="strategy">Tells what columns are for.</param>
internal sealed class UndeclaredGroups(Strategy strategy)
{
    private const int MinRows = 100;
    private const int MinGroups = 20;
    private const int MinOthers = 2;

    /// <summary>Rows of one value that agree by so much more than chance are alike.</summary>
    private const double Alike = 0.3;

    /// <summary>The share of the other columns in which they have to be.</summary>
    private const double ShareAlike = 0.5;

    private static readonly string[] Words =
    [
        "id", "ids", "uid", "uuid", "guid", "user", "userid", "person", "personid", "patient", "patientid", "subject", "subjectid",
        "customer", "customerid", "client", "clientid", "session", "sessionid", "device", "deviceid", "account", "accountid",
        "household", "householdid", "visitor", "member", "student", "employee", "speaker", "author", "group", "groupid",
    ];

    /// <summary>The column that shows it best in the split; null if none does.</summary>
    public UndeclaredGroup? Find(SplitProfile split)
    {
        if (strategy.Data.Group is not null || split.Sample is not { } sample || sample.Count < MinRows)
            return null;

        var spoken = Declared(strategy);
        var candidates = sample.Columns.Where(column => !spoken.Contains(column.Name) && IsCalledLikeAnId(column.Name))
            .Select(column => (column.Name, Groups: Rows(column))).Where(candidate => AreIds(candidate.Groups)).ToList();
        if (candidates.Count == 0)
            return null;
        var others = sample.Columns
            .Where(column => (column.Name == strategy.Data.Label?.Value || !spoken.Contains(column.Name)) && !IsCalledLikeAnId(column.Name))
            .Select(column => (column.Name, Bins: Bins(column))).ToList();
        return candidates
            .Select(candidate => Judge(split.Name, candidate.Name, candidate.Groups, others))
            .OfType<UndeclaredGroup>()
            .OrderByDescending(found => found.Alike.Count).ThenBy(found => found.Column, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>The columns whose part the strategy tells.</summary>
    internal static HashSet<string> Declared(Strategy strategy)
    {
        string?[] known = [strategy.Data.Label?.Value, strategy.Data.Id?.Value, strategy.Data.Weight?.Value, strategy.Data.Source?.Value, strategy.Data.Time?.Value];
        return known.OfType<string>().Concat(strategy.Data.Ignore.Select(column => column.Value))
            .Concat(strategy.Splits.SelectMany(one => one.Where).Select(filter => filter.Column.Value)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Ids repeat: most rows have a companion, and no value is a class of its own.</summary>
    private static bool AreIds(List<List<int>> groups)
    {
        var rows = groups.Sum(group => group.Count);
        var repeating = groups.Where(group => group.Count > 1).Sum(group => group.Count);
        return groups.Count >= MinGroups && 2 * repeating >= rows && groups.Max(group => group.Count) * 10 <= rows;
    }

    private static UndeclaredGroup? Judge(string split, string column, List<List<int>> groups, List<(string Name, byte[] Bins)> others)
    {
        var alike = others.Where(other => Agreement(groups, other.Bins) >= Alike).Select(other => other.Name).ToList();
        return alike.Count >= MinOthers && alike.Count >= ShareAlike * others.Count
            ? new UndeclaredGroup(split, column, groups.Sum(group => group.Count), groups.Count, alike, others.Count)
            : null;
    }

    /// <summary>
    /// How much more often than two rows of the split two rows of a group agree, 0 by chance and 1 always: the
    /// intraclass correlation of the bins.
    /// </summary>
    private static double Agreement(List<List<int>> groups, byte[] bins)
    {
        var total = new double[byte.MaxValue + 1];
        var counts = new int[byte.MaxValue + 1];
        double rows = 0, agree = 0, pairs = 0;
        foreach (var group in groups)
        {
            // Two rows agree once more with each earlier row of their bin.
            var agreeing = 0.0;
            foreach (var row in group)
            {
                agreeing += 2 * counts[bins[row]]++;
                total[bins[row]]++;
            }

            foreach (var row in group)
                counts[bins[row]] = 0;
            rows += group.Count;
            if (group.Count < 2)
                continue;

            // Each group counts by its rows, not by its pairs, or a few large ones would decide.
            agree += agreeing / (group.Count - 1);
            pairs += group.Count;
        }

        var chance = total.Sum(count => count / rows * (count / rows));
        return pairs == 0 || chance > 0.98 ? 0 : ((agree / pairs) - chance) / (1 - chance);
    }

    private static List<List<int>> Rows(SampledColumn column)
    {
        var groups = new Dictionary<double, List<int>>();
        for (var row = 0; row < (column.Codes?.Length ?? column.Numbers!.Length); row++)
        {
            var key = column.Codes is { } codes ? codes[row] : column.Numbers![row];
            if (double.IsNaN(key) || (column.Codes is not null && key < 0))
                continue;
            if (!groups.TryGetValue(key, out var rows))
                groups.Add(key, rows = []);
            rows.Add(row);
        }

        return [.. groups.Values];
    }

    private static byte[] Bins(SampledColumn column)
    {
        var coded = column.Numbers is { } numbers
            ? CodedColumn.OfNumbers(column.Name, column.Kind, numbers, [])
            : CodedColumn.OfLevels(column.Name, column.Levels!, column.Codes!, [], []);
        return [.. coded.A.Select(bin => coded.Coarse[bin])];
    }

    /// <summary><c>user_id</c>, <c>userId</c>, <c>PatientID</c>, <c>session</c>; not <c>valid</c>.</summary>
    internal static bool IsCalledLikeAnId(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetter(name[i]) || (i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]));
            if (!ends)
                continue;
            if (i > start)
                words.Add(name[start..i].ToLowerInvariant());
            start = i < name.Length && char.IsLetter(name[i]) ? i : i + 1;
        }

        return words.Count > 0 && Words.Contains(words[^1], StringComparer.Ordinal);
    }
}
