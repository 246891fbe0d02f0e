namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// The values whose hashes are below a limit, with their counts: the limit halves whenever there are too many. They stand
/// for all values, since a hash knows nothing of what it is of: how many different ones there are (within 1.6 %), how
/// many of them repeat, what they look like. The order of rows doesn't matter.
/// </summary>
internal sealed class DistinctSketch
{
    private const int MaxKept = 8_192;

    private readonly Dictionary<ulong, Entry> _kept = [];
    private int _halvings;

    /// <summary>The number of different values: exact while they are few.</summary>
    public double Count => Math.ScaleB(_kept.Count, _halvings);

    /// <summary>The share of values that are the first of their kind.</summary>
    public double DistinctShare => _kept.Count == 0 ? 1 : _kept.Count / (double)_kept.Values.Sum(entry => entry.Count);

    /// <summary>The looks of the values kept.</summary>
    public IEnumerable<IdLook> Looks => _kept.Values.Select(entry => entry.Look);

    /// <summary>Takes a value.</summary>
    /// <param name="hash">Its hash, all bits of which can be used.</param>
    /// <param name="value">The value; may be empty if nobody asks for <see cref="Looks"/>.</param>
    /// <param name="times">How often it occurs.</param>
    public void Add(ulong hash, ReadOnlySpan<byte> value, long times = 1)
    {
        if (!IsBelowLimit(hash))
            return;
        if (_kept.TryGetValue(hash, out var known))
            _kept[hash] = known with { Count = known.Count + times };
        else
            Keep(hash, new Entry(times, IdLook.Of(value)));
    }

    /// <summary>Adds what another one saw.</summary>
    public void Merge(DistinctSketch other)
    {
        while (_halvings < other._halvings)
            Halve();
        foreach (var (hash, entry) in other._kept)
        {
            if (!IsBelowLimit(hash))
                continue;
            if (_kept.TryGetValue(hash, out var known))
                _kept[hash] = known with { Count = known.Count + entry.Count };
            else
                Keep(hash, entry);
        }
    }

    private bool IsBelowLimit(ulong hash) => _halvings == 0 || hash >> (64 - _halvings) == 0;

    private void Keep(ulong hash, Entry entry)
    {
        _kept.Add(hash, entry);
        while (_kept.Count > MaxKept)
            Halve();
    }

    private void Halve()
    {
        _halvings++;
        foreach (var hash in _kept.Keys.Where(hash => !IsBelowLimit(hash)).ToList())
            _kept.Remove(hash);
    }

    private readonly record struct Entry(long Count, IdLook Look);
}
