using System.Globalization;
using System.Text;

namespace MlStrategyGuard.Tool.Terminal;

/// <summary>A line of source as a terminal shows it, and the cells of a place in it.</summary>
/// <param name="Text">The line: tabs are spaces, what the width doesn't hold is an ellipsis.</param>
/// <param name="Start">The first cell of the place, from 0.</param>
/// <param name="Length">Its cells, one at least.</param>
internal sealed record SourceFrame(string Text, int Start, int Length)
{
    private const int TabStop = 4;

    /// <summary>Cuts the part out of a line that a place is in.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="from">The place's first UTF-16 unit, from 0.</param>
    /// <param name="to">Behind its last one; at most the line's length counts.</param>
    /// <param name="width">The cells that there are; 0 if nothing limits them.</param>
    public static SourceFrame Of(string line, int from, int to, int width)
    {
        var elements = Elements(line, from, Math.Min(to, line.TrimEnd().Length), out var start, out var end);
        var all = elements.Sum(element => element.Cells);
        if (start < 0)
            (start, end) = (all, all);
        end = Math.Max(end, start + 1);
        if (width == 0 || Math.Max(all, end) <= width)
            return new SourceFrame(string.Concat(elements.Select(element => element.Shown)).TrimEnd(), start, end - start);

        // The place stands as far left as it has to, with a quarter of the width for what is before it.
        var left = end < width ? 0 : Math.Max(0, Math.Min(start - (width / 4), all + 1 - width));
        var text = new StringBuilder();
        var (position, cells) = (0, 0);
        var skipped = 0;
        foreach (var element in elements)
        {
            if (position < left)
            {
                skipped = position + element.Cells;
            }
            else
            {
                if (cells == 0 && skipped > 0)
                {
                    text.Append('…');
                    cells = 1;
                    skipped--;
                }

                if (cells + element.Cells > width - 1 && position + element.Cells < all)
                {
                    text.Append('…');
                    break;
                }

                text.Append(element.Shown);
                cells += element.Cells;
            }

            position += element.Cells;
        }

        return new SourceFrame(text.ToString().TrimEnd(), start - skipped, Math.Max(1, Math.Min(end - skipped, width) - (start - skipped)));
    }

    private static List<(string Shown, int Cells)> Elements(string line, int from, int to, out int start, out int end)
    {
        var elements = new List<(string Shown, int Cells)>();
        var cells = 0;
        (start, end) = (-1, -1);
        for (var i = 0; i < line.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(line, i);
            var shown = line[i] == '\t'
                ? new string(' ', TabStop - (cells % TabStop))
                : Cells.Harmless(line.Substring(i, length));
            var wide = Cells.Of(shown);
            if (start < 0 && i + length > from)
                start = cells;
            cells += wide;
            if (i < to)
                end = cells;
            elements.Add((shown, wide));
            i += length;
        }

        return elements;
    }
}
