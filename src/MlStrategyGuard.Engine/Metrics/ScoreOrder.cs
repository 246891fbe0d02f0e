namespace MlStrategyGuard.Engine.Metrics;

/// <summary>The order of scores, by radix sort: several times as fast as a comparing sort on millions of rows.</summary>
internal static class ScoreOrder
{
    private const int Bits = 11;
    private const int Digits = 1 << Bits;
    private const int SmallEnough = 2_048;

    /// <summary>The positions of the scores from the smallest up; equal ones in the order of rows. No score is NaN.</summary>
    public static int[] Ascending(double[] scores)
    {
        var keys = new ulong[scores.Length];
        var order = new int[scores.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = Sortable(scores[i]);
            order[i] = i;
        }

        Sort(keys, order);
        return order;
    }

    /// <summary>Sorts keys from the smallest up, and their items with them; equal keys keep the order of their items.</summary>
    public static void Sort(ulong[] keys, int[] items)
    {
        if (keys.Length <= SmallEnough)
        {
            // Array.Sort isn't stable: the item breaks ties, as items come in ascending order.
            var pairs = new (ulong Key, int Item)[keys.Length];
            for (var i = 0; i < pairs.Length; i++)
                pairs[i] = (keys[i], items[i]);
            Array.Sort(pairs);
            for (var i = 0; i < pairs.Length; i++)
                (keys[i], items[i]) = pairs[i];
            return;
        }

        var (all, any) = (ulong.MaxValue, 0UL);
        foreach (var key in keys)
        {
            all &= key;
            any |= key;
        }

        var differ = all ^ any;
        var (fromKeys, fromItems) = (keys, items);
        var (toKeys, toItems) = (new ulong[keys.Length], new int[keys.Length]);
        var starts = new int[Digits];
        for (var shift = 0; shift < 64; shift += Bits)
        {
            // Digits that are the same in all keys need no pass: scores of few decimals have many of them.
            if (((differ >> shift) & (Digits - 1)) == 0)
                continue;
            Array.Clear(starts);
            foreach (var key in fromKeys)
                starts[(int)(key >> shift) & (Digits - 1)]++;
            var next = 0;
            for (var d = 0; d < Digits; d++)
                (starts[d], next) = (next, next + starts[d]);
            for (var i = 0; i < fromKeys.Length; i++)
            {
                var key = fromKeys[i];
                var at = starts[(int)(key >> shift) & (Digits - 1)]++;
                toKeys[at] = key;
                toItems[at] = fromItems[i];
            }

            (fromKeys, toKeys) = (toKeys, fromKeys);
            (fromItems, toItems) = (toItems, fromItems);
        }

        if (!ReferenceEquals(fromKeys, keys))
        {
            fromKeys.CopyTo(keys, 0);
            fromItems.CopyTo(items, 0);
        }
    }

    /// <summary>A number whose order is the order of doubles; −0 and 0 are one.</summary>
    private static ulong Sortable(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return (bits >> 63) == 0 ? bits | (1UL << 63) : ~bits;
    }
}
