using MlStrategyGuard.Engine.Comparison;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Engine.Leakage;

namespace MlStrategyGuard.Engine;

/// <summary>Reads the data that a strategy names and finds out what the rules need to know about it.</summary>
internal static class EvidenceGatherer
{
    /// <summary>Gathers everything, or as much as can be read.</summary>
    /// <param name="strategy">What was declared.</param>
    /// <param name="files">The files of each split, as found.</param>
    /// <param name="missing">The paths that lead nowhere.</param>
    /// <param name="memory">The memory to use, in bytes.</param>
    /// <param name="progress">Is told how far the reading is.</param>
    /// <param name="cancel">Ends the work.</param>
    public static Evidence Gather(
        Strategy strategy,
        IReadOnlyDictionary<SplitDeclaration, IReadOnlyList<DataFile>> files,
        IReadOnlyList<MissingFile> missing,
        long memory,
        IProgress<CheckProgress>? progress,
        CancellationToken cancel)
    {
        // A split with a path that leads nowhere would be a part of itself: it isn't compared.
        var incomplete = missing.Select(file => file.Split).ToHashSet(StringComparer.Ordinal);
        var readable = strategy.Splits
            .Where(split => files[split].Count > 0 && !incomplete.Contains(split.Name.Value))
            .ToList();

        var meter = progress is null ? null : new ByteMeter(progress, readable.SelectMany(split => files[split]));
        var read = new ProfileReader(strategy, meter, cancel) { Memory = memory }
            .Read([.. readable.Select(split => new SplitSource(split, files[split]))]);
        var profiles = read.Select(one => one.Profile).OfType<SplitProfile>().ToList();
        try
        {
            return Weigh(strategy, missing, profiles, [.. read.Select(one => one.Problem).OfType<UnreadableData>()], cancel);
        }
        finally
        {
            profiles.ForEach(profile => profile.Dispose());
        }
    }

    private static Evidence Weigh(
        Strategy strategy,
        IReadOnlyList<MissingFile> missing,
        List<SplitProfile> profiles,
        IReadOnlyList<UnreadableData> unreadable,
        CancellationToken cancel)
    {
        return new Evidence
        {
            DataWasRead = true,
            MissingFiles = [.. missing.Where(file => strategy.Split(file.Split)?.Profile is null)],
            Unreadable = unreadable,
            Splits = [.. profiles.Select(profile => profile.ToEvidence(strategy.Data.Label?.Value))],
            Unsupported = Unsupported(strategy, profiles, missing),
            UndeclaredGroups = [.. profiles.Select(new UndeclaredGroups(strategy).Find).OfType<UndeclaredGroup>()],
            Leakage = new LeakageFinder(strategy, profiles, cancel).Find(),
            Comparisons = [.. Compare(strategy, profiles, cancel)],
        };
    }

    private static IEnumerable<MlStrategyGuard.Comparison> Compare(
        Strategy strategy, List<SplitProfile> profiles, CancellationToken cancel)
    {
        foreach (var (nameA, nameB, reason) in Pairs(strategy))
        {
            cancel.ThrowIfCancellationRequested();
            var a = profiles.Find(profile => profile.Name == nameA);
            var b = profiles.Find(profile => profile.Name == nameB);
            if (a is { Rows: > 0 } && b is { Rows: > 0 })
                yield return SplitComparer.Compare(strategy, a, b, reason);
        }
    }

    /// <summary>Dev and test, train and train-dev; others when both name the same distribution.</summary>
    private static IEnumerable<(string A, string B, ComparisonReason Reason)> Pairs(Strategy strategy)
    {
        var names = SplitDeclaration.Names;
        for (var i = 0; i < names.Count; i++)
        {
            for (var j = i + 1; j < names.Count; j++)
            {
                var (a, b) = (strategy.Split(names[i]), strategy.Split(names[j]));
                if (a is null || b is null)
                    continue;
                if (names[i] == "dev" && names[j] == "test")
                    yield return (names[i], names[j], ComparisonReason.DevAndTest);
                else if (names[i] == "train" && names[j] == "train_dev")
                    yield return (names[i], names[j], ComparisonReason.TrainAndTrainDev);
                else if (a.Distribution is not null && a.Distribution.Value == b.Distribution?.Value)
                    yield return (names[i], names[j], ComparisonReason.SameDistribution);
            }
        }
    }

    /// <summary>What this version can't do is said instead of being done wrong.</summary>
    private static List<Marked<string>> Unsupported(
        Strategy strategy, IReadOnlyList<SplitProfile> profiles, IReadOnlyList<MissingFile> missing)
    {
        var unsupported = new List<Marked<string>>();
        if (strategy.Data.Time is { } time && TimeOrderFinder.UnreadableIn(strategy, profiles) is { } unordered)
            unsupported.Add(new($"the order in time isn't checked: the column '{time.Value}' holds neither dates such as 2026-11-22 or 2026-11-22T14:05 in all splits nor numbers in all (split '{unordered}').", time.Span));
        foreach (var split in strategy.Splits)
        {
            if (split.Profile is { } profile && missing.Any(file => file.Split == split.Name.Value))
                unsupported.Add(new($"this version of the guard can't read a pinned profile yet, and the files of split '{split.Name.Value}' aren't here; it isn't checked.", profile.Span));
        }

        return unsupported;
    }
}
