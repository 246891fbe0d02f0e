using MlStrategyGuard.Rules;

namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>The top of the page: passes or fails, what comes next, and where to read on.</summary>
internal static class VerdictPart
{
    private const int MostNamed = 5;

    /// <summary>Writes the part.</summary>
    public static void Write(HtmlWriter html, ReportView view)
    {
        var kind = Count(view, "error") > 0 ? "error" : Count(view, "warning") > 0 ? "warning" : "good";
        html.Open("header", ("class", "top"));
        html.Leaf("p", "Strategy report", ("class", "over"));
        html.Leaf("h1", view.Name);
        html.Leaf("p", Sentence(view), ("class", "verdict " + kind));
        if (!view.Evidence.DataWasRead)
            html.Leaf("p", "Only what the file declares was checked; no data was read.");
        if (SummaryLine.Of(view.Judgement) is { } summary)
            html.Leaf("p", summary, ("class", "figures-line"));
        WriteCounts(html, view);
        WriteFirst(html, view);
        html.Close();
        WriteContents(html, view);
    }

    /// <summary>Passes or fails, and what comes next.</summary>
    internal static string Sentence(ReportView view)
    {
        var (errors, warnings) = (Count(view, "error"), Count(view, "warning"));
        if (errors > 0)
        {
            var first = view.Findings.Where(finding => finding.Severity == "error").OrderBy(finding => finding.Id, StringComparer.Ordinal).First();
            return $"{view.Name} fails with {Words.Count(errors, "error")}; {(errors == 1 ? "it is" : "the first to solve is")} {first.Id}: {Lower(Pieces.Title(first.Id))} (line {Show.Count(first.Line)}).";
        }

        var passes = $"{view.Name} passes{(warnings > 0 ? $" with {Words.Count(warnings, "warning")}" : "")}";
        if (view.Judgement.Ladder?.Dominant is { } dominant)
            return $"{passes}; next comes {Diagnoses.NameOf(dominant.Cause)}: {Words.Knobs(dominant.Cause)}.";
        if (warnings > 0)
        {
            var first = view.Findings.Where(finding => finding.Severity == "warning").OrderBy(finding => finding.Id, StringComparer.Ordinal).First();
            return $"{passes}; the first to look at is {first.Id}: {Lower(Pieces.Title(first.Id))} (line {Show.Count(first.Line)}).";
        }

        return view.Judgement.Ladder is { Gaps.Count: > 1 }
            ? $"{passes}; next, measure the error ladder on more rows: no cause can be named yet."
            : $"{passes}; nothing that it declares stands in the way of the next experiment.";
    }

    private static string Lower(string title) =>
        title.Length > 1 && char.IsUpper(title[0]) && !char.IsUpper(title[1]) && !title.StartsWith("Bayes", StringComparison.Ordinal)
            ? char.ToLowerInvariant(title[0]) + title[1..]
            : title;

    private static int Count(ReportView view, string severity) => view.Findings.Count(finding => finding.Severity == severity);

    private static void WriteCounts(HtmlWriter html, ReportView view)
    {
        html.Open("ul", ("class", "counts"));
        Item(Count(view, "error"), "error", "error");
        Item(Count(view, "warning"), "warning", "warning");
        Item(Count(view, "info"), "for information", "info");
        Item(view.Judgement.Accepted.Count, "accepted", "info");
        html.Close();

        void Item(int number, string what, string kind)
        {
            if (number == 0)
                return;
            var words = what is "error" or "warning" ? Words.Count(number, what) : $"{Show.Count(number)} {what}";
            html.Open("li").Badge(words, kind).Close();
        }
    }

    /// <summary>The gravest rules that found something, each once.</summary>
    private static void WriteFirst(HtmlWriter html, ReportView view)
    {
        var grave = view.Places.Take(view.MostFindings).Select((place, i) => (Finding: place[0], Number: i + 1))
            .Where(one => one.Finding.Severity is "error" or "warning")
            .GroupBy(one => one.Finding.Id)
            .Select(group => group.First())
            .OrderBy(one => one.Finding.Severity, Pieces.BySeverity).ThenBy(one => one.Finding.Id, StringComparer.Ordinal)
            .ToList();
        if (grave.Count == 0)
            return;
        html.Open("ul", ("class", "said"));
        foreach (var (finding, number) in grave.Take(MostNamed))
        {
            html.Open("li").Badge(finding.Severity, finding.Severity).Text(" ")
                .Leaf("a", $"{finding.Id}: {Pieces.Title(finding.Id)}", ("href", Pieces.Anchor(number))).Close();
        }

        if (grave.Count > MostNamed)
            html.Open("li").Leaf("a", $"{Words.Count(grave.Count - MostNamed, "more rule")} with findings", ("href", "#findings")).Close();
        html.Close();
    }

    private static void WriteContents(HtmlWriter html, ReportView view)
    {
        html.Open("nav", ("aria-label", "Parts of the report")).Open("ul");
        foreach (var (id, title, isThere) in Contents(view))
        {
            if (isThere)
                html.Open("li").Leaf("a", title, ("href", "#" + id)).Close();
        }

        html.Close().Close();
    }

    private static IEnumerable<(string Id, string Title, bool IsThere)> Contents(ReportView view) =>
    [
        ("ladder", "Error ladder", LadderPart.IsThere(view)),
        ("comparisons", "Splits compared", ComparisonsPart.IsThere(view)),
        ("leaks", "Leaks", LeaksPart.IsThere(view)),
        ("candidates", "Candidates", CandidatesPart.IsThere(view)),
        ("error-analysis", "Error analysis", ErrorAnalysisPart.IsThere(view)),
        ("labels", "Labels", LabelsPart.IsThere(view)),
        ("plans", "Plans", PlansPart.IsThere(view)),
        ("findings", "Findings", true),
        ("accepted", "Accepted", AcceptedPart.IsThere(view)),
        ("absent", "Not used yet", AbsentPart.IsThere(view)),
    ];
}
