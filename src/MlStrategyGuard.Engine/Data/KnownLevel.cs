using System.Numerics;
using System.Runtime.CompilerServices;

namespace MlStrategyGuard.Engine.Data;

/// <summary>A short text that a column of levels met before, and where it is counted: found by comparing two words.</summary>
/// <param name="low">The first eight bytes.</param>
/// <param name="high">The last eight bytes of a longer text.</param>
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

    private readonly ulong _low = low;
    private readonly ulong _high = high;

    // One more, so that an empty slot is no empty text.
    private readonly int _length = length + 1;

    /// <summary>The level's number; −1 for a missing value.</summary>
    public int Level { get; } = level;

    /// <summary>Whether nothing is remembered here.</summary>
    public bool IsFree => _length == 0;

    /// <summary>The value's hash.</summary>
    public ulong Hash { get; } = hash;

    /// <summary>A short text as two words.</summary>
    /// <param name="text">The start of the text that the field stands in.</param>
    /// <param name="size">The number of bytes that may be read there.</param>
    /// <param name="start">Where the field starts.</param>
    /// <param name="length">Its length.</param>
    /// <param name="low">The first eight bytes.</param>
    /// <param name="high">The last eight bytes of a longer text.</param>
    /// <returns>False if it is too long.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryKey(ref readonly byte text, int size, int start, int length, out ulong low, out ulong high)
    {
        (low, high) = (0, 0);
        if (length > Longest || size - start < Longest)
            return false;
        ref var field = ref Unsafe.Add(ref Unsafe.AsRef(in text), start);
        low = Unsafe.ReadUnaligned<ulong>(ref field);
        if (length < sizeof(ulong))
            low &= (1UL << (8 * length)) - 1;
        else
            high = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref field, length - sizeof(ulong)));
        return true;
    }

    /// <summary>Where such a text is remembered: there or, if that is another text, one place beside (<c>^ 1</c>).</summary>
    /// <param name="low">The first eight bytes.</param>
    /// <param name="high">The last eight bytes of a longer text.</param>
    /// <param name="length">The number of bytes.</param>
    /// <param name="shift">What <see cref="ShiftOf"/> says of the slots.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SlotOf(ulong low, ulong high, int length, int shift) =>
        (int)(((low ^ BitOperations.RotateLeft(high, 32) ^ (ulong)length) * 0x9E3779B97F4A7C15UL) >> shift);

    /// <summary>How far a product of 64 bits is shifted to be the number of a slot.</summary>
    public static int ShiftOf(KnownLevel[] slots) => 64 - BitOperations.Log2((uint)slots.Length);

    /// <summary>Whether so many levels would drive each other out of their slots.</summary>
    public static bool AreTooFew(KnownLevel[] slots, double levels) => slots.Length < MostSlots && levels * SlotsALevel > slots.Length;

    /// <summary>Whether it is this text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(ulong low, ulong high, int length) => _low == low && _high == high && _length == length + 1;
}
