namespace MlStrategyGuard.Engine.Predictions;

/// <summary>An array that grows by adding, and is given away at the end.</summary>
internal sealed class GrowingArray<T>
{
    /// <summary>Larger parts than this don't become larger: what is never used stays small.</summary>
    private const int LargestPart = 1 << 20;

    private readonly List<(T[] Items, int Used)> _full = [];
    private T[] _part = new T[1_024];
    private int _used;
    private int _before;

    /// <summary>The number of items.</summary>
    public int Count => _before + _used;

    /// <summary>Adds one.</summary>
    public void Add(T item)
    {
        if (_used == _part.Length)
            NextPart(1);
        _part[_used++] = item;
    }

    /// <summary>Adds so many, to be written by the caller.</summary>
    public Span<T> Extend(int count)
    {
        if (_used + count > _part.Length)
            NextPart(count);
        _used += count;
        return _part.AsSpan(_used - count, count);
    }

    /// <summary>The items; after this nothing may be added.</summary>
    public T[] ToArray()
    {
        var all = GC.AllocateUninitializedArray<T>(Count);
        var at = 0;
        for (var i = 0; i < _full.Count; i++)
        {
            _full[i].Items.AsSpan(0, _full[i].Used).CopyTo(all.AsSpan(at));
            at += _full[i].Used;
            _full[i] = ([], 0); // Both the parts and the whole needn't fit into memory.
        }

        _part.AsSpan(0, _used).CopyTo(all.AsSpan(at));
        _full.Clear();
        (_part, _used, _before) = (all, all.Length, 0);
        return all;
    }

    private void NextPart(int needed)
    {
        if (_used > 0)
        {
            _full.Add((_part, _used));
            _before += _used;
        }

        _part = GC.AllocateUninitializedArray<T>(Math.Max(needed, Math.Min(2 * _part.Length, LargestPart)));
        _used = 0;
    }
}
