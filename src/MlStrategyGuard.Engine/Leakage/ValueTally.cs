namespace MlStrategyGuard.Engine.Leakage;

/// <summary>Counts the values of a key column (id or group), across each pair of splits and within each split.</summary>
internal sealed class ValueTally : IKeyTally<ValueTally>
{
    private readonly Pair[] _pairs;
    private readonly Own[] _own;

    /// <param name="splits">The number of splits.</param>
    public ValueTally(int splits)
    {
        _pairs = [.. FeatureTally.PairsOf(splits).Select(pair => new Pair(pair.A, pair.B))];
        _own = [.. Enumerable.Range(0, splits).Select(_ => new Own())];
    }

    /// <summary>Each pair of splits, by index.</summary>
    public IReadOnlyList<Pair> Pairs => _pairs;

    /// <summary>Each split.</summary>
    public IReadOnlyList<Own> Splits => _own;

    /// <inheritdoc/>
    public void Take(KeyRun[] runs)
    {
        for (var i = 0; i < runs.Length; i++)
        {
            if (runs[i].Count == 0)
                continue;
            _own[i].Rows += runs[i].Count;
            _own[i].Keys++;
            _own[i].Repeated += runs[i].Count > 1 ? 1 : 0;
        }

        foreach (var pair in _pairs)
        {
            var (a, b) = (runs[pair.A], runs[pair.B]);
            if (a.Count == 0 || b.Count == 0)
                continue;
            pair.Shared++;
            pair.RowsA += a.Count;
            pair.RowsB += b.Count;
            pair.OtherContent += a.Meets(b) ? 0 : 1;
        }
    }

    /// <inheritdoc/>
    public void TakeSingle(int split, ulong payload)
    {
        _own[split].Rows++;
        _own[split].Keys++;
    }

    /// <inheritdoc/>
    public void Add(ValueTally other)
    {
        for (var i = 0; i < _own.Length; i++)
        {
            _own[i].Rows += other._own[i].Rows;
            _own[i].Keys += other._own[i].Keys;
            _own[i].Repeated += other._own[i].Repeated;
        }

        for (var i = 0; i < _pairs.Length; i++)
        {
            _pairs[i].Shared += other._pairs[i].Shared;
            _pairs[i].RowsA += other._pairs[i].RowsA;
            _pairs[i].RowsB += other._pairs[i].RowsB;
            _pairs[i].OtherContent += other._pairs[i].OtherContent;
        }
    }

    /// <summary>Two splits' common keys.</summary>
    /// <param name="a">The first split's index.</param>
    /// <param name="b">The second split's index.</param>
    internal sealed class Pair(int a, int b)
    {
        /// <summary>The first split's index.</summary>
        public int A => a;

        /// <summary>The second split's index.</summary>
        public int B => b;

        /// <summary>Keys that stand in both.</summary>
        public long Shared { get; set; }

        /// <summary>Rows of the first split with such a key.</summary>
        public long RowsA { get; set; }

        /// <summary>Rows of the second split with such a key.</summary>
        public long RowsB { get; set; }

        /// <summary>Shared keys without a row of equal features in both.</summary>
        public long OtherContent { get; set; }
    }

    /// <summary>One split's keys.</summary>
    internal sealed class Own
    {
        /// <summary>Rows with a key.</summary>
        public long Rows { get; set; }

        /// <summary>Different keys.</summary>
        public long Keys { get; set; }

        /// <summary>Keys that stand more than once.</summary>
        public long Repeated { get; set; }
    }
}
