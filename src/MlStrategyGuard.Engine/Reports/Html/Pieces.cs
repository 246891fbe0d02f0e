namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>What several parts of the page are made of.</summary>
internal static class Pieces
{
    /// <summary>Opens a part of the page with its heading.</summary>
    public static HtmlWriter OpenPart(this HtmlWriter html, string id, string title)
    {
        html.Open("section", ("id", id), ("aria-labelledby", id + "-title"));
        return html.Leaf("h2", title, ("id", id + "-title"));
    }

    /// <summary>A word on a coloured ground that says how grave something is; the word says it too.</summary>
    public static HtmlWriter Badge(this HtmlWriter html, string word, string kind) =>
        html.Leaf("span", word, ("class", "badge " + kind));

    /// <summary>A table, which may be wider than the page: then it can be moved by hand and by keyboard.</summary>
    /// <param name="html">The page.</param>
    /// <param name="caption">What it shows.</param>
    /// <param name="heads">The heads of its columns.</param>
    /// <param name="rows">Its cells; the first of a row is its head.</param>
    public static HtmlWriter Table(this HtmlWriter html, string caption, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", caption));
        html.Open("table").Leaf("caption", caption).Open("thead").Open("tr");
        foreach (var head in heads)
            html.Leaf("th", head, ("scope", "col"));
        html.Close().Close().Open("tbody");
        foreach (var row in rows)
        {
            html.Open("tr").Leaf("th", row[0], ("scope", "row"));
            foreach (var cell in row.Skip(1))
                html.Leaf("td", cell);
            html.Close();
        }

        return html.Close().Close().Close();
    }

    /// <summary>The figures behind a picture, folded away.</summary>
    public static HtmlWriter Figures(this HtmlWriter html, string caption, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        html.Open("details", ("class", "figures")).Leaf("summary", "Figures: " + caption);
        return html.Table(caption, heads, rows).Close();
    }

    /// <summary>Opens a picture whose lengths across are shares of its width, so that its letters keep their size.</summary>
    public static HtmlWriter OpenPicture(this HtmlWriter html, string alternative, double height, string kind = "chart") =>
        html.Open("svg", ("role", "img"), ("aria-label", alternative), ("class", kind), ("width", "100%"), ("height", HtmlWriter.Number(height)));

    /// <summary>A box of a picture, of at least a visible width.</summary>
    public static HtmlWriter Box(this HtmlWriter html, string kind, double from, double to, double top, double height) => html.Empty(
        "rect", ("class", kind), ("x", HtmlWriter.Part(Math.Min(from, to))), ("y", HtmlWriter.Number(top)),
        ("width", HtmlWriter.Part(Math.Max(0.002, Math.Abs(to - from)))), ("height", HtmlWriter.Number(height)));

    /// <summary>A straight line of a picture.</summary>
    public static HtmlWriter Line(this HtmlWriter html, string kind, double x1, double y1, double x2, double y2) => html.Empty(
        "line", ("class", kind), ("x1", HtmlWriter.Part(x1)), ("y1", HtmlWriter.Number(y1)), ("x2", HtmlWriter.Part(x2)), ("y2", HtmlWriter.Number(y2)));

    /// <summary>An interval: a line with two ends.</summary>
    public static HtmlWriter Whisker(this HtmlWriter html, double from, double to, double y)
    {
        if (to - from < 0.002)
            return html;
        html.Line("halo", from, y, to, y).Line("whisker", from, y, to, y);
        return html.Line("whisker", from, y - 4, from, y + 4).Line("whisker", to, y - 4, to, y + 4);
    }

    /// <summary>Letters in a picture.</summary>
    /// <param name="html">The page.</param>
    /// <param name="text">What they say.</param>
    /// <param name="x">Where across, 0–1.</param>
    /// <param name="y">The line that they stand on.</param>
    /// <param name="kind">Their class.</param>
    /// <param name="anchor">Which of their ends is there.</param>
    public static HtmlWriter Label(this HtmlWriter html, string text, double x, double y, string kind = "label", string anchor = "start") => html.Leaf(
        "text", text, ("class", kind), ("x", HtmlWriter.Part(x)), ("y", HtmlWriter.Number(y)), ("text-anchor", anchor));

    /// <summary>The findings of some rules, each as a link to what it says.</summary>
    public static HtmlWriter Said(this HtmlWriter html, ReportView view, params string[] prefixes)
    {
        var found = view.Places.Take(view.MostFindings).Select((place, i) => (Finding: place[0], Number: i + 1))
            .Where(one => prefixes.Any(prefix => one.Finding.Id.StartsWith(prefix, StringComparison.Ordinal)))
            .GroupBy(one => (one.Finding.Id, one.Finding.Severity))
            .OrderBy(group => group.Key.Severity, BySeverity).ToList();
        if (found.Count == 0)
            return html;
        html.Open("ul", ("class", "said"));
        foreach (var group in found)
        {
            var (finding, number) = group.First();
            html.Open("li").Badge(finding.Severity, finding.Severity).Text(" ")
                .Leaf("a", $"{finding.Id}: {Title(finding.Id)}{(group.Count() > 1 ? $" ({group.Count()} places)" : "")}", ("href", Anchor(number)));
            html.Close();
        }

        return html.Close();
    }

    /// <summary>Errors, then warnings, then the rest.</summary>
    public static IComparer<string> BySeverity { get; } = Comparer<string>.Create((one, other) => Weight(one) - Weight(other));

    private static int Weight(string severity) => severity switch
    {
        "error" => 0,
        "warning" => 1,
        _ => 2,
    };

    /// <summary>What a rule finds.</summary>
    public static string Title(string id) => RuleCatalogue.Knows(id) ? RuleCatalogue.Get(id).Title : id;

    /// <summary>The link to a finding, counted from 1.</summary>
    public static string Anchor(int number) => FormattableString.Invariant($"#finding-{number}");
}
