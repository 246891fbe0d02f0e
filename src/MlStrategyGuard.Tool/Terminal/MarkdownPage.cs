using System.Text;
using System.Text.RegularExpressions;

namespace MlStrategyGuard.Tool.Terminal;

/// <summary>A rule's page for people: Markdown's marks become colours, and paragraphs fit the width.</summary>
/// <param name="screen">Where it is shown.</param>
internal sealed partial class MarkdownPage(Screen screen)
{
    private readonly Paint _paint = new(screen.HasColor);
    private readonly StringBuilder _out = new();

    /// <summary>Writes a page.</summary>
    /// <param name="page">Markdown with line feeds: headings, paragraphs, lists, quotes, tables and fenced code.</param>
    public string Write(string page)
    {
        _out.Clear();
        var lines = page.Split('\n');
        for (var i = 0; i < lines.Length;)
        {
            if (lines[i].StartsWith("```", StringComparison.Ordinal))
                i = Code(lines, i + 1);
            else if (lines[i].StartsWith('#'))
                Heading(lines[i++]);
            else if (lines[i].StartsWith('|'))
                i = Table(lines, i);
            else if (lines[i].Length == 0)
                Blank(ref i);
            else
                i = Paragraph(lines, i);
        }

        return _out.ToString().TrimEnd('\n') + "\n";
    }

    private void Blank(ref int i)
    {
        if (_out.Length > 0 && !(_out.Length > 1 && _out[^1] == '\n' && _out[^2] == '\n'))
            _out.Append('\n');
        i++;
    }

    private void Heading(string line)
    {
        foreach (var part in Wrapping.Lines(Plain(line.TrimStart('#').Trim()), screen.Width))
            _out.Append(_paint.Strong(part)).Append('\n');
    }

    private int Code(string[] lines, int i)
    {
        for (; i < lines.Length && !lines[i].StartsWith("```", StringComparison.Ordinal); i++)
            _out.Append(lines[i].Length == 0 ? "" : "    " + _paint.Quiet(lines[i])).Append('\n');
        return i + 1;
    }

    /// <summary>Lines that belong together, up to what begins something else.</summary>
    private int Paragraph(string[] lines, int i)
    {
        var first = lines[i++];
        var mark = Mark().Match(first).Value;
        var text = new StringBuilder(first[mark.Length..]);
        while (i < lines.Length && lines[i].Length > 0 && !Begins().IsMatch(lines[i]))
            text.Append(' ').Append(lines[i++].TrimStart('>', ' '));

        // A quote goes on with its own mark.
        if (mark.TrimStart().StartsWith('>'))
        {
            while (i < lines.Length && lines[i].StartsWith('>'))
                text.Append(' ').Append(lines[i++].TrimStart('>', ' '));
            mark = "  ";
        }

        _out.Append(mark);
        foreach (var line in Wrapping.Lines(Plain(text.ToString()), screen.Width, mark.Length, mark.Length))
            _out.Append(line).Append('\n');
        return i;
    }

    /// <summary>Columns side by side where they fit, else the cells of a row below each other.</summary>
    private int Table(string[] lines, int i)
    {
        var rows = new List<string[]>();
        for (; i < lines.Length && lines[i].StartsWith('|'); i++)
        {
            if (!Rule().IsMatch(lines[i]))
                rows.Add([.. lines[i].Trim('|').Split('|').Select(cell => Plain(cell.Trim()))]);
        }

        var columns = rows.Max(row => row.Length);
        var widths = Enumerable.Range(0, columns).Select(column => rows.Max(row => column < row.Length ? Cells.Of(row[column]) : 0)).ToArray();
        var isWide = screen.CodeWidth > 0 && widths.Sum() + (2 * columns) > screen.CodeWidth;
        for (var row = 0; row < rows.Count; row++)
        {
            if (!isWide)
            {
                var line = string.Join("  ", rows[row].Select((cell, column) => cell + new string(' ', widths[column] - Cells.Of(cell)))).TrimEnd();
                _out.Append("  ").Append(row == 0 ? _paint.Strong(line) : line).Append('\n');
            }
            else if (row > 0)
            {
                for (var column = 0; column < rows[row].Length; column++)
                    Cell(column, rows[0].ElementAtOrDefault(column) ?? "", rows[row][column]);
            }
        }

        return i;
    }

    private void Cell(int column, string heading, string cell)
    {
        var beginning = $"{(column == 0 ? "  " : "    ")}{heading}{(heading.Length > 0 ? ": " : "")}";
        _out.Append(beginning);
        foreach (var line in Wrapping.Lines(cell, screen.Width, Cells.Of(beginning), 6))
            _out.Append(line).Append('\n');
    }

    /// <summary>Without the marks of links, code and stress; a star within code is no mark.</summary>
    private static string Plain(string text) => string.Concat(Link().Replace(text, "$1").Split('`').Select((part, i) =>
        i % 2 == 1 ? part : Stress().Replace(part.Replace("**", "", StringComparison.Ordinal), "$1")));

    [GeneratedRegex(@"^\s*(?:[-*] |\d+\. |> ?)?")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?:\s*[-*] |\s*\d+\. |>|#|\||```)")]
    private static partial Regex Begins();

    [GeneratedRegex(@"^[|\s:-]+$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"(?<![\w*])\*(\S[^*]*)\*(?!\w)")]
    private static partial Regex Stress();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();
}
