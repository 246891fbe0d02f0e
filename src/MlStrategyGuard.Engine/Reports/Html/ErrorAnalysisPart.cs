using MlStrategyGuard.Rules;

namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>The error analysis: what fixing each tag, or each part of dev, can win at best.</summary>
internal static class ErrorAnalysisPart
{
    private const int Most = 24;

    /// <summary>Whether there is something to show.</summary>
    public static bool IsThere(ReportView view) => Ceiling.Of(view.Strategy).Count > 0 || view.Evidence.ErrorSlices.Count > 0;

    /// <summary>Writes the part.</summary>
    public static void Write(HtmlWriter html, ReportView view)
    {
        if (!IsThere(view))
            return;

        html.OpenPart("error-analysis", "Error analysis");
        WriteTags(html, view);
        WriteSlices(html, view);
        html.Said(view, "MLS31");
        html.Close();
    }

    private static void WriteTags(HtmlWriter html, ReportView view)
    {
        var ceilings = Ceiling.Of(view.Strategy);
        if (ceilings.Count == 0)
            return;
        var analysis = view.Strategy.ErrorAnalysis!;
        var best = ceilings[0];
        var error = ErrorRate.OfDev(view.Strategy)?.Error;
        html.Leaf("p",
            $"Working on {Words.Name(best.Tag.Name.Value)} can win most: {Words.Percent(best.Gain)} of the dev errors at best"
            + (best.BestError is { } reached ? $", from {Show.Percent(error!.Value)} down to {Show.Percent(reached)}" : "")
            + $". {Words.Count(analysis.Examined!.Value, "wrong example")} of dev looked at; one may have several tags.",
            ("class", "lead"));
        BarRows.Write(
            html, "ceilings of the tags", "Share of the examined errors that have each tag",
            ["Tag", "Share of the errors", "95 % interval", "Dev error if it were solved"],
            [
                .. ceilings.Take(Most).Select(ceiling => new BarRow(
                    Words.Name(ceiling.Tag.Name.Value), ceiling.Share, $"{Words.Percent(ceiling.Share)} ({Words.Between(ceiling.Lower, ceiling.Upper)})")
                {
                    Interval = (ceiling.Lower, ceiling.Upper),
                    IsStrong = ceiling.Tag.Name.Value == analysis.Focus?.Value,
                    Note = Note(ceiling, analysis),
                    More = [Words.Between(ceiling.Lower, ceiling.Upper), ceiling.BestError is { } left ? Show.Percent(left) : "not known"],
                }),
            ]);
    }

    private static string Note(Ceiling ceiling, ErrorAnalysisSection analysis)
    {
        var words = new List<string>();
        if (ceiling.Tag.Name.Value == analysis.Focus?.Value)
            words.Add("the focus");
        if (ceiling.Tag.Fixable < 1)
            words.Add($"{Show.Percent(ceiling.Tag.Fixable)} of it fixable");
        if (ceiling.BestError is { } best)
            words.Add($"at best {Show.Percent(best)} dev error");
        return string.Join(" · ", words);
    }

    private static void WriteSlices(HtmlWriter html, ReportView view)
    {
        var slices = view.Evidence.ErrorSlices;
        if (slices.Count == 0)
            return;
        html.Leaf("h3", "Parts of dev with more errors than chance puts there");
        BarRows.Write(
            html, "parts of dev with more errors", "Share of all errors that lie in each part",
            ["Part", "Share of all errors", "Error rate there", "Error rate elsewhere", "Dev error if it were as elsewhere"],
            [
                .. slices.Take(Most).Select(slice => new BarRow($"{Words.Name(slice.Column)}: {Words.Name(slice.Level)}", slice.Share, Words.Percent(slice.Share))
                {
                    Note = $"{Words.Percent(slice.ErrorRate)} wrong of {Words.Count(slice.Rows, "row")}, elsewhere {Words.Percent(slice.OtherRate)}",
                    More = [Words.Percent(slice.ErrorRate), Words.Percent(slice.OtherRate), Words.Percent(slice.BestError)],
                }),
            ]);
    }
}
