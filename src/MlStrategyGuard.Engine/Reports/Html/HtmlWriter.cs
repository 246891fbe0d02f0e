using System.Globalization;
using System.Text;

namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>Writes elements; every text and every value of an attribute is encoded, and what is opened is closed.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = [];

    /// <summary>The length so far, in UTF-16 units.</summary>
    public int Length => _text.Length;

    /// <summary>Opens an element.</summary>
    public HtmlWriter Open(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes).Append('>');
        _open.Push(tag);
        return this;
    }

    /// <summary>Closes the element that was opened last.</summary>
    public HtmlWriter Close()
    {
        var tag = _open.Pop();
        _text.Append("</").Append(tag).Append('>');
        if (tag is "section" or "p" or "li" or "tr" or "table" or "ul" or "ol" or "svg" or "figure" or "details" or "h2" or "h3" or "div" or "header" or "main" or "nav" or "style" or "head")
            _text.Append('\n');
        return this;
    }

    /// <summary>An element without contents.</summary>
    public HtmlWriter Empty(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes).Append("/>");
        return this;
    }

    /// <summary>An element with a text.</summary>
    public HtmlWriter Leaf(string tag, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(tag, attributes);
        return Text(text).Close();
    }

    /// <summary>A text. A number and its percent sign stay on one line, but in code, which somebody may copy.</summary>
    public HtmlWriter Text(string text)
    {
        Encode(_open.Contains("code") ? text : text.Replace(" %", "\u00A0%", StringComparison.Ordinal));
        return this;
    }

    /// <summary>The guard's own CSS, as it is.</summary>
    public HtmlWriter Style(string css)
    {
        Open("style");
        _text.Append('\n').Append(css);
        return Close();
    }

    /// <summary>The document.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public string Finish() => _open.Count == 0
        ? "<!doctype html>\n" + _text + "\n"
        : throw new InvalidOperationException($"<{_open.Peek()}> is still open.");

    /// <summary>A length as SVG takes it, to a hundredth.</summary>
    public static string Number(double value) => (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A share of the width as SVG takes it.</summary>
    public static string Part(double share) => Number(Math.Clamp(share, 0, 1) * 100) + "%";

    private StringBuilder Start(string tag, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _text.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            _text.Append(' ').Append(name).Append("=\"");
            Encode(value);
            _text.Append('"');
        }

        return _text;
    }

    private void Encode(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    _text.Append("&amp;");
                    break;
                case '<':
                    _text.Append("&lt;");
                    break;
                case '>':
                    _text.Append("&gt;");
                    break;
                case '"':
                    _text.Append("&quot;");
                    break;
                case '\t' or '\n':
                    _text.Append((char)rune.Value);
                    break;

                // What HTML doesn't allow, and half of a surrogate pair, which a rune already replaces.
                case < 0x20 or (>= 0x7F and <= 0x9F):
                    _text.Append('\uFFFD');
                    break;
                default:
                    _text.Append(rune);
                    break;
            }
        }
    }
}
