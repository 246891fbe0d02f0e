using System.Buffers;
using System.Runtime.InteropServices;

namespace MlStrategyGuard.Engine.Data;

/// <summary>Sorts long arrays of numbers digit by digit, from the least significant one on; digits that all share cost nothing.</summary>
internal static class RadixSort
{
    private const int Bits = 11;
    private const int Size = 1 << Bits;
    private const int Few = 256;

    /// <summary>Sorts whole numbers.</summary>
    public static void Sort(Span<int> values)
    {
        if (values.Length < Few)
        {
            values.Sort();
            return;
        }

        var keys = MemoryMarshal.Cast<int, uint>(values);
        foreach (ref var key in keys)
            key ^= 1U << 31;
        Span<int> counts = stackalloc int[3 * Size];
        counts.Clear();
        foreach (var key in keys)
        {
            counts[(int)(key % Size)]++;
            counts[Size + (int)((key >> Bits) % Size)]++;
            counts[(2 * Size) + (int)(key >> (2 * Bits))]++;
        }

        var rented = ArrayPool<uint>.Shared.Rent(keys.Length);
        var from = keys;
        var to = rented.AsSpan(0, keys.Length);
        for (var digit = 0; digit < 3; digit++)
        {
            var starts = counts.Slice(digit * Size, Size);
            var shift = digit * Bits;
            if (starts[(int)((from[0] >> shift) % Size)] == keys.Length)
                continue;
            ToStarts(starts);
            foreach (var key in from)
                to[starts[(int)((key >> shift) % Size)]++] = key;
            var swap = from;
            from = to;
            to = swap;
        }

        if (from != keys)
            from.CopyTo(keys);
        ArrayPool<uint>.Shared.Return(rented);
        foreach (ref var key in keys)
            key ^= 1U << 31;
    }

    /// <summary>Sorts numbers; none may be NaN.</summary>
    public static void Sort(double[] values)
    {
        if (values.Length < 4 * Few)
        {
            Array.Sort(values);
            return;
        }

        // The bits of a double are ordered like a number with a sign of its own.
        var keys = MemoryMarshal.Cast<double, ulong>(values.AsSpan());
        foreach (ref var key in keys)
            key = (long)key < 0 ? ~key : key | 1UL << 63;
        SortKeys(keys);
        foreach (ref var key in keys)
            key = (long)key < 0 ? key & ~(1UL << 63) : ~key;
    }

    /// <summary>Sorts hashes.</summary>
    public static void Sort(ulong[] values)
    {
        if (values.Length < 4 * Few)
            Array.Sort(values);
        else
            SortKeys(values);
    }

    private static void SortKeys(Span<ulong> keys)
    {
        var rented = ArrayPool<ulong>.Shared.Rent(keys.Length);
        var from = keys;
        var to = rented.AsSpan(0, keys.Length);
        Span<int> counts = stackalloc int[6 * Size];
        counts.Clear();
        foreach (var key in keys)
        {
            counts[(int)(key % Size)]++;
            counts[Size + (int)((key >> Bits) % Size)]++;
            counts[(2 * Size) + (int)((key >> (2 * Bits)) % Size)]++;
            counts[(3 * Size) + (int)((key >> (3 * Bits)) % Size)]++;
            counts[(4 * Size) + (int)((key >> (4 * Bits)) % Size)]++;
            counts[(5 * Size) + (int)((key >> (5 * Bits)) % Size)]++;
        }

        for (var digit = 0; digit < 6; digit++)
        {
            var starts = counts.Slice(digit * Size, Size);
            var shift = digit * Bits;
            if (starts[(int)((from[0] >> shift) % Size)] == keys.Length)
                continue;
            ToStarts(starts);
            foreach (var key in from)
                to[starts[(int)((key >> shift) % Size)]++] = key;
            var swap = from;
            from = to;
            to = swap;
        }

        if (from != keys)
            from.CopyTo(keys);
        ArrayPool<ulong>.Shared.Return(rented);
    }

    private static void ToStarts(Span<int> counts)
    {
        var sum = 0;
        foreach (ref var count in counts)
        {
            var start = sum;
            sum += count;
            count = start;
        }
    }
}
