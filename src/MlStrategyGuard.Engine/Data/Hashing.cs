using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlStrategyGuard.Engine.Data;

/// <summary>Hashes and a generator that give the same numbers on every machine and in every version.</summary>
internal static class Hashing
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15UL;

    /// <summary>
    /// Eight bytes at a time, each folded in by the two halves of a 128-bit product; finished by <see cref="Mix"/> so
    /// that every bit can be used.
    /// </summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length * Multiplier;
        if (bytes.Length >= sizeof(ulong))
        {
            for (var rest = bytes; rest.Length > sizeof(ulong); rest = rest[sizeof(ulong)..])
                hash = Fold(hash, BinaryPrimitives.ReadUInt64LittleEndian(rest));
            return Mix(Fold(hash, BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..])));
        }

        var last = 0UL;
        if (bytes.Length >= sizeof(uint))
        {
            last = BinaryPrimitives.ReadUInt32LittleEndian(bytes)
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes[^sizeof(uint)..]) << 32);
        }
        else
        {
            foreach (var value in bytes)
                last = (last << 8) | value;
        }

        return Mix(hash ^ last);
    }

    /// <summary>The finalizer of SplitMix64 (Steele, Lea, Flood 2014): a bijection whose output bits look random.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }

    /// <summary>Adds to each sum the mixed hash beside it, spiced with a seed.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="hashes">As many hashes.</param>
    /// <param name="seed">Tells what the hashes are of.</param>
    public static void AddMixed(Span<ulong> sums, ReadOnlySpan<ulong> hashes, ulong seed)
    {
        var done = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var to = ref MemoryMarshal.GetReference(sums);
            ref var from = ref MemoryMarshal.GetReference(hashes[..sums.Length]);
            for (; done <= sums.Length - Vector256<ulong>.Count; done += Vector256<ulong>.Count)
            {
                var values = (Vector256.LoadUnsafe(ref from, (nuint)done) ^ Vector256.Create(seed)) + Vector256.Create(0x9E3779B97F4A7C15UL);
                values = (values ^ (values >> 30)) * 0xBF58476D1CE4E5B9UL;
                values = (values ^ (values >> 27)) * 0x94D049BB133111EBUL;
                (Vector256.LoadUnsafe(ref to, (nuint)done) + (values ^ (values >> 31))).StoreUnsafe(ref to, (nuint)done);
            }
        }

        for (; done < sums.Length; done++)
            sums[done] += Mix(hashes[done] ^ seed);
    }

    private static ulong Fold(ulong hash, ulong value)
    {
        var high = Math.BigMul(hash ^ value ^ 0x2545F4914F6CDD1DUL, Multiplier, out var low);
        // The value itself stays in, so that no factor of zero swallows it.
        return (high ^ low) + value;
    }
}
