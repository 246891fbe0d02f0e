namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// Finds columns that name rows and say nothing about them, though nobody declared them: running numbers and generated
/// ids. Only what can hardly be content counts: a column too many in the rows' keys hides equal rows, one too few makes
/// different rows equal.
/// </summary>
internal static class GeneratedIds
{
    /// <summary>The share of values that must be unlike every other value of their split.</summary>
    private const double NearUnique = 0.999;

    /// <summary>
    /// Whole numbers drawn at random from the range that they span would have met at least this often: that they
    /// avoid each other is no chance. (Prices in cents are as good as unique too, but not for such a reason.)
    /// </summary>
    private const double MeetingsExpected = 10;

    private const long FewestRows = 20;
    private const double WithDigits = 0.75;

    /// <summary>One id in twenty may look otherwise: a hexadecimal one may happen to be a number, too.</summary>
    private const double OfOneShape = 0.95;

    /// <summary>The names of such columns, in ordinal order; none if no other column would be left.</summary>
    /// <param name="splits">The splits, or the first rows of each.</param>
    /// <param name="declared">Columns that aren't content anyway.</param>
    public static IReadOnlyList<string> Find(IReadOnlyList<SplitProfile> splits, IEnumerable<string> declared)
    {
        var known = declared.ToHashSet(StringComparer.Ordinal);
        var content = splits.SelectMany(split => split.Columns).Select(column => column.Name)
            .Distinct(StringComparer.Ordinal)
            .Where(name => !known.Contains(name))
            .Order(StringComparer.Ordinal).ToList();
        var found = content
            .Where(name => IsGenerated([.. splits.Select(split => split.Column(name)).OfType<ColumnProfile>().Where(column => column.Present > 0)]))
            .ToList();
        return found.Count < content.Count ? found : [];
    }

    private static bool IsGenerated(List<ColumnProfile> parts)
    {
        if (parts.Count == 0 || parts.Exists(part => part.Declared is not null))
            return false;
        var present = parts.Sum(part => (double)part.Present);
        if (parts.TrueForAll(part => part is { Kind: ColumnKind.Numeric, IsInteger: true, IsBeyondPrecision: true }))
            return present >= FewestRows && parts.TrueForAll(part => part.IsUnique(0.9));
        if (parts.TrueForAll(part => part is { Kind: ColumnKind.Numeric, IsInteger: true }))
            return IsRunningNumber(parts) && parts.TrueForAll(part => part.IsUnique(NearUnique));
        return present >= FewestRows
            && parts.TrueForAll(part => part.Kind == ColumnKind.Categorical && 2 * part.DateCount < part.Present && part.IsUnique(NearUnique))
            && HaveOneShape(parts);
    }

    private static bool IsRunningNumber(List<ColumnProfile> parts)
    {
        var pairs = parts.Sum(part => part.Present * (part.Present - 1.0) / 2);
        var span = parts.Max(part => part.Largest) - parts.Min(part => part.Smallest) + 1;
        return pairs / span >= MeetingsExpected;
    }

    private static bool HaveOneShape(List<ColumnProfile> parts)
    {
        var skeletons = new Dictionary<ulong, long>();
        var lengths = new Dictionary<int, long>();
        var prefixes = new Dictionary<ulong, long>();
        long all = 0, withDigits = 0;
        foreach (var look in parts.SelectMany(part => part.Looks))
        {
            all++;
            if (look.Skeleton is not { } skeleton)
                continue;
            withDigits += look.HasDigit ? 1 : 0;
            Count(skeletons, skeleton);
            Count(lengths, look.Length);
            if (look.Prefix is { } prefix)
                Count(prefixes, prefix);
        }

        return withDigits >= WithDigits * all
            && skeletons.Values.DefaultIfEmpty().Max() >= OfOneShape * all
            && Math.Max(lengths.Values.DefaultIfEmpty().Max(), prefixes.Values.DefaultIfEmpty().Max()) >= OfOneShape * all;

        static void Count<T>(Dictionary<T, long> counts, T key)
            where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
    }
}
