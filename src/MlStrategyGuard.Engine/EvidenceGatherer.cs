using MlStrategyGuard.Engine.Comparison;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Engine.Leakage;
using MlStrategyGuard.Engine.NamedRows;
using MlStrategyGuard.Engine.Pinned;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Engine;

/// <summary>Reads the data that a strategy names and finds out what the rules need to know about it.</summary>
internal static class EvidenceGatherer
{
    /// <summary>Gathers everything, or as much as can be read.</summary>
    /// <param name="strategy">What was declared.</param>
    /// <param name="folder">The strategy file's folder.</param>
    /// <param name="files">The files of each split; none if one of them isn't there.</param>
    /// <param name="missing">The paths that lead nowhere.</param>
    /// <param name="memory">The memory to use, in bytes.</param>
    /// <param name="progress">Is told how far the reading is.</param>
    /// <param name="rows">Notes rows by their keys; null if nobody asks for rows.</param>
    /// <param name="cancel">Ends the work.</param>
    public static Evidence Gather(
        Strategy strategy,
        string folder,
        IReadOnlyDictionary<SplitDeclaration, IReadOnlyList<DataFile>> files,
        IReadOnlyList<MissingFile> missing,
        long memory,
        IProgress<CheckProgress>? progress,
        RowCollector? rows,
        CancellationToken cancel)
    {
        var readable = strategy.Splits.Where(split => files[split].Count > 0).ToList();

        var meter = progress is null ? null : new ByteMeter(progress, readable.SelectMany(split => files[split]));
        var read = new ProfileReader(strategy, meter, cancel) { Memory = memory }
            .Read([.. readable.Select(split => new SplitSource(split, files[split]))]);
        var profiles = read.Select(one => one.Profile).OfType<SplitProfile>().ToList();
        var loader = new ProfileLoader(strategy, folder);
        var pinned = strategy.Splits.Where(split => split.Profile is not null && !readable.Contains(split)).Select(loader.Load).ToList();
        try
        {
            rows?.NoteShared(profiles);
            return Weigh(strategy, missing, profiles, pinned, [.. read.Select(one => one.Problem).OfType<UnreadableData>()], rows, cancel);
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
        List<(PinnedProfile? Profile, UnreadableData? Problem)> pinned,
        IReadOnlyList<UnreadableData> unreadable,
        RowCollector? rows,
        CancellationToken cancel)
    {
        var standIns = pinned.Select(one => one.Profile).OfType<PinnedProfile>().ToList();
        var label = strategy.Data.Label?.Value;
        var splits = profiles.Select(profile => profile.ToEvidence(label)).Concat(standIns.Select(profile => ProfileLoader.ToEvidence(profile, label))).ToDictionary(split => split.Name);
        var compared = profiles.Select(ComparedSplit.Of).Concat(standIns.Select(ProfileLoader.ToCompared)).ToList();
        LeakageEvidence? leakage = null;
        List<MlStrategyGuard.Comparison> comparisons = [];
        Together.Run(
            cancel,
            () => leakage = new LeakageFinder(strategy, profiles, cancel).Find(),
            () => comparisons.AddRange(Compare(strategy, compared, rows, cancel)));
        return new Evidence
        {
            DataWasRead = true,
            MissingFiles = [.. missing.Where(file => strategy.Split(file.Split)?.Profile is null)],
            Unreadable = [.. unreadable, .. pinned.Select(one => one.Problem).OfType<UnreadableData>()],
            Splits = [.. strategy.Splits.Where(split => splits.ContainsKey(split.Name.Value)).Select(split => splits[split.Name.Value])],
            Unsupported = Unsupported(strategy, profiles, compared),
            UndeclaredGroups = [.. profiles.Select(new UndeclaredGroups(strategy).Find).OfType<UndeclaredGroup>()],
            Leakage = leakage!,
            Comparisons = comparisons,
        };
    }

    private static IEnumerable<MlStrategyGuard.Comparison> Compare(
        Strategy strategy, List<ComparedSplit> splits, RowCollector? rows, CancellationToken cancel)
    {
        var pairs = (from pair in Pairs(strategy)
                     let a = splits.Find(split => split.Name == pair.A)
                     let b = splits.Find(split => split.Name == pair.B)
                     where a is { Rows: > 0 } && b is { Rows: > 0 } && WhatNeedsRows(strategy, a, b) is null && WithoutWeight(strategy, a, b) is null
                     select (A: a, B: b, pair.Reason)).ToList();
        var confidence = SplitComparer.ConfidenceOf(strategy.Consistency.Confidence, Math.Max(1, pairs.Count));
        foreach (var (a, b, reason) in pairs)
        {
            cancel.ThrowIfCancellationRequested();
            yield return SplitComparer.Compare(strategy, a, b, reason, confidence, rows);
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
        Strategy strategy, IReadOnlyList<SplitProfile> profiles, IReadOnlyList<ComparedSplit> compared)
    {
        var unsupported = new List<Marked<string>>();
        if (strategy.Data.Time is { } time && TimeOrderFinder.UnreadableIn(strategy, profiles) is { } unordered)
            unsupported.Add(new($"the order in time isn't checked: the column '{time.Value}' holds neither dates such as 2026-11-22 or 2026-11-22T14:05 in all splits nor numbers in all (split '{unordered}').", time.Span));
        if (strategy.Consistency is { Embargo: { } embargo, Policy: var policy } && profiles.Count > 0
            && (policy == SplitPolicy.Random || strategy.Data.Time is null || TimeOrderFinder.HasOtherUnits(strategy, profiles)))
        {
            unsupported.Add(new(policy == SplitPolicy.Random
                ? "the embargo isn't checked: splits follow each other in time under 'policy: temporal' only. Declare that, or remove the embargo."
                : strategy.Data.Time is null
                ? "the embargo isn't checked: nothing says which column holds the time. Add 'data.time'."
                : embargo.Value.IsDuration
                ? "the embargo isn't checked: it is a duration, and the times are numbers. Write how many of their units it is long, without a unit."
                : "the embargo isn't checked: it has no unit, and the times are dates. Write a duration such as 7 days or 12 h.", embargo.Span));
        }

        foreach (var (nameA, nameB, _) in Pairs(strategy))
        {
            if (compared.FirstOrDefault(split => split.Name == nameA) is { } a
                && compared.FirstOrDefault(split => split.Name == nameB) is { } b
                && WhatNeedsRows(strategy, a, b) is { } reason)
                unsupported.Add(new(
                    $"{nameA} and {nameB} aren't compared: a pinned profile has no rows, and {reason}.",
                    strategy.Split(a.IsPinned ? nameA : nameB)!.Profile!.Span));
            else if (compared.FirstOrDefault(split => split.Name == nameA) is { } x
                && compared.FirstOrDefault(split => split.Name == nameB) is { } y
                && WithoutWeight(strategy, x, y) is { } weightless)
                unsupported.Add(new(
                    $"{nameA} and {nameB} aren't compared: no row of {weightless} has a weight above 0 in '{Texts.Shorten(strategy.Data.Weight!.Value)}'.",
                    strategy.Data.Weight.Span));
        }

        return unsupported;
    }

    /// <summary>The split of which no row counts; null if rows of both do, or if there is no such column.</summary>
    private static string? WithoutWeight(Strategy strategy, params ReadOnlySpan<ComparedSplit> pair)
    {
        foreach (var split in pair)
        {
            if (strategy.Data.Weight is { } weight && split.Sample is { } sample && sample.Column(weight.Value)?.Numbers is not null && !SampledRows.HasWeight(sample, weight.Value))
                return split.Name;
        }

        return null;
    }

    /// <summary>Why a pair of which one is a pinned profile can't be compared; null if it can.</summary>
    private static string? WhatNeedsRows(Strategy strategy, ComparedSplit a, ComparedSplit b)
    {
        if (!a.IsPinned && !b.IsPinned)
            return null;
        if (strategy.Data.Group is not null)
            return "comparing by 'data.group' needs them";
        if (strategy.Data.Weight is not null)
            return "comparing by 'data.weight' needs them";
        return AssumedGroup.Possible(strategy, a, b) is { } column
            ? $"the column '{Texts.Shorten(column)}' may name what rows belong to. If it doesn't, write it in 'data.ignore'"
            : null;
    }
}
