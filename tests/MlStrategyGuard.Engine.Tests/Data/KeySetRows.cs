using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Tests.Data;

internal static class KeySetRows
{
    /// <summary>The rows of a part, ascending by key, then by payload.</summary>
    public static KeyedRow[] Sorted(this KeySet keys, int partition)
    {
        KeyedRow[] rows = [.. keys.Pieces(partition).SelectMany(piece => piece.ToArray())];
        KeySet.Sort(rows);
        return rows;
    }
}
