namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// The keys of all rows of a split, in <see cref="Partitions"/> parts by the key's first bits: two sets are joined part
/// by part, so that only one part of each has to be in order at a time. What comes out doesn't depend on the order in
/// which rows came in.
/// </summary>
internal sealed class KeySet
{
    /// <summary>The number of parts.</summary>
    public const int Partitions = 64;

    private const int Shift = 58;

    private readonly List<KeyedRow>[] _parts = [.. Enumerable.Range(0, Partitions).Select(_ => new List<KeyedRow>())];

    /// <summary>The number of rows.</summary>
    public long Count { get; private set; }

    /// <summary>Takes a row.</summary>
    public void Add(ulong key, ulong payload)
    {
        Count++;
        _parts[key >> Shift].Add(new KeyedRow(key, payload));
    }

    /// <summary>The rows of a part, ascending by key, then by payload. The array is the caller's.</summary>
    /// <param name="partition">0 to <see cref="Partitions"/> − 1.</param>
    public KeyedRow[] Sorted(int partition)
    {
        var rows = _parts[partition].ToArray();
        Array.Sort(rows);
        return rows;
    }
}
