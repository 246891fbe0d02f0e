namespace MlStrategyGuard.Reading;

/// <summary>Makes foreign text fit for a message.</summary>
public static class Texts
{
    private const int MaxLength = 60;

    /// <summary>One line without control characters or line separators, at most 60 characters, cut with an ellipsis.</summary>
    public static string Shorten(string text)
    {
        var cut = text.Length > MaxLength ? MaxLength - 1 : text.Length;
        if (cut < text.Length && char.IsHighSurrogate(text[cut - 1]))
            cut--;
        var plain = new string([.. text.Take(cut).Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]);
        return cut < text.Length ? plain + "…" : plain;
    }
}
