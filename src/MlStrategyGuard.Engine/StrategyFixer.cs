using System.Text;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Engine;

/// <summary>
/// Applies the fixes of a strategy file's findings. What a fix doesn't speak of stays as it is, byte for byte:
/// comments, spaces, line ends, byte order mark.
/// </summary>
public static class StrategyFixer
{
    /// <summary>A fix may uncover another; more rounds than this would go in circles.</summary>
    private const int MaxRounds = 10;

    /// <summary>Fixes a file in place.</summary>
    /// <param name="path">The strategy file.</param>
    /// <param name="today">The day on which waivers are judged: what is waived isn't fixed.</param>
    /// <returns>The titles of the fixes that were applied, in order.</returns>
    /// <exception cref="CheckException">The file can't be read or written.</exception>
    public static IReadOnlyList<string> Fix(string path, DateOnly today)
    {
        var bytes = StrategyFile.Read(path);
        if (StrategyFile.Decode(bytes) is not var (text, encoding))
            return [];

        var applied = new List<string>();
        var current = text;
        for (var round = 0; round < MaxRounds && Step(current, today) is var (next, title); round++)
        {
            current = next;
            applied.Add(title);
        }

        if (applied.Count > 0)
            Write(path, [.. Mark(bytes, encoding), .. encoding.GetBytes(current)]);
        return applied;
    }

    /// <summary>The text after the first fix that leaves fewer findings; null if there is none.</summary>
    internal static (string Text, string Title)? Step(string text, DateOnly today)
    {
        var findings = Judge(text, today);
        foreach (var finding in findings.Where(finding => finding.Fix is not null))
        {
            // Judged again, so that a place that was misunderstood can't break the file. A key or word that has become
            // known may uncover findings below it; any other fix leaves fewer than there were.
            var uncovers = finding.Id is "MLS0002" or "MLS0003";
            if (Apply(text, finding.Fix!) is { } next && next != text && Judge(next, today) is var left
                && (uncovers || left.Count < findings.Count)
                && left.All(other => other.Id != "MLS0001" && other.Message != finding.Message))
                return (next, finding.Fix!.Title);
        }

        return null;
    }

    private static IReadOnlyList<Finding> Judge(string text, DateOnly today)
    {
        var (strategy, reading) = StrategyReader.Read(text);
        return Judgement.Of(strategy, reading, Evidence.None, today.ToDateTime(default)).Findings;
    }

    private static string? Apply(string text, MlStrategyGuard.Fix fix)
    {
        // YAML counts these as line ends and editors don't; places in such a file can't be trusted.
        if (text.AsSpan().ContainsAny('\u0085', '\u2028', '\u2029'))
            return null;

        var starts = LineStarts(text);
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var fixedText = new StringBuilder(text);
        foreach (var edit in fix.Edits.OrderByDescending(edit => edit.Span.Line).ThenByDescending(edit => edit.Span.Column))
        {
            var start = Position(starts, edit.Span.Line, edit.Span.Column, text.Length);
            var end = Position(starts, edit.Span.EndLine, edit.Span.EndColumn, text.Length);
            if (start is not { } from || end is not { } to || to < from)
                return null;

            // What would vanish with the place may be a comment.
            if (text.AsSpan(from, to - from).Contains('#'))
                return null;
            fixedText.Remove(from, to - from).Insert(from, edit.Text.Replace("\n", newLine, StringComparison.Ordinal));
        }

        return fixedText.ToString();
    }

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                starts.Add(i + 1);
        }

        return starts;
    }

    private static int? Position(List<int> starts, int line, int column, int length) =>
        line >= 1 && line <= starts.Count && column >= 1 && starts[line - 1] + column - 1 <= length
            ? starts[line - 1] + column - 1
            : null;

    private static byte[] Mark(byte[] bytes, Encoding encoding)
    {
        var mark = encoding is UTF8Encoding ? Encoding.UTF8.GetPreamble() : encoding.GetPreamble();
        return bytes.AsSpan().StartsWith(mark) ? mark : [];
    }

    private static void Write(string path, byte[] bytes)
    {
        try
        {
            AtomicFile.Write(path, bytes);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new CheckException($"the strategy file '{path}' can't be written: {trouble.Message}");
        }
    }
}
