namespace MlStrategyGuard.Engine.Data;

/// <summary>Finds out which character separates the fields.</summary>
internal static class DelimiterSniffer
{
    // In this order when two are equally frequent.
    private static ReadOnlySpan<byte> Candidates => ",;\t|"u8;

    /// <summary>The delimiter that the name alone tells: tab for .tsv and .tab, compressed or not.</summary>
    public static byte? FromName(string name)
    {
        const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;
        if (name.EndsWith(".gz", IgnoreCase) || name.EndsWith(".zst", IgnoreCase))
            name = name[..name.LastIndexOf('.')];
        return name.EndsWith(".tsv", IgnoreCase) || name.EndsWith(".tab", IgnoreCase) ? (byte)'\t' : null;
    }

    /// <summary>
    /// The most frequent candidate outside quotes in the first line that isn't blank; a comma if there is none.
    /// </summary>
    /// <param name="text">The start of the text.</param>
    /// <param name="final">Whether the text ends here.</param>
    /// <param name="openQuote">Where a quote opens that isn't closed in this text, else -1.</param>
    /// <returns>Null if the line doesn't end in this text.</returns>
    public static byte? FromText(ReadOnlySpan<byte> text, bool final, out int openQuote)
    {
        Span<int> counts = stackalloc int[Candidates.Length];
        counts.Clear();
        openQuote = -1;
        var start = text.IndexOfAnyExcept((byte)'\n', (byte)'\r');
        if (start < 0)
            return final ? Candidates[0] : null;

        for (var i = start; i < text.Length; i++)
        {
            var b = text[i];
            if (openQuote >= 0)
            {
                if (b != '"')
                    continue;
                if (i + 1 < text.Length && text[i + 1] == '"')
                    i++;
                else
                    openQuote = -1;
            }
            else if (b == '"')
            {
                if (i == start || Candidates.Contains(text[i - 1]))
                    openQuote = i;
            }
            else if (b is (byte)'\n' or (byte)'\r')
            {
                return MostFrequent(counts);
            }
            else if (Candidates.IndexOf(b) is >= 0 and var candidate)
            {
                counts[candidate]++;
            }
        }
        return final ? MostFrequent(counts) : null;
    }

    /// <summary>The delimiter's name for messages.</summary>
    public static string NameOf(byte delimiter) => delimiter switch
    {
        (byte)',' => "comma",
        (byte)';' => "semicolon",
        (byte)'\t' => "tab",
        _ => "vertical bar",
    };

    private static byte MostFrequent(ReadOnlySpan<int> counts)
    {
        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best])
                best = i;
        }
        return Candidates[best];
    }
}
