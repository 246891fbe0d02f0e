using MlStrategyGuard.Rules;

namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>Whether the labels of dev and test are to be corrected.</summary>
internal static class LabelsPart
{
    /// <summary>Whether labels were audited or corrected.</summary>
    public static bool IsThere(ReportView view) => view.Strategy.Labels is not null;

    /// <summary>Writes the part.</summary>
    public static void Write(HtmlWriter html, ReportView view)
    {
        if (view.Strategy.Labels is not { } labels)
            return;

        html.OpenPart("labels", "Labels");
        if (labels.Corrected.Count > 0)
            html.Leaf("p", $"Corrected in {string.Join(" and ", labels.Corrected.Select(split => Words.Split(split.Value)))}.");
        if (LabelVerdict.Of(view.Strategy) is { } verdict)
            WriteDecision(html, verdict);
        else if (labels.Corrected.Count == 0)
            html.Leaf("p", "Nothing can be decided yet: give the numbers of an audit of wrong predictions, or its file.");
        if (CorrectedError.Of(view.Strategy) is { } corrected)
            html.Leaf("p", $"With right labels the dev error would be {Words.Percent(corrected.Value)} ({Words.Between(corrected.Lower, corrected.Upper)}).");
        WritePatterns(html, view);
        html.Said(view, "MLS32");
        html.Close();
    }

    private static void WriteDecision(HtmlWriter html, LabelVerdict verdict)
    {
        html.Leaf("p", verdict.Decision switch
        {
            LabelDecision.Correct => "Correct the labels now, in dev and test alike: they cause more errors than anything else that could be worked on.",
            LabelDecision.Leave => "Leave the labels: something else is worth more.",
            _ => $"Audit more labels before deciding: {Words.Count(verdict.MoreToExamine, "wrong prediction")} in all.",
        }, ("class", "lead"));
        BarRows.Write(
            html, "wrong labels", "Share of the examined wrong predictions whose label is wrong",
            ["What", "Share", "95 % interval", "Worth correcting above"],
            [
                new BarRow("wrong labels among wrong predictions", verdict.Share, $"{Words.Percent(verdict.Share)} ({Words.Between(verdict.Lower, verdict.Upper)})")
                {
                    Interval = (verdict.Lower, verdict.Upper),
                    IsStrong = verdict.Decision == LabelDecision.Correct,
                    More = [Words.Between(verdict.Lower, verdict.Upper), Words.Percent(verdict.Limit)],
                },
            ],
            (verdict.Limit, $"worth correcting above {Words.Percent(verdict.Limit)}"));
    }

    private static void WritePatterns(HtmlWriter html, ReportView view)
    {
        if (view.Evidence.AuditedLabels is not { Patterns.Count: > 0 and var _ } audited)
            return;
        html.Table(
            "Where wrong labels fall most often", ["Column", "Level", "Wrong there", "Wrong elsewhere", "Probability by chance"],
            audited.Patterns.Take(12).Select(pattern => (IReadOnlyList<string>)
            [
                Words.Name(pattern.Column), Words.Name(pattern.Level), $"{Show.Count(pattern.Wrong)} of {Show.Count(pattern.Rows)}",
                $"{Show.Count(pattern.OtherWrong)} of {Show.Count(pattern.OtherRows)}", Words.Plain(pattern.P),
            ]));
    }
}
