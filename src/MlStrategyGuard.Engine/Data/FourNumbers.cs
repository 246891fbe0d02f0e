using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// Four numbers at once, of those that <see cref="ShortNumber"/> reads, all with the same number of digits behind the point:
/// the numbers of one column below each other.
/// </summary>
internal readonly struct FourNumbers
{
    /// <summary>How many numbers are read at once.</summary>
    public const int Count = 4;

    private readonly Vector256<byte> _point;
    private readonly Vector256<ulong> _before;
    private readonly Vector256<ulong> _behind;
    private readonly Vector128<int> _shortest;

    /// <param name="scale">How many digits stand behind the point, 0 for none and no point.</param>
    public FourNumbers(int scale)
    {
        // The last byte of a number is the highest; with six digits behind the point one is before it.
        IsSupported = Avx2.IsSupported && BitConverter.IsLittleEndian && scale is >= 0 and <= 6;
        if (!IsSupported)
            return;
        var place = (sizeof(ulong) - 1 - scale) * 8;
        _point = Vector256.Create(scale == 0 ? 0 : 0xFFUL << place).AsByte();
        _before = Vector256.Create(scale == 0 ? 0 : (1UL << place) - 1);
        _behind = Vector256.Create(scale == 0 ? ulong.MaxValue : ulong.MaxValue << place << 8);
        _shortest = Vector128.Create(scale == 0 ? 1 : scale + 2);
    }

    /// <summary>Whether there are such numbers, and this processor can read them.</summary>
    public bool IsSupported { get; }

    /// <summary>Reads the numbers in the same column of four rows.</summary>
    /// <param name="text">The start of the text.</param>
    /// <param name="span">Where the first of them is in it.</param>
    /// <param name="width">The number of fields from one to the next.</param>
    /// <param name="digits">Their digits as whole numbers.</param>
    /// <returns>False if one of them isn't such a number: none is read then.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(ref byte text, ref FieldSpan span, nint width, out Vector128<int> digits)
    {
        Unsafe.SkipInit(out digits);
        var (a, b, c, d) = (span, Unsafe.Add(ref span, width), Unsafe.Add(ref span, 2 * width), Unsafe.Add(ref span, 3 * width));
        var (endA, endB, endC, endD) = (a.End - ShortNumber.Reach, b.End - ShortNumber.Reach, c.End - ShortNumber.Reach, d.End - ShortNumber.Reach);
        if ((endA | endB | endC | endD) < 0)
            return false;
        var negative = Vector128.Equals(
            Vector128.Create((int)Byte(ref text, a.Start), Byte(ref text, b.Start), Byte(ref text, c.Start), Byte(ref text, d.Start)),
            Vector128.Create((int)'-'));
        var lengths = Vector128.Create(a.Length, b.Length, c.Length, d.Length) + negative;
        var tooMany = Vector128.Create(sizeof(ulong)) - lengths;
        if (((lengths - _shortest) | tooMany).ExtractMostSignificantBits() != 0)
            return false;

        // What stands before a number is cut away.
        var all = Vector256.Create(Word(ref text, endA), Word(ref text, endB), Word(ref text, endC), Word(ref text, endD))
            ^ Vector256.Create((byte)'0').AsUInt64();
        all &= Avx2.ShiftLeftLogicalVariable(Vector256<ulong>.AllBitsSet, Avx2.ConvertToVector256Int64(tooMany << 3).AsUInt64());
        var points = Vector256.Equals(all.AsByte(), Vector256.Create((byte)('.' ^ '0')));
        all = (all & _behind) | ((all & _before) << 8);
        var wrong = (points ^ _point) | Avx2.SubtractSaturate(all.AsByte(), Vector256.Create((byte)9));
        if (wrong != Vector256<byte>.Zero)
            return false;

        var pairs = Avx2.MultiplyAddAdjacent(all.AsByte(), Vector256.Create((short)0x010A).AsSByte());
        var fours = Avx2.MultiplyAddAdjacent(pairs, Vector256.Create((100 & 0xFFFF) | (1 << 16)).AsInt16());
        var halves = Avx2.PackUnsignedSaturate(fours, fours).AsInt16();
        var eights = Avx2.MultiplyAddAdjacent(halves, Vector256.Create((10_000 & 0xFFFF) | (1 << 16)).AsInt16());
        var values = Sse2.UnpackLow(eights.GetLower().AsInt64(), eights.GetUpper().AsInt64()).AsInt32();
        digits = (values ^ negative) - negative;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte Byte(ref byte text, int place) => Unsafe.Add(ref text, place);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ref byte text, int place) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, place));
}
