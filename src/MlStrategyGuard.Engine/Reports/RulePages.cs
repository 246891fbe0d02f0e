using System.Text;
using System.Text.RegularExpressions;

namespace MlStrategyGuard.Engine.Reports;

/// <summary>The rules' pages, as they were when this version was built.</summary>
public static partial class RulePages
{
    /// <summary>What code hosts show of a description at most, in characters.</summary>
    private const int LongestSummary = 1000;

    /// <summary>A rule's page in Markdown, with line feeds; null if there is none.</summary>
    /// <param name="id">The rule's number.</param>
    public static string? Find(string id)
    {
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream($"rules/{id}.md");
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>
    /// What the rule finds, as plain text on one line: its page's words up to the first paragraph that ends a sentence,
    /// without a sentence that only leads to a table. The rule's title if that leaves nothing.
    /// </summary>
    /// <param name="id">The rule's number.</param>
    public static string Summary(string id)
    {
        var summary = new StringBuilder();
        foreach (var block in Blocks(Find(id) ?? ""))
        {
            if (summary.Length > 0)
                summary.Append(' ');
            summary.Append(Plain(block));
            if (summary[^1] == '.')
                break;
        }

        var text = summary.ToString();
        if (!text.EndsWith('.'))
            text = text[..(text.LastIndexOf(". ", StringComparison.Ordinal) + 1)];
        return text.Length == 0 ? RuleCatalogue.Get(id).Title + "." : Cut(text);
    }

    /// <summary>Markdown's marks taken off, and everything on one line.</summary>
    /// <param name="markdown">Some lines of text.</param>
    public static string Plain(string markdown)
    {
        var text = Link().Replace(markdown, "$1");
        text = Item().Replace(text, "");
        text = text.Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static IEnumerable<string> Blocks(string page)
    {
        const string Heading = "## What it finds\n";
        var start = page.IndexOf(Heading, StringComparison.Ordinal);
        if (start < 0)
            return [];
        var end = page.IndexOf("\n## ", start + Heading.Length, StringComparison.Ordinal);
        return page[(start + Heading.Length)..(end < 0 ? page.Length : end)]
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .TakeWhile(block => block[0] is not ('|' or '>' or '#') && !block.StartsWith("```", StringComparison.Ordinal));
    }

    private static string Cut(string text)
    {
        if (text.Length <= LongestSummary)
            return text;
        var end = text.LastIndexOf(". ", LongestSummary, StringComparison.Ordinal);
        return end > 0 ? text[..(end + 1)] : text[..text.LastIndexOf(' ', LongestSummary)] + " …";
    }

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\s*[-*] ", RegexOptions.Multiline)]
    private static partial Regex Item();
}
