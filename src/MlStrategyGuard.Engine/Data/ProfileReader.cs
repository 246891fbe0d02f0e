namespace MlStrategyGuard.Engine.Data;

/// <summary>Reads splits into their profiles: once, or twice if there are more numbers than may be kept.</summary>
/// <param name="strategy">What the columns are for.</param>
/// <param name="progress">Is told the bytes read since the last time.</param>
/// <param name="cancel">Ends the reading.</param>
internal sealed class ProfileReader(Strategy strategy, IProgress<long>? progress, CancellationToken cancel)
{
    // Enough to guess well which columns are ids; all rows have the last word.
    private const int StartRows = 8_192;
    private const int StartBytes = 2 << 20;

    private readonly MissingTokens _missing = new(strategy.Data.Missing);

    /// <summary>The memory to use, in bytes.</summary>
    public long Memory { get; init; } = CheckRequest.DefaultMemory;

    /// <summary>How many parts of files to read at a time. What comes out doesn't depend on it.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Bytes of a file that are read as one part. What comes out doesn't depend on it.</summary>
    public int BlockSize { get; init; } = 1 << 18;

    /// <summary>Whether keys and samples of rows are gathered.</summary>
    public bool WithRows { get; init; } = true;

    /// <summary>Reads splits.</summary>
    /// <param name="sources">The splits and their files, at least one each.</param>
    /// <returns>For each split its profile, to be disposed by the caller, or what can't be read.</returns>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public IReadOnlyList<(SplitProfile? Profile, UnreadableData? Problem)> Read(IReadOnlyList<SplitSource> sources)
    {
        var refuted = sources.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToArray();
        var declared = KeyPlan.Declared(strategy).ToList();
        var generated = WithRows ? GeneratedIds.Find(Starts(sources), declared) : [];
        while (true)
        {
            var keys = WithRows ? KeyPlan.Of(strategy, generated) : null;
            var read = ReadOnce(sources, keys, refuted);
            try
            {
                var profiles = Profiles(sources, read, out var problems);
                var again = false;
                for (var i = 0; i < profiles.Length; i++)
                    again |= profiles[i] is { } profile && AddRefuted(profile, refuted[i]) > 0;

                // The first rows spoke for all; where all say otherwise, they are read again by what they say.
                if (WithRows && GeneratedIds.Find([.. profiles.OfType<SplitProfile>()], declared) is var found && !found.SequenceEqual(generated))
                {
                    generated = found;
                    again = true;
                }

                if (again)
                {
                    DisposeAll(read);
                    continue;
                }

                return [.. profiles.Select((profile, i) => (profile, problems[i]))];
            }
            catch
            {
                DisposeAll(read);
                throw;
            }
        }
    }

    private static void DisposeAll(SplitRead<SplitPart>[] read)
    {
        foreach (var one in read)
            one.Sink?.Dispose();
    }

    private SplitRead<SplitPart>[] ReadOnce(IReadOnlyList<SplitSource> sources, KeyPlan? keys, HashSet<string>[] refuted)
    {
        var budget = new ReadingBudget(Memory);
        var read = new FilePass(sources, Workers, progress, cancel) { BlockSize = BlockSize }.Run(
            i => Part(sources[i], keys, refuted[i], budget),
            (part, other) => part.Merge(other));

        var columns = read.SelectMany(one => one.Sink?.Columns ?? []).ToList();
        if (columns.Sum(column => column.NumberCount + column.DateCount) > budget.MaxNumbers)
            columns.ForEach(column => column.DropNumbers());
        return read;
    }

    private SplitPart Part(SplitSource source, KeyPlan? keys, HashSet<string> refuted, ReadingBudget budget)
    {
        var names = source.Columns(cancel);
        return new SplitPart(
            [.. names.Select(name => new ColumnProfile(name, strategy.Data.KindOf(name), refuted.Contains(name), budget))],
            _missing,
            keys is null ? null : new RowRecorder(keys, names, budget),
            keys is null || strategy.Data.Weight is not { } weight ? -1 : names.ToList().IndexOf(weight.Value));
    }

    private List<SplitProfile> Starts(IReadOnlyList<SplitSource> sources)
    {
        var pass = new FilePass(sources, Workers, null, cancel);
        var starts = new SplitProfile?[sources.Count];
        Parallel.For(
            0, sources.Count, new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancel },
            i =>
            {
                var budget = new ReadingBudget(Memory);
                starts[i] = pass.RunStart(i, split => Part(sources[split], null, [], budget), StartRows, StartBytes)
                    .Sink?.ToProfile(sources[i].Split.Name.Value);
            });
        return [.. starts.OfType<SplitProfile>()];
    }

    private SplitProfile?[] Profiles(
        IReadOnlyList<SplitSource> sources, SplitRead<SplitPart>[] read, out UnreadableData?[] problems)
    {
        var found = problems = [.. read.Select((one, i) => one.Problem ?? NoRows(sources[i], one.Sink!.Rows))];
        var profiles = new SplitProfile?[read.Length];
        var whole = Enumerable.Range(0, read.Length).Where(i => found[i] is null).ToList();
        Together.Run(cancel, [.. whole.Select(i => (Action)(() => profiles[i] = read[i].Sink!.ToProfile(sources[i].Split.Name.Value)))]);
        foreach (var i in Enumerable.Range(0, read.Length).Except(whole))
            read[i].Sink?.Dispose();

        var complete = profiles.OfType<SplitProfile>().ToList();
        if (WithRows && complete.Exists(profile => profile.Columns.Any(column => !column.Numbers.IsComplete)))
            new BinPass(_missing, Workers, progress, cancel).Run(
                [.. sources.Where((_, i) => profiles[i] is not null)], complete);
        return profiles;
    }

    /// <summary>A split whose <c>where:</c> names a column that isn't there is MLS0010's; others need rows.</summary>
    private UnreadableData? NoRows(SplitSource source, long rows)
    {
        var columns = source.Columns(cancel);
        if (rows > 0 || source.Split.Where.Any(filter => !columns.Contains(filter.Column.Value, StringComparer.Ordinal)))
            return null;
        var message = source.Split.Where.Count > 0
            ? $"no row is left for split '{source.Split.Name.Value}' after its 'where:'."
            : "there is a header and no row; a split needs rows.";
        return new UnreadableData(source.Split.Name.Value, source.Files[^1].Source, source.Files[^1].Shown, null, null, null, message);
    }

    /// <summary>Notes columns that must be counted by level, though numbers of them were dropped.</summary>
    private int AddRefuted(SplitProfile profile, HashSet<string> refuted)
    {
        var isClass = strategy.Task is { Value: not (LearningTask.Regression or LearningTask.Ranking) };
        return profile.Columns.Count(column =>
            (column.LostLevels || (isClass && column.Name == strategy.Data.Label?.Value
                && column is { Kind: ColumnKind.Numeric, Declared: null, Codes: null, Numbers.IsComplete: false }))
            && refuted.Add(column.Name));
    }
}
