namespace MlStrategyGuard.Engine.Reports;

/// <summary>A strategy file's text, for reports that show or name places in it.</summary>
public sealed class StrategyText
{
    private readonly string[] _lines;

    /// <param name="text">The text, without a byte order mark.</param>
    public StrategyText(string text)
    {
        Text = text;

        // YAML takes these for line ends and editors don't, so that places in such a file can't be trusted.
        _lines = text.AsSpan().ContainsAny('\u0085', '\u2028', '\u2029')
            ? []
            : text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
    }

    /// <summary>Reads a strategy file; what can't be read has no text.</summary>
    /// <param name="path">Its path.</param>
    public static StrategyText Of(string path)
    {
        try
        {
            return new StrategyText(StrategyFile.Decode(StrategyFile.Read(path))?.Text ?? "");
        }
        catch (CheckException)
        {
            return new StrategyText("");
        }
    }

    /// <summary>All of it.</summary>
    public string Text { get; }

    /// <summary>How its lines end.</summary>
    public string NewLine => Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>A line without its end; null if there is none of that number.</summary>
    /// <param name="number">Its number, from 1.</param>
    public string? Line(int number) => number >= 1 && number <= _lines.Length ? _lines[number - 1] : null;
}
