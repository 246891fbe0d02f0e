using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Leakage;

/// <summary>Counts rows of equal features, across each pair of splits and within each split.</summary>
internal sealed class FeatureTally : IKeyTally<FeatureTally>
{
    private readonly PairTally[] _pairs;
    private readonly ConflictTally[] _conflicts;

    /// <param name="splits">The number of splits.</param>
    public FeatureTally(int splits)
    {
        _pairs = [.. PairsOf(splits).Select(pair => new PairTally(pair.A, pair.B))];
        _conflicts = [.. Enumerable.Range(0, splits).Select(_ => new ConflictTally())];
    }

    /// <summary>Each pair of splits, by index.</summary>
    public IReadOnlyList<PairTally> Pairs => _pairs;

    /// <summary>Equal rows with different labels of each split.</summary>
    public IReadOnlyList<ConflictTally> Conflicts => _conflicts;

    /// <summary>All pairs of so many splits, by index, in order.</summary>
    public static IEnumerable<(int A, int B)> PairsOf(int splits) =>
        from a in Enumerable.Range(0, splits)
        from b in Enumerable.Range(a + 1, splits - a - 1)
        select (a, b);

    /// <inheritdoc/>
    public void Take(KeyRun[] runs)
    {
        var rows = 0;
        for (var i = 0; i < runs.Length; i++)
        {
            rows += runs[i].Count;
            if (runs[i].Count > 0)
                _conflicts[i].Take(runs[i].Rows);
        }

        if (rows < 2)
            return;
        foreach (var pair in _pairs)
            pair.Take(runs[pair.A], runs[pair.B]);
    }

    /// <inheritdoc/>
    public void TakeSingle(int split, ulong payload) => _conflicts[split].TakeSingle(payload);

    /// <inheritdoc/>
    public void Add(FeatureTally other)
    {
        for (var i = 0; i < _pairs.Length; i++)
            _pairs[i].Add(other._pairs[i]);
        for (var i = 0; i < _conflicts.Length; i++)
            _conflicts[i].Add(other._conflicts[i]);
    }

    /// <summary>Rows of equal features in two splits.</summary>
    /// <param name="a">The first split's index.</param>
    /// <param name="b">The second split's index.</param>
    internal sealed class PairTally(int a, int b)
    {
        /// <summary>The first split's index.</summary>
        public int A => a;

        /// <summary>The second split's index.</summary>
        public int B => b;

        /// <summary>The patterns.</summary>
        public RepeatCounts Counts { get; } = new();

        /// <summary>Shared patterns of which some row has a label in each split.</summary>
        public long Labelled { get; private set; }

        /// <summary>Those of them of which a label is the same in both splits.</summary>
        public long Agreeing { get; private set; }

        /// <summary>Takes the rows of one pattern.</summary>
        public void Take(KeyRun ofA, KeyRun ofB)
        {
            Counts.Add(ofA.Count, ofB.Count);
            if (!ofA.HasPayload || !ofB.HasPayload)
                return;
            Labelled++;
            if (ofA.Meets(ofB))
                Agreeing++;
        }

        /// <summary>Adds other patterns' counts.</summary>
        public void Add(PairTally other)
        {
            Counts.Add(other.Counts);
            Labelled += other.Labelled;
            Agreeing += other.Agreeing;
        }
    }

    /// <summary>Rows of equal features and different labels in one split.</summary>
    internal sealed class ConflictTally
    {
        /// <summary>Rows with a label.</summary>
        public long Rows { get; private set; }

        /// <summary>Patterns with more than one label.</summary>
        public long Patterns { get; private set; }

        /// <summary>Rows of these patterns.</summary>
        public long Conflicting { get; private set; }

        /// <summary>Rows whose label isn't their pattern's most frequent one.</summary>
        public long Wrong { get; private set; }

        /// <summary>Takes the only row of a pattern.</summary>
        public void TakeSingle(ulong label) => Rows += label != 0 ? 1 : 0;

        /// <summary>Takes the rows of one pattern, ascending by label.</summary>
        public void Take(ReadOnlySpan<KeyedRow> rows)
        {
            var (labelled, most, start) = (0, 0, 0);
            for (var i = 1; i <= rows.Length; i++)
            {
                if (i < rows.Length && rows[i].Payload == rows[start].Payload)
                    continue;
                if (rows[start].Payload != 0)
                {
                    labelled += i - start;
                    most = Math.Max(most, i - start);
                }

                start = i;
            }

            Rows += labelled;
            if (labelled == most)
                return;
            Patterns++;
            Conflicting += labelled;
            Wrong += labelled - most;
        }

        /// <summary>Adds other patterns' counts.</summary>
        public void Add(ConflictTally other)
        {
            Rows += other.Rows;
            Patterns += other.Patterns;
            Conflicting += other.Conflicting;
            Wrong += other.Wrong;
        }
    }
}
