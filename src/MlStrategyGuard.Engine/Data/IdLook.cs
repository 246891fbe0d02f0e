namespace MlStrategyGuard.Engine.Data;

/// <summary>The outward look of a text that might be a generated id.</summary>
/// <param name="Length">Its bytes.</param>
/// <param name="Skeleton">
/// A hash of the text with each run of letters and digits as one sign; null for what no generated id has: white space, or
/// characters other than ASCII.
/// </param>
/// <param name="HasDigit">Whether there is a digit in it.</param>
/// <param name="Prefix">A hash of what stands before the digits at its end; null if there are other digits, or none.</param>
internal readonly record struct IdLook(int Length, ulong? Skeleton, bool HasDigit, ulong? Prefix)
{
    /// <summary>Looks at a text.</summary>
    public static IdLook Of(ReadOnlySpan<byte> text)
    {
        var skeleton = 0UL;
        var (inRun, hasDigit) = (false, false);
        foreach (var b in text)
        {
            if (b is <= (byte)' ' or >= 0x7F)
                return new IdLook(text.Length, null, false, null);
            hasDigit |= char.IsAsciiDigit((char)b);
            var part = char.IsAsciiLetterOrDigit((char)b);
            if (!part || !inRun)
                skeleton = Hashing.Mix(skeleton ^ (part ? 'x' : b));
            inRun = part;
        }

        var prefix = text.TrimEnd("0123456789"u8);
        var endsInNumber = prefix.Length < text.Length && prefix.IndexOfAnyInRange((byte)'0', (byte)'9') < 0;
        return new IdLook(text.Length, skeleton, hasDigit, endsInNumber ? Hashing.Of(prefix) : null);
    }
}
