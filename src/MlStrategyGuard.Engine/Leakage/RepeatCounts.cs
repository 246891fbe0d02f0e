namespace MlStrategyGuard.Engine.Leakage;

/// <summary>How often patterns occur in two splits together, and how many of them stand in both.</summary>
internal sealed class RepeatCounts
{
    private const int Small = 64;

    private readonly long[] _patterns = new long[Small];
    private readonly long[] _shared = new long[Small];
    private readonly Dictionary<long, (long Patterns, long Shared)> _large = [];

    /// <summary>Patterns that occur more than once.</summary>
    public long Repeated { get; private set; }

    /// <summary>Patterns that stand in both splits.</summary>
    public long Shared { get; private set; }

    /// <summary>Rows of repeated patterns.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows of the first split with an equal in the second.</summary>
    public long SharedA { get; private set; }

    /// <summary>Rows of the second split with an equal in the first.</summary>
    public long SharedB { get; private set; }

    /// <summary>Rows of the first split whose pattern occurs as often in the second.</summary>
    public long Balanced { get; private set; }

    /// <summary>Pairs of equal rows, one of each split.</summary>
    public double CrossPairs { get; private set; }

    /// <summary>Pairs of equal rows of the first split.</summary>
    public double PairsA { get; private set; }

    /// <summary>Pairs of equal rows of the second split.</summary>
    public double PairsB { get; private set; }

    /// <summary>Patterns by how often they occur in both splits together (two times or more), and how many of them stand in both.</summary>
    public IEnumerable<(long Times, long Patterns, long Shared)> ByTimes =>
        Enumerable.Range(2, Small - 2).Where(times => _patterns[times] > 0)
            .Select(times => ((long)times, _patterns[times], _shared[times]))
            .Concat(_large.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value.Patterns, pair.Value.Shared)));

    /// <summary>Takes a pattern.</summary>
    /// <param name="a">Its rows in the first split.</param>
    /// <param name="b">Its rows in the second split.</param>
    public void Add(long a, long b)
    {
        var times = a + b;
        if (times < 2)
            return;

        var shared = a > 0 && b > 0 ? 1 : 0;
        Count(times, 1, shared);
        Rows += times;
        if (shared > 0)
        {
            SharedA += a;
            SharedB += b;
        }

        if (a == b)
            Balanced += a;
        CrossPairs += (double)a * b;
        PairsA += a * (a - 1.0) / 2;
        PairsB += b * (b - 1.0) / 2;
    }

    /// <summary>Adds other patterns' counts.</summary>
    public void Add(RepeatCounts other)
    {
        foreach (var (times, patterns, shared) in other.ByTimes)
            Count(times, patterns, shared);
        Rows += other.Rows;
        SharedA += other.SharedA;
        SharedB += other.SharedB;
        Balanced += other.Balanced;
        CrossPairs += other.CrossPairs;
        PairsA += other.PairsA;
        PairsB += other.PairsB;
    }

    private void Count(long times, long patterns, long shared)
    {
        Repeated += patterns;
        Shared += shared;
        if (times < Small)
        {
            _patterns[times] += patterns;
            _shared[times] += shared;
            return;
        }

        var sum = _large.GetValueOrDefault(times);
        _large[times] = (sum.Patterns + patterns, sum.Shared + shared);
    }
}
