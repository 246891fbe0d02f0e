namespace MlStrategyGuard.Engine.Data;

/// <summary>The outward shape of a text that might be a generated id.</summary>
/// <param name="Skeleton">A hash of the text with each run of letters and digits as one sign.</param>
/// <param name="HasDigit">Whether there is a digit in it.</param>
/// <param name="Prefix">A hash of what stands before the digits at its end; null if it doesn't end in digits only.</param>
internal readonly record struct IdShape(ulong Skeleton, bool HasDigit, ulong? Prefix)
{
    /// <summary>The shape; null for what no generated id has: white space, or characters other than ASCII.</summary>
    public static IdShape? Of(ReadOnlySpan<byte> text)
    {
        var skeleton = 0UL;
        var (inRun, hasDigit) = (false, false);
        foreach (var b in text)
        {
            if (b is <= (byte)' ' or >= 0x7F)
                return null;
            hasDigit |= char.IsAsciiDigit((char)b);
            var part = char.IsAsciiLetterOrDigit((char)b);
            if (!part || !inRun)
                skeleton = Hashing.Mix(skeleton ^ (part ? 'x' : b));
            inRun = part;
        }

        var prefix = text.TrimEnd("0123456789"u8);
        return new IdShape(
            skeleton, hasDigit,
            prefix.Length < text.Length && prefix.IndexOfAnyInRange((byte)'0', (byte)'9') < 0 ? Hashing.Of(prefix) : null);
    }
}
