using System.Globalization;
using MlStrategyGuard.Rules;

namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>Every finding with its line of the strategy file and its rule's page.</summary>
internal static class FindingsPart
{
    /// <summary>Letters of a line that are shown; a longer one is cut around the place.</summary>
    private const int MostLetters = 160;

    /// <summary>Writes the part.</summary>
    public static void Write(HtmlWriter html, ReportView view)
    {
        html.OpenPart("findings", "Findings");
        if (view.Findings.Count == 0)
            html.Leaf("p", "None.");
        else
            html.Open("ol", ("class", "findings"));
        foreach (var (place, i) in view.Places.Take(view.MostFindings).Select((place, i) => (place, i)))
        {
            var finding = place[0];
            html.Open("li", ("id", Pieces.Anchor(i + 1)[1..]));
            html.Open("p", ("class", "head")).Badge(finding.Severity, finding.Severity).Text(" ")
                .Leaf("strong", $"{finding.Id}: {Pieces.Title(finding.Id)}").Close();
            foreach (var message in place.Select(one => one.Message).Distinct())
                html.Leaf("p", Words.Sentence(message));
            WritePlace(html, view, finding);
            foreach (var fix in place.Select(one => one.Fix?.Title).OfType<string>().Distinct())
                html.Leaf("p", $"Fix: {fix} ('mlguard check --fix' applies it).", ("class", "quiet"));
            html.Open("p").Leaf("a", $"What {finding.Id} means and what to do", ("href", finding.Help)).Close();
            html.Close();
        }

        if (view.Findings.Count > 0)
            html.Close();
        if (view.Places.Count > view.MostFindings)
            html.Leaf("p", $"{Show.Count(view.Places.Count - view.MostFindings)} more places aren't written out; 'mlguard check --format json' lists all.");
        html.Close();
    }

    private static void WritePlace(HtmlWriter html, ReportView view, ReportedFinding finding)
    {
        html.Leaf("p", string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(finding.File)}, line {finding.Line}, column {finding.Column}"), ("class", "place"));
        if (finding.Line < 1 || finding.Line > view.Lines.Count || view.Lines[finding.Line - 1] is not { Length: > 0 } line)
            return;

        var start = Math.Clamp(finding.Column - 1, 0, line.Length);
        var end = finding.EndLine > finding.Line ? line.Length : Math.Clamp(finding.EndColumn - 1, start, line.Length);
        var first = line.Length <= MostLetters ? 0 : Math.Clamp(start - 40, 0, line.Length - MostLetters);
        var last = Math.Min(line.Length, first + MostLetters);
        (start, end) = (Math.Clamp(start, first, last), Math.Clamp(end, first, last));
        html.Open("pre", ("class", "yaml")).Open("code");
        html.Text((first > 0 ? "…" : "") + line[first..start]);
        if (end > start)
            html.Leaf("mark", line[start..end]);
        html.Text(line[end..last] + (last < line.Length ? "…" : ""));
        html.Close().Close();
    }
}
