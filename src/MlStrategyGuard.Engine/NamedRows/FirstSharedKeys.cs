using MlStrategyGuard.Engine.Leakage;

namespace MlStrategyGuard.Engine.NamedRows;

/// <summary>The smallest keys that two splits share, for each pair of splits: a choice that no order of rows changes.</summary>
/// <param name="splits">The number of splits.</param>
internal sealed class FirstSharedKeys(int splits) : IKeyTally<FirstSharedKeys>
{
    private readonly SortedSet<ulong>?[,] _keys = new SortedSet<ulong>?[splits, splits];

    /// <summary>The keys that a pair shares, the smallest first.</summary>
    /// <param name="a">The first split.</param>
    /// <param name="b">The second, a larger number.</param>
    public IReadOnlyCollection<ulong> Of(int a, int b) => _keys[a, b] ?? [];

    /// <inheritdoc/>
    public void Take(KeyRun[] runs)
    {
        for (var a = 0; a < runs.Length; a++)
        {
            for (var b = a + 1; b < runs.Length && runs[a].Count > 0; b++)
            {
                if (runs[b].Count > 0)
                    Add(a, b, runs[a].Rows[0].Key);
            }
        }
    }

    /// <inheritdoc/>
    public void TakeSingle(int split, ulong payload)
    {
        // Nobody shares it.
    }

    /// <inheritdoc/>
    public void Add(FirstSharedKeys other)
    {
        for (var a = 0; a < splits; a++)
        {
            for (var b = a + 1; b < splits; b++)
            {
                foreach (var key in other.Of(a, b))
                    Add(a, b, key);
            }
        }
    }

    private void Add(int a, int b, ulong key)
    {
        var keys = _keys[a, b] ??= [];
        if (keys.Count == RowCollector.Most && key >= keys.Max)
            return;
        keys.Add(key);
        if (keys.Count > RowCollector.Most)
            keys.Remove(keys.Max);
    }
}
