using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace MlStrategyGuard.Engine.Data;

/// <summary>What a field says: a number, a date, or just text. Always in the invariant culture.</summary>
internal static class ValueParser
{
    /// <summary>A number as programs write it: 12, -0.5, 1e-3, inf. Spaces around it don't matter.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> field, out double value)
    {
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

        Span<char> text = stackalloc char[35];
        if (!Encoding.UTF8.TryGetChars(field, text, out var length)
            || !DateTime.TryParse(
                text[..length], CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date))
            return false;
        ticks = date.Ticks;
        return true;
    }

    /// <summary>How a number is written when it stands for a level, so that 1, 1.0 and 01 are one.</summary>
    public static int WriteCanonical(double value, Span<byte> destination)
    {
        value.TryFormat(destination, out var written, "R", CultureInfo.InvariantCulture);
        return written;
    }

    /// <summary>The most bytes that <see cref="WriteCanonical"/> needs.</summary>
    public const int CanonicalLength = 32;

    /// <summary>The field without ASCII white space around it.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> field) => field.Trim(" \t\r\n"u8);
}
