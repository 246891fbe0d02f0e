using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Leakage;

/// <summary>Looks for what splits share and shouldn't.</summary>
/// <param name="strategy">What was declared.</param>
/// <param name="splits">The splits that could be read.</param>
/// <param name="cancel">Ends the work.</param>
internal sealed class LeakageFinder(Strategy strategy, IReadOnlyList<SplitProfile> splits, CancellationToken cancel)
{
    private readonly List<SplitProfile> _splits = [.. SplitDeclaration.Names
        .Select(name => splits.FirstOrDefault(split => split.Name == name))
        .OfType<SplitProfile>()
        .Where(split => split.Rows > 0)];

    /// <summary>Everything that is found.</summary>
    public LeakageEvidence Find()
    {
        (IReadOnlyList<SharedRows> Rows, IReadOnlyList<LabelConflicts> Conflicts) rows = ([], []);
        (IReadOnlyList<SharedKeys> Keys, IReadOnlyList<RepeatedIds> Repeated) groups = ([], []);
        (IReadOnlyList<SharedKeys> Keys, IReadOnlyList<RepeatedIds> Repeated) ids = ([], []);
        IReadOnlyList<NearRows> nearRows = [];
        IReadOnlyList<LabelGiveaway> giveaways = [];
        IReadOnlyList<EncodingChange> encodings = [];
        Together.Run(
            cancel,
            () => rows = Rows(),
            () => groups = Keys(keys => keys.Groups, isGroup: true),
            () => ids = Keys(keys => keys.Ids, isGroup: false),
            () => nearRows = new NearRowsFinder(_splits, cancel).Find(),
            () => giveaways = new GiveawayFinder(strategy, _splits).Find(),
            () => encodings = new EncodingFinder(strategy, _splits).Find());
        return new LeakageEvidence
        {
            Rows = rows.Rows,
            Conflicts = rows.Conflicts,
            Keys = [.. groups.Keys, .. ids.Keys],
            RepeatedIds = ids.Repeated,
            Times = TimeOrderFinder.Find(strategy, _splits),
            Classes = new ClassGapFinder(strategy, _splits).Find(),
            Sources = [.. Sources()],
            NearRows = nearRows,
            Giveaways = giveaways,
            Encodings = encodings,
        };
    }

    private (IReadOnlyList<SharedRows> Rows, IReadOnlyList<LabelConflicts> Conflicts) Rows()
    {
        var keyed = _splits.FindAll(split => split.Keys is not null);
        if (keyed.Count == 0)
            return ([], []);
        var tally = KeyJoin.Tally([.. keyed.Select(split => split.Keys!.Features)], () => new FeatureTally(keyed.Count), cancel);
        var finder = new SharedRowsFinder(strategy);
        var areClasses = ClassCounts.AreClasses(strategy, splits);
        return (
            [.. tally.Pairs.Select(pair => finder.Find(keyed[pair.A], keyed[pair.B], pair))],
            areClasses
                ? [.. tally.Conflicts.Select((conflict, i) =>
                    new LabelConflicts(keyed[i].Name, conflict.Rows, conflict.Patterns, conflict.Conflicting, conflict.Wrong))]
                : []);
    }

    private (IReadOnlyList<SharedKeys> Keys, IReadOnlyList<RepeatedIds> Repeated) Keys(Func<RowKeys, KeySet?> kind, bool isGroup)
    {
        var keyed = _splits.FindAll(split => split.Keys is { } keys && kind(keys) is not null);
        if (keyed.Count == 0)
            return ([], []);
        var tally = KeyJoin.Tally([.. keyed.Select(split => kind(split.Keys!)!)], () => new ValueTally(keyed.Count), cancel);
        return (
            [.. tally.Pairs.Select(pair => new SharedKeys(keyed[pair.A].Name, keyed[pair.B].Name, isGroup)
            {
                KeysA = tally.Splits[pair.A].Keys,
                KeysB = tally.Splits[pair.B].Keys,
                Shared = pair.Shared,
                SharedRowsA = pair.RowsA,
                SharedRowsB = pair.RowsB,
                OtherContent = pair.OtherContent,
            })],
            [.. tally.Splits.Select((own, i) => new RepeatedIds(keyed[i].Name, own.Rows, own.Keys, own.Repeated))]);
    }

    private IEnumerable<SourceCounts> Sources()
    {
        if (strategy.Data.Source is not { } source)
            yield break;
        foreach (var split in _splits)
        {
            if (split.Column(source.Value) is { } column && ClassCounts.Of(column) is { } counts)
                yield return new SourceCounts(split.Name, counts.Values.Sum(),
                    [.. counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)]);
        }
    }
}
