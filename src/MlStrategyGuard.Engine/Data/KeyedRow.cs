namespace MlStrategyGuard.Engine.Data;

/// <summary>A row by its key, with what is asked of rows of that key.</summary>
/// <param name="Key">A hash whose 64 bits are all used.</param>
/// <param name="Payload">What the owner of the <see cref="KeySet"/> says it is.</param>
internal readonly record struct KeyedRow(ulong Key, ulong Payload) : IComparable<KeyedRow>
{
    /// <inheritdoc/>
    public int CompareTo(KeyedRow other)
    {
        var byKey = Key.CompareTo(other.Key);
        return byKey != 0 ? byKey : Payload.CompareTo(other.Payload);
    }
}
