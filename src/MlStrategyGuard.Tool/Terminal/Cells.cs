using System.Globalization;
using System.Text;

namespace MlStrategyGuard.Tool.Terminal;

/// <summary>How many cells of a terminal a text takes.</summary>
internal static class Cells
{
    private const int EmojiPresentation = 0xFE0F;
    private const int Joiner = 0x200D;

    /// <summary>Wide characters (East_Asian_Width W and F of Unicode 15, unassigned gaps in between included).</summary>
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x2329, 0x232A), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3),
        (0x25FD, 0x25FE), (0x2614, 0x2615), (0x2648, 0x2653), (0x267F, 0x267F), (0x2693, 0x2693), (0x26A1, 0x26A1),
        (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4), (0x26EA, 0x26EA),
        (0x26F2, 0x26F3), (0x26F5, 0x26F5), (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B),
        (0x2728, 0x2728), (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797),
        (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x2E80, 0x303E),
        (0x3041, 0x3247), (0x3250, 0x4DBF), (0x4E00, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
        (0xFE10, 0xFE19), (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x16FE0, 0x18CFF), (0x18D00, 0x1B2FF),
        (0x1F004, 0x1F004), (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A), (0x1F200, 0x1F320), (0x1F32D, 0x1F335),
        (0x1F337, 0x1F37C), (0x1F37E, 0x1F393), (0x1F3A0, 0x1F3CA), (0x1F3CF, 0x1F3D3), (0x1F3E0, 0x1F3F0), (0x1F3F4, 0x1F3F4),
        (0x1F3F8, 0x1F43E), (0x1F440, 0x1F440), (0x1F442, 0x1F4FC), (0x1F4FF, 0x1F53D), (0x1F54B, 0x1F54E), (0x1F550, 0x1F567),
        (0x1F57A, 0x1F57A), (0x1F595, 0x1F596), (0x1F5A4, 0x1F5A4), (0x1F5FB, 0x1F64F), (0x1F680, 0x1F6C5), (0x1F6CC, 0x1F6CC),
        (0x1F6D0, 0x1F6D2), (0x1F6D5, 0x1F6DF), (0x1F6EB, 0x1F6EF), (0x1F6F4, 0x1F6FF), (0x1F7E0, 0x1F7F0), (0x1F90C, 0x1F93A),
        (0x1F93C, 0x1F945), (0x1F947, 0x1F9FF), (0x1FA70, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The cells of a line of text without control characters.</summary>
    public static int Of(string text)
    {
        var cells = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, i);
            cells += OfElement(text.AsSpan(i, length));
            i += length;
        }

        return cells;
    }

    /// <summary>The cells of what a reader takes for one character: a letter with its marks, an emoji with its modifiers.</summary>
    public static int OfElement(ReadOnlySpan<char> element)
    {
        var cells = 0;
        foreach (var rune in element.EnumerateRunes())
        {
            // A sequence of emoji is drawn as one of them, and a flag is made of two letters.
            if (rune.Value is EmojiPresentation or Joiner && cells > 0)
                return 2;
            cells += OfRune(rune);
        }

        return IsFlag(element) ? 2 : Math.Min(cells, 2);
    }

    /// <summary>
    /// The text with a visible sign for each character that would move the cursor, colour the screen or turn the direction
    /// of what is shown; tabs stay.
    /// </summary>
    public static string Harmless(string text) =>
        text.All(sign => sign == '\t' || !IsHarmful(sign)) ? text : string.Concat(text.Select(sign => sign != '\t' && IsHarmful(sign) ? '\uFFFD' : sign));

    private static bool IsHarmful(char sign) =>
        char.IsControl(sign) || sign is '\u061C' or '\u200E' or '\u200F' or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static int OfRune(Rune rune)
    {
        if (rune.IsAscii)
            return 1;

        // Vowels and final consonants of Hangul join the consonant before them.
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            || rune.Value is >= 0x1160 and <= 0x11FF)
            return 0;
        var (low, high) = (0, Wide.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (rune.Value < Wide[middle].First)
                high = middle - 1;
            else if (rune.Value > Wide[middle].Last)
                low = middle + 1;
            else
                return 2;
        }

        return 1;
    }

    private static bool IsFlag(ReadOnlySpan<char> element) =>
        element.Length == 4 && Rune.TryGetRuneAt(element.ToString(), 0, out var first) && first.Value is >= 0x1F1E6 and <= 0x1F1FF;
}
