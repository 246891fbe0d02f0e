namespace MlStrategyGuard.Engine.Data;

/// <summary>A field in its canonical form: 1, 1.0 and 1e0 are one value, so are all spellings of a missing one.</summary>
/// <param name="Kind">What the field says.</param>
/// <param name="Number">The number; NaN if it says none. −0 is 0.</param>
/// <param name="Hash">Equal for equal values. A number's is its bits: to be mixed before bits of it are used.</param>
/// <param name="Mantissa">With <see cref="Scale"/>: the number as it is written, without its point.</param>
/// <param name="Scale">Digits behind the point; −1 if the number isn't written with a few digits only.</param>
internal readonly record struct FieldValue(FieldKind Kind, double Number, ulong Hash, long Mantissa, int Scale)
{
    /// <summary>The hash of a missing value.</summary>
    public const ulong MissingHash = 0x6D69_7373_696E_6721;
    private const ulong DigitsSalt = 0x6469_6769_7473_2121;

    /// <summary>The value without a value.</summary>
    public static FieldValue Missing { get; } = new(FieldKind.Missing, double.NaN, MissingHash, 0, -1);

    /// <summary>Reads a field.</summary>
    /// <param name="field">The field without white space around it, not a missing token.</param>
    public static FieldValue Of(ReadOnlySpan<byte> field)
    {
        if (ValueParser.TryFixed(field, out var mantissa, out var scale))
        {
            var value = ValueParser.FromFixed(mantissa, scale);
            return new(FieldKind.Number, value, BitConverter.DoubleToUInt64Bits(value), mantissa, scale);
        }

        return ValueParser.MayBeNumber(field) && ValueParser.TryNumber(field, out var number)
            ? new(FieldKind.Number, number + 0.0, HashOfNumber(number + 0.0, field), 0, -1)
            : new(FieldKind.Text, double.NaN, Hashing.Of(field), 0, -1);
    }

    /// <summary>
    /// The number's bits, but the digits of a whole number that a double can't hold: neighbouring ids of 64 bits are
    /// different values.
    /// </summary>
    private static ulong HashOfNumber(double number, ReadOnlySpan<byte> field) =>
        Math.Abs(number) >= 1L << 53 && IsLongWhole(field)
            ? Hashing.Of(field.TrimStart("+0"u8)) ^ DigitsSalt
            : BitConverter.DoubleToUInt64Bits(number);

    /// <summary>Digits only, and more than the 15 that every double keeps.</summary>
    private static bool IsLongWhole(ReadOnlySpan<byte> field) =>
        field[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && field.Trim("+-0"u8).Length > 15;
}
