namespace MlStrategyGuard.Engine.Metrics;

/// <summary>The order of scores, by radix sort: several times as fast as a comparing sort on millions of rows.</summary>
internal static class ScoreOrder
{
    private const int Bits = 11;
    private const int Digits = 1 << Bits;
    private const int LowBits = 64 - (3 * Bits);
    private const int ShortRun = 32;
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

        // Three passes over the upper half leave few keys that agree in it, and those lie side by side.
        var differ = all ^ any;
        var (fromKeys, fromItems) = (keys, items);
        var (toKeys, toItems) = (new ulong[keys.Length], new int[keys.Length]);
        var starts = new int[Digits];
        for (var shift = LowBits; shift < 64; shift += Bits)
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

        SortWithinRuns(keys, items);
    }

    /// <summary>Sorts the keys that agree in their upper bits, which are side by side.</summary>
    private static void SortWithinRuns(ulong[] keys, int[] items)
    {
        for (int from = 0, to; from < keys.Length; from = to)
        {
            var (upper, isSorted) = (keys[from] >> LowBits, true);
            for (to = from + 1; to < keys.Length && keys[to] >> LowBits == upper; to++)
                isSorted &= keys[to - 1] <= keys[to];
            if (isSorted)
                continue;
            if (to - from <= ShortRun)
                Insert(keys, items, from, to);
            else
            {
                var pairs = new (ulong Key, int Item)[to - from];
                for (var i = from; i < to; i++)
                    pairs[i - from] = (keys[i], items[i]);
                Array.Sort(pairs);
                for (var i = from; i < to; i++)
                    (keys[i], items[i]) = pairs[i - from];
            }
        }
    }

    private static void Insert(ulong[] keys, int[] items, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            var (key, item) = (keys[i], items[i]);
            var at = i;
            for (; at > from && keys[at - 1] > key; at--)
                (keys[at], items[at]) = (keys[at - 1], items[at - 1]);
            (keys[at], items[at]) = (key, item);
        }
    }

    /// <summary>A number whose order is the order of doubles; −0 and 0 are one.</summary>
    private static ulong Sortable(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return (bits >> 63) == 0 ? bits | (1UL << 63) : ~bits;
    }
}
