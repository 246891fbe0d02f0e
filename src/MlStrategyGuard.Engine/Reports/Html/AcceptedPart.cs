using System.Globalization;
using MlStrategyGuard.Rules;

namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>Findings that the team lives with, each with its reason and end.</summary>
internal static class AcceptedPart
{
    /// <summary>Whether waivers keep something out.</summary>
    public static bool IsThere(ReportView view) => view.Judgement.Accepted.Count > 0;

    /// <summary>Writes the part.</summary>
    public static void Write(HtmlWriter html, ReportView view)
    {
        if (!IsThere(view))
            return;

        html.OpenPart("accepted", "Accepted");
        html.Leaf("p", "Known findings that the team lives with; they don't count in a build.");
        html.Open("ol", ("class", "findings"));
        foreach (var accepted in view.Judgement.Accepted.Take(view.MostFindings))
        {
            var (finding, waiver) = accepted;
            html.Open("li").Open("p", ("class", "head")).Badge("accepted", "info").Text(" ")
                .Leaf("strong", $"{finding.Id}: {Pieces.Title(finding.Id)}").Close();
            html.Leaf("p", $"Because: {waiver.Because!.Value} ({Until(waiver)}; line {Show.Count(waiver.Span.Line)} of the strategy file)");
            html.Leaf("p", finding.Message, ("class", "quiet"));
            html.Open("p").Leaf("a", $"What {finding.Id} means and what to do", ("href", finding.Help)).Close().Close();
        }

        html.Close();
        if (view.Judgement.Accepted.Count > view.MostFindings)
            html.Leaf("p", $"{Show.Count(view.Judgement.Accepted.Count - view.MostFindings)} more accepted findings aren't written out.");
        html.Close();
    }

    private static string Until(Waiver waiver) => waiver.Until is { } until
        ? $"until {until.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
        : "for good";
}
