using System.Collections;
using System.Collections.Immutable;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>A short list that is equal to another one when their items are, in order.</summary>
internal sealed class Sequence<T> : IReadOnlyList<T>, IEquatable<Sequence<T>>
{
    /// <summary>The sequence without items.</summary>
    public static readonly Sequence<T> Empty = new(Array.Empty<T>());

    private readonly ImmutableArray<T> _items;

    public Sequence(IEnumerable<T> items) => _items = items.ToImmutableArray();

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>This sequence with <paramref name="more"/> behind it.</summary>
    public Sequence<T> Concat(IEnumerable<T> more) => new(_items.AddRange(more).AsEnumerable());

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Sequence<T>? other) =>
        ReferenceEquals(this, other) || (other is not null && _items.SequenceEqual(other._items));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Sequence<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = _items.Length;
        foreach (var item in _items)
            hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        return hash;
    }
}
