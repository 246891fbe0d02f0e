using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlStrategyGuard.Engine.Data;

/// <summary>A short text that a column of levels met before, and where it is counted: found by comparing two words.</summary>
/// <param name="low">The first eight bytes.</param>
/// <param name="high">The last eight bytes.</param>
/// <param name="length">The number of bytes.</param>
/// <param name="level">The level's number; −1 for a missing value.</param>
/// <param name="hash">The value's hash.</param>
internal readonly struct KnownLevel(ulong low, ulong high, int length, int level, ulong hash)
{
    /// <summary>The slots that a column begins with.</summary>
    public const int FewSlots = 256;

    private const int MostSlots = 4_096;
    private const int SlotsALevel = 4;
    private const int Longest = 2 * sizeof(ulong);

    private static ReadOnlySpan<ulong> Masks =>
    [
        0, 0xFF, 0xFFFF, 0xFF_FFFF, 0xFFFF_FFFF, 0xFF_FFFF_FFFF, 0xFFFF_FFFF_FFFF, 0xFF_FFFF_FFFF_FFFF, ulong.MaxValue,
    ];

    private readonly ulong _low = low;
    private readonly ulong _high = high;

    // One more, so that an empty slot is no empty text.
    private readonly int _length = length + 1;

    /// <summary>The level's number; −1 for a missing value.</summary>
    public int Level { get; } = level;

    private bool IsFree => _length == 0;

    /// <summary>The value's hash.</summary>
    public ulong Hash { get; } = hash;

    /// <summary>A short text as two words.</summary>
    /// <param name="text">The start of the text that the field stands in.</param>
    /// <param name="size">The number of bytes that may be read there.</param>
    /// <param name="start">Where the field starts.</param>
    /// <param name="length">Its length.</param>
    /// <param name="low">The first eight bytes.</param>
    /// <param name="high">The last eight bytes.</param>
    /// <returns>False if it is too long.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryKey(ref readonly byte text, int size, int start, int length, out ulong low, out ulong high)
    {
        (low, high) = (0, 0);
        if (length > Longest || size - start < Longest)
            return false;

        // Lengths come as they like: to branch on them would mean to guess wrong.
        ref var field = ref Unsafe.Add(ref Unsafe.AsRef(in text), start);
        var most = Math.Min(length, sizeof(ulong));
        var mask = Unsafe.Add(ref MemoryMarshal.GetReference(Masks), most);
        low = Unsafe.ReadUnaligned<ulong>(ref field) & mask;
        high = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref field, length - most)) & mask;
        return true;
    }

    /// <summary>Where such a text is remembered, or would be.</summary>
    /// <param name="slots">The slots.</param>
    /// <param name="shift">What <see cref="ShiftOf"/> says of them.</param>
    /// <param name="low">The first eight bytes.</param>
    /// <param name="high">The last eight bytes.</param>
    /// <param name="length">The number of bytes.</param>
    /// <param name="isKnown">Whether it is there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref KnownLevel Find(KnownLevel[] slots, int shift, ulong low, ulong high, int length, out bool isKnown)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(slots);
        var place = (uint)((((low + (ulong)length) * 0x9E3779B97F4A7C15UL) ^ (high * 0xD6E8FEB86659FD93UL)) >> shift);

        // In the slot beside if it isn't in its own; both are looked at without a guess which it will be.
        ref var own = ref Unsafe.Add(ref first, place);
        var isElsewhere = own.Difference(low, high, length) != 0;
        ref var slot = ref Unsafe.Add(ref first, place ^ Unsafe.BitCast<bool, byte>(isElsewhere));
        isKnown = slot.Difference(low, high, length) == 0;
        return ref isKnown || !own.IsFree ? ref slot : ref own;
    }

    /// <summary>How far a product of 64 bits is shifted to be the number of a slot.</summary>
    public static int ShiftOf(KnownLevel[] slots) => 64 - BitOperations.Log2((uint)slots.Length);

    /// <summary>Whether so many levels would drive each other out of their slots.</summary>
    public static bool AreTooFew(KnownLevel[] slots, double levels) => slots.Length < MostSlots && levels * SlotsALevel > slots.Length;

    /// <summary>0 if it is this text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Difference(ulong low, ulong high, int length) => (_low ^ low) | (_high ^ high) | (uint)(_length ^ (length + 1));
}
