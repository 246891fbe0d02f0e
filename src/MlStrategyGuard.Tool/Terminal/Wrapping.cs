namespace MlStrategyGuard.Tool.Terminal;

/// <summary>Breaks prose into lines between words.</summary>
internal static class Wrapping
{
    /// <summary>
    /// The lines of a text. A word that is longer than a line stands on one of its own, and a percent sign stays with its
    /// number.
    /// </summary>
    /// <param name="text">Words with spaces in between.</param>
    /// <param name="width">The cells of a line; 0 for one line however long.</param>
    /// <param name="first">The cells that are taken on the first line.</param>
    /// <param name="indent">The spaces before each other line; they are part of what is returned.</param>
    public static IReadOnlyList<string> Lines(string text, int width, int first = 0, int indent = 0)
    {
        if (width == 0)
            return [text];

        var lines = new List<string>();
        var line = "";
        var used = first;
        var isEmpty = true;
        foreach (var word in Words(text))
        {
            var cells = Cells.Of(word);
            if (!isEmpty && used + 1 + cells > width)
            {
                lines.Add(line);
                line = new string(' ', indent);
                used = indent;
                isEmpty = true;
            }

            line += isEmpty ? word : " " + word;
            used += isEmpty ? cells : 1 + cells;
            isEmpty = false;
        }

        lines.Add(line);
        return lines;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == '%' && words.Count > 0)
                words[^1] += " " + word;
            else
                words.Add(word);
        }

        return words;
    }
}
