namespace MlStrategyGuard.Engine.Predictions;

/// <summary>An array that grows by adding, and is given away at the end.</summary>
internal sealed class GrowingArray<T>
{
    private T[] _items = new T[1_024];

    /// <summary>The number of items.</summary>
    public int Count { get; private set; }

    /// <summary>Adds one.</summary>
    public void Add(T item)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, (int)Math.Min(Array.MaxLength, 2L * _items.Length));
        _items[Count++] = item;
    }

    /// <summary>The items; after this nothing may be added.</summary>
    public T[] ToArray()
    {
        Array.Resize(ref _items, Count);
        return _items;
    }
}
