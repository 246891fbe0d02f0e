using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace MlStrategyGuard.Engine.Data;

/// <summary>What a field says: a number, a date, or just text. Always in the invariant culture.</summary>
internal static class ValueParser
{
    /// <summary>Powers of ten that a double holds exactly, from 0 to <see cref="MaxScale"/>.</summary>
    public static readonly double[] Powers = [.. Enumerable.Range(0, MaxScale + 1).Select(i => Math.Pow(10, i))];

    /// <summary>The most digits behind the point of a number that <see cref="TryFixed"/> reads.</summary>
    public const int MaxScale = 18;

    /// <summary>
    /// A number of digits and perhaps a point, with no more of them than a double keeps exactly: what most numbers are.
    /// </summary>
    /// <param name="field">The field without white space around it.</param>
    /// <param name="mantissa">The digits as a whole number, at most 2⁵³.</param>
    /// <param name="scale">How many of them stand behind the point.</param>
    public static bool TryFixed(ReadOnlySpan<byte> field, out long mantissa, out int scale)
    {
        mantissa = 0;
        scale = 0;
        var i = 0;
        var negative = false;
        if (field.Length > 0 && field[0] is (byte)'-' or (byte)'+')
        {
            negative = field[0] == '-';
            i = 1;
        }

        if (field.Length - i is < 1 or > MaxScale + 1)
            return false;

        // Nineteen digits at most: the sum can't overflow.
        var sum = 0UL;
        var start = i;
        for (; i < field.Length; i++)
        {
            var digit = (uint)(field[i] - '0');
            if (digit > 9)
                break;
            sum = (sum * 10) + digit;
        }

        if (i == start)
            return false;
        if (i < field.Length)
        {
            if (field[i] != '.' || i + 1 == field.Length)
                return false;
            var point = i;
            for (i++; i < field.Length; i++)
            {
                var digit = (uint)(field[i] - '0');
                if (digit > 9)
                    return false;
                sum = (sum * 10) + digit;
            }

            scale = i - 1 - point;
        }

        mantissa = negative ? -(long)sum : (long)sum;
        return sum <= 1UL << 53;
    }

    /// <summary>
    /// The number that <see cref="TryFixed"/> read: a division of two numbers that a double holds exactly, so it is
    /// correctly rounded, as every good parser's result is.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double FromFixed(long mantissa, int scale) => scale == 0 ? mantissa : mantissa / Powers[scale];

    /// <summary>Whether a field starts as a number does, or "infinity": most texts are told apart by that alone.</summary>
    public static bool MayBeNumber(ReadOnlySpan<byte> field) =>
        field.Length > 0 && (field[0] <= '9' || (field[0] | 0x20) == 'i');

    /// <summary>A number as programs write it: 12, -0.5, 1e-3, inf. Spaces around it don't matter.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> field, out double value)
    {
        if (TryFixed(field, out var mantissa, out var scale))
        {
            value = FromFixed(mantissa, scale);
            return true;
        }

        if (Utf8Parser.TryParse(field, out value, out var used) && used == field.Length && !double.IsNaN(value))
            return true;
        if (field.SequenceEqual("inf"u8) || field.SequenceEqual("+inf"u8))
            value = double.PositiveInfinity;
        else if (field.SequenceEqual("-inf"u8))
            value = double.NegativeInfinity;
        else
            return false;
        return true;
    }

    /// <summary>An ISO 8601 date or time: 2026-11-22, 2026-11-22T14:05:00Z, 2026-11-22 14:05:00.123+01:00.</summary>
    /// <param name="field">The field.</param>
    /// <param name="ticks">Units of 100 ns since year 1, in UTC where the field names an offset.</param>
    public static bool TryDate(ReadOnlySpan<byte> field, out double ticks)
    {
        ticks = 0;
        if (field.Length is < 10 or > 35 || field[4] != '-' || field[7] != '-')
            return false;
        if (field.Length == 10 || (field.Length is 19 or 20 && field[10] is (byte)'T' or (byte)' '))
        {
            if (TryPlainDate(field, out ticks))
                return true;
        }

        Span<char> text = stackalloc char[35];
        if (!Encoding.UTF8.TryGetChars(field, text, out var length)
            || !DateTime.TryParse(
                text[..length], CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date))
            return false;
        ticks = date.Ticks;
        return true;
    }

    /// <summary>2026-11-22, 2026-11-22T14:05:00 or 2026-11-22T14:05:00Z.</summary>
    private static bool TryPlainDate(ReadOnlySpan<byte> field, out double ticks)
    {
        ticks = 0;
        if (!Digits(field[..4], out var year) || !Digits(field[5..7], out var month) || !Digits(field[8..10], out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        var (hour, minute, second) = (0, 0, 0);
        if (field.Length > 10
            && (field[13] != ':' || field[16] != ':' || (field.Length == 20 && field[19] != 'Z')
                || !Digits(field[11..13], out hour) || !Digits(field[14..16], out minute) || !Digits(field[17..19], out second)
                || hour > 23 || minute > 59 || second > 59))
            return false;
        ticks = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks;
        return true;

        static bool Digits(ReadOnlySpan<byte> text, out int value)
        {
            value = 0;
            foreach (var b in text)
            {
                if (!char.IsAsciiDigit((char)b))
                    return false;
                value = (value * 10) + (b - '0');
            }

            return true;
        }
    }

    /// <summary>Whether a text is what <see cref="WriteCanonical"/> would write for the number that it says.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> field, long mantissa, int scale) =>
        scale == 0 && field[0] != '+' && (mantissa == 0 ? field.Length == 1 : field.TrimStart((byte)'-')[0] != '0')
        && Math.Abs(mantissa) < 1_000_000_000_000_000;

    /// <summary>How a number is written when it stands for a level, so that 1, 1.0 and 01 are one.</summary>
    public static int WriteCanonical(double value, Span<byte> destination)
    {
        value.TryFormat(destination, out var written, "R", CultureInfo.InvariantCulture);
        return written;
    }

    /// <summary>The most bytes that <see cref="WriteCanonical"/> needs.</summary>
    public const int CanonicalLength = 32;

    /// <summary>The field without ASCII white space around it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> field) =>
        field.Length > 0 && (field[0] <= ' ' || field[^1] <= ' ') ? field.Trim(" \t\r\n"u8) : field;
}
