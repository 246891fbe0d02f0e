using MlStrategyGuard.Engine.Comparison;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Leakage;

/// <summary>Which classes does a split lack, and can it be chance?</summary>
/// <param name="strategy">Names the label and the distributions.</param>
/// <param name="splits">The splits in the order in which a model meets them.</param>
internal sealed class ClassGapFinder(Strategy strategy, IReadOnlyList<SplitProfile> splits)
{
    /// <summary>The rate of false alarms of a pair of splits, divided among its classes.</summary>
    private const double FalseAlarms = 1e-3;

    /// <summary>A class with fewer rows isn't named: its name would tell of single rows.</summary>
    private const long FewestRowsToName = 5;

    /// <summary>Everything that is lacking.</summary>
    public IReadOnlyList<ClassGap> Find()
    {
        if (!ClassCounts.AreClasses(strategy, splits))
            return [];
        var counts = new List<(string Split, IReadOnlyDictionary<string, long> Classes, long Rows)>();
        foreach (var split in splits)
        {
            if (split.Column(strategy.Data.Label!.Value) is { } column && ClassCounts.Of(column) is { Count: > 0 } classes)
                counts.Add((split.Name, classes, classes.Values.Sum()));
        }

        var all = counts.SelectMany(split => split.Classes.Keys).ToHashSet(StringComparer.Ordinal).Count;
        var gaps = new List<ClassGap?>();
        foreach (var (name, classes, rows) in counts.Where(split => split.Split != "train"))
        {
            var train = counts.FirstOrDefault(split => split.Split == "train");
            if (train.Classes is { } seen)
                gaps.Add(Gap(ClassGapKind.Unseen, name, "train", classes.Where(level => !seen.ContainsKey(level.Key))));

            // Dev and test answer to each other; train only if nobody says that it comes from elsewhere.
            var partner = counts.FirstOrDefault(split => (name, split.Split) is ("dev", "test") or ("test", "dev"));
            var references = new[] { partner, train.Classes is not null && !Differ(name, "train") ? train : default }
                .Where(reference => reference.Classes is not null);
            var told = new HashSet<string>(StringComparer.Ordinal);
            foreach (var reference in references)
            {
                var groups = new Lazy<Func<string, double>?>(() => GroupsOfClasses(name, reference.Split));
                foreach (var (kind, levels) in reference.Classes
                    .Where(level => !told.Contains(level.Key) && (train.Classes?.ContainsKey(level.Key) ?? true))
                    .GroupBy(level => Kind(level.Value, classes.GetValueOrDefault(level.Key), reference.Rows, rows, all, reference.Split != "train", () => groups.Value?.Invoke(level.Key)))
                    .Where(group => group.Key is not null)
                    .OrderBy(group => group.Key)
                    .Select(group => (group.Key!.Value, group.ToList())))
                {
                    gaps.Add(Gap(kind, name, reference.Split, levels) is { } gap
                        ? gap with { Left = levels.Sum(level => classes.GetValueOrDefault(level.Key)) }
                        : null);
                    told.UnionWith(levels.Select(level => level.Key));
                }
            }
        }

        return [.. gaps.OfType<ClassGap>()];
    }

    /// <summary>
    /// Where rows come in groups, the probability that as few groups of a class fall into the split by chance: a class of one
    /// patient is always on one side. Counted in the samples, which may hold fewer groups: that is cautious. Null for independent rows.
    /// </summary>
    private Func<string, double>? GroupsOfClasses(string split, string reference)
    {
        var (here, there) = (splits.First(one => one.Name == split), splits.First(one => one.Name == reference));
        var column = strategy.Data.Group?.Value ?? AssumedGroup.Find(strategy, ComparedSplit.Of(here), ComparedSplit.Of(there));
        if (column is null)
            return null;
        if (Groups(here, column) is not { } own || Groups(there, column) is not { } other)
            return _ => 1;
        return name => Hypergeometric.TwiceSmallerTail(
            own.OfClass.GetValueOrDefault(name), own.All + other.All, own.OfClass.GetValueOrDefault(name) + other.OfClass.GetValueOrDefault(name), own.All);
    }

    /// <summary>How many groups a split has, and how many of them have rows of a class.</summary>
    private (long All, Dictionary<string, long> OfClass)? Groups(SplitProfile split, string column)
    {
        if (split.Sample is not { } sample || sample.Column(column) is not { } group
            || sample.Column(strategy.Data.Label!.Value) is not { Codes: { } codes, Levels: { } levels })
            return null;
        var keys = SampledRows.Keys(group);
        var pairs = new HashSet<(ulong Group, int Class)>();
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] >= 0 && keys[row] is { } key)
                pairs.Add((key, codes[row]));
        }

        return (pairs.Select(pair => pair.Group).Distinct().LongCount(),
            pairs.GroupBy(pair => pair.Class).ToDictionary(one => levels[one.Key], one => one.LongCount(), StringComparer.Ordinal));
    }

    /// <summary>What is wrong with a class that has so many rows in the reference and so many here.</summary>
    private static ClassGapKind? Kind(long there, long here, long rowsThere, long rowsHere, int classes, bool arePartners, Func<double?> byGroups)
    {
        if (here > 0 && 10.0 * here * rowsThere >= (double)there * rowsHere)
            return null;
        var p = byGroups() ?? Hypergeometric.TwiceSmallerTail(here, rowsHere + rowsThere, here + there, rowsHere);
        return p < FalseAlarms / classes
            ? here > 0 ? ClassGapKind.NearlyMissing : arePartners ? ClassGapKind.OneSided : ClassGapKind.Missing
            : here == 0 && classes == 2 ? ClassGapKind.Missing
            : null;
    }

    private bool Differ(string a, string b) =>
        strategy.Split(a)?.Distribution is { } x && strategy.Split(b)?.Distribution is { } y && x.Value != y.Value;

    private static ClassGap? Gap(ClassGapKind kind, string split, string other, IEnumerable<KeyValuePair<string, long>> levels)
    {
        var ordered = levels.OrderByDescending(level => level.Value).ThenBy(level => level.Key, StringComparer.Ordinal).ToList();
        return ordered.Count == 0 ? null : new ClassGap(kind, split, other)
        {
            Classes = ordered.Count,
            Rows = ordered.Sum(level => level.Value),
            Names = [.. ordered.Where(level => level.Value >= FewestRowsToName).Take(3).Select(level => level.Key)],
        };
    }
}
