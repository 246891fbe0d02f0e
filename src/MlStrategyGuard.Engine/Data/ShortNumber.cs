using System.Runtime.CompilerServices;

namespace MlStrategyGuard.Engine.Data;

/// <summary>Numbers of at most eight digits and a point, eight bytes at once: most numbers of most tables.</summary>
internal static class ShortNumber
{
    /// <summary>Bytes that must exist in the text before the end of a number.</summary>
    public const int Reach = sizeof(ulong);

    private const ulong Zeros = 0x3030_3030_3030_3030;
    private const ulong Points = 0x1E1E_1E1E_1E1E_1E1E; // '.' ^ '0'
    private const ulong Ones = 0x0101_0101_0101_0101;
    private const ulong HighBits = 0x8080_8080_8080_8080;
    private const ulong AboveNine = 0x7676_7676_7676_7676;

    /// <summary>Reads what <see cref="ValueParser.TryFixed"/> would read, with the same result, or nothing.</summary>
    /// <param name="text">The start of the text.</param>
    /// <param name="start">Where the number starts; a byte must be there.</param>
    /// <param name="end">Index behind it; <see cref="Reach"/> at least.</param>
    /// <param name="mantissa">Its digits as a whole number.</param>
    /// <param name="scale">How many of them stand behind the point.</param>
    /// <returns>False if it isn't a number, or a longer one, or one that is written otherwise.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ref readonly byte text, int start, int end, out int mantissa, out int scale)
    {
        Unsafe.SkipInit(out mantissa);
        scale = 0;
        var length = end - start;

        // Signs come as they like: to branch on them would mean to guess wrong.
        var negative = Unsafe.Add(ref Unsafe.AsRef(in text), start) == '-' ? 1 : 0;
        length -= negative;
        if ((uint)(length - 1) >= sizeof(ulong))
            return false;

        // The number's last byte is the highest; what stands before the number is cut away.
        var digits = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref Unsafe.AsRef(in text), end - Reach)) ^ Zeros;
        digits &= ulong.MaxValue << ((sizeof(ulong) - length) * 8);

        var others = digits ^ Points;
        if (((others - Ones) & ~others & HighBits) is not 0 and var found)
        {
            var point = System.Numerics.BitOperations.TrailingZeroCount(found) & ~7;
            if (point == 56 || point == (sizeof(ulong) - length) * 8)
                return false;
            scale = (56 - point) >> 3;
            var before = (1UL << point) - 1;
            digits = (digits & (ulong.MaxValue << point << 8)) | ((digits & before) << 8);
        }

        if ((((digits + AboveNine) | digits) & HighBits) != 0)
            return false;
        digits = ((digits * ((10 << 8) + 1)) >> 8) & 0x00FF_00FF_00FF_00FF;
        digits = ((digits * ((100 << 16) + 1)) >> 16) & 0x0000_FFFF_0000_FFFF;
        var value = (int)((digits * ((10_000UL << 32) + 1)) >> 32);
        mantissa = (value ^ -negative) + negative;
        return true;
    }
}
