using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// How often each value of a column occurs: exact up to <see cref="MaxLevels"/> different values, then in
/// <see cref="Buckets"/> hash buckets. Which of both doesn't depend on the order of rows.
/// </summary>
internal sealed class LevelCounts
{
    /// <summary>More different values are counted by hash only.</summary>
    public const int MaxLevels = 65_536;

    /// <summary>The number of hash buckets.</summary>
    public const int Buckets = 256;

    private readonly Dictionary<byte[], long> _exact = new(Utf8Comparer.Instance);
    private readonly Dictionary<byte[], long>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private long[]? _buckets;
    private DistinctSketch? _sketch;

    public LevelCounts() => _lookup = _exact.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>Whether values are counted in buckets.</summary>
    [MemberNotNullWhen(true, nameof(_buckets))]
    public bool IsHashed => _buckets is not null;

    /// <summary>The number of different values: exact up to <see cref="MaxLevels"/>, then within a few percent.</summary>
    public double Distinct => _sketch?.Count ?? _exact.Count;

    /// <summary>Counts one value.</summary>
    public void Add(ReadOnlySpan<byte> value, long times = 1)
    {
        if (IsHashed)
        {
            var hash = Hashing.Of(value);
            _buckets[hash % Buckets] += times;
            _sketch!.Add(hash);
            return;
        }

        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_lookup, value, out _) += times;
        if (_exact.Count > MaxLevels)
        {
            _buckets = Fold();
            _sketch = new DistinctSketch();
            foreach (var level in _exact.Keys)
                _sketch.Add(Hashing.Of(level));
            _exact.Clear();
            _exact.TrimExcess();
        }
    }

    /// <summary>The different values while they are counted exactly, in no order.</summary>
    public IEnumerable<byte[]> Names => _exact.Keys;

    /// <summary>Counts by name, in ordinal order of the names; of buckets, by number.</summary>
    /// <param name="hashed">Whether the other side has buckets only, so that this one must be folded too.</param>
    public IReadOnlyList<KeyValuePair<string, long>> Counts(bool hashed)
    {
        if (IsHashed || hashed)
        {
            var buckets = _buckets ?? Fold();
            return [.. buckets.Select((count, i) => new KeyValuePair<string, long>("#" + i.ToString("D3"), count))];
        }

        return [.. _exact
            .Select(pair => new KeyValuePair<string, long>(Encoding.UTF8.GetString(pair.Key), pair.Value))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)];
    }

    private long[] Fold()
    {
        var buckets = new long[Buckets];
        foreach (var (value, count) in _exact)
            buckets[BucketOf(value)] += count;
        return buckets;
    }

    private static int BucketOf(ReadOnlySpan<byte> value) => (int)(Hashing.Of(value) % Buckets);
}
