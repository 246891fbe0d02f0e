namespace MlStrategyGuard.Engine.Data;

/// <summary>A field in its canonical form: 1, 1.0 and 1e0 are one value, so are all spellings of a missing one.</summary>
/// <param name="Kind">What the field says.</param>
/// <param name="Number">The number; NaN if it says none.</param>
/// <param name="Hash">Equal for equal values; all 64 bits are used.</param>
internal readonly record struct FieldValue(FieldKind Kind, double Number, ulong Hash)
{
    private const ulong MissingHash = 0x6D69_7373_696E_6721;
    private const ulong DigitsSalt = 0x6469_6769_7473_2121;

    /// <summary>The value without a value.</summary>
    public static FieldValue Missing { get; } = new(FieldKind.Missing, double.NaN, MissingHash);

    /// <summary>Reads a field.</summary>
    /// <param name="field">The field without white space around it, not a missing token.</param>
    public static FieldValue Of(ReadOnlySpan<byte> field) =>
        ValueParser.TryNumber(field, out var number)
            ? new(FieldKind.Number, number + 0.0, HashOfNumber(number + 0.0, field))
            : new(FieldKind.Text, double.NaN, Hashing.Of(field));

    /// <summary>
    /// The number's bits, but the digits of a whole number that a double can't hold: neighbouring ids of 64 bits are
    /// different values.
    /// </summary>
    private static ulong HashOfNumber(double number, ReadOnlySpan<byte> field) =>
        Math.Abs(number) >= 1L << 53 && IsLongWhole(field)
            ? Hashing.Mix(Hashing.Of(field.TrimStart("+0"u8)) ^ DigitsSalt)
            : Hashing.Mix(BitConverter.DoubleToUInt64Bits(number));

    /// <summary>Digits only, and more than the 15 that every double keeps.</summary>
    private static bool IsLongWhole(ReadOnlySpan<byte> field) =>
        field[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && field.Trim("+-0"u8).Length > 15;
}
