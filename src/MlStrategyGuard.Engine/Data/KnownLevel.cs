using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlStrategyGuard.Engine.Data;

/// <summary>A short text that a column of levels met before, and where it is counted: found by comparing sixteen bytes.</summary>
/// <param name="text">The text, and zeros behind it: texts hold none.</param>
/// <param name="level">The level's number; −1 for a missing value.</param>
/// <param name="hash">The value's hash.</param>
internal readonly struct KnownLevel(Vector128<byte> text, int level, ulong hash)
{
    /// <summary>The slots that a column begins with.</summary>
    public const int FewSlots = 256;

    private const int MostSlots = 4_096;
    private const int SlotsALevel = 4;

    private readonly Vector128<byte> _text = text;

    // Two more, so that an empty slot is neither a level nor a missing value.
    private readonly int _number = level + 2;

    private static ReadOnlySpan<byte> Masks =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>The level's number; −1 for a missing value.</summary>
    public int Level => _number - 2;

    /// <summary>The value's hash.</summary>
    public ulong Hash { get; } = hash;

    /// <summary>A short text as sixteen bytes.</summary>
    /// <param name="text">The start of the text that the field stands in.</param>
    /// <param name="size">The number of bytes that may be read there.</param>
    /// <param name="start">Where the field starts.</param>
    /// <param name="length">Its length.</param>
    /// <param name="key">The text, and zeros behind it.</param>
    /// <returns>False if it is too long.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryKey(ref readonly byte text, int size, int start, int length, out Vector128<byte> key)
    {
        key = default;
        if (length > Vector128<byte>.Count || size - start < Vector128<byte>.Count)
            return false;
        key = Vector128.LoadUnsafe(in text, (nuint)start)
            & Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Masks), (nuint)(Vector128<byte>.Count - length));
        return true;
    }

    /// <summary>Where such a text is remembered, or would be.</summary>
    /// <param name="slots">The slots.</param>
    /// <param name="shift">What <see cref="ShiftOf"/> says of them.</param>
    /// <param name="key">The text, and zeros behind it.</param>
    /// <param name="isKnown">Whether it is there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref KnownLevel Find(KnownLevel[] slots, int shift, Vector128<byte> key, out bool isKnown)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(slots);
        var words = key.AsUInt64();
        var place = (uint)(((words[0] * 0x9E3779B97F4A7C15UL) ^ (words[1] * 0xD6E8FEB86659FD93UL)) >> shift);

        // In the slot beside if it isn't in its own; which of them isn't guessed.
        ref var own = ref Unsafe.Add(ref first, place);
        ref var slot = ref Unsafe.Add(ref first, place ^ Unsafe.BitCast<bool, byte>(own._text != key));
        isKnown = slot._text == key && slot._number > 0;
        return ref isKnown || own._number > 0 ? ref slot : ref own;
    }

    /// <summary>How far a product of 64 bits is shifted to be the number of a slot.</summary>
    public static int ShiftOf(KnownLevel[] slots) => 64 - BitOperations.Log2((uint)slots.Length);

    /// <summary>Whether so many levels would drive each other out of their slots.</summary>
    public static bool AreTooFew(KnownLevel[] slots, double levels) => slots.Length < MostSlots && levels * SlotsALevel > slots.Length;
}
