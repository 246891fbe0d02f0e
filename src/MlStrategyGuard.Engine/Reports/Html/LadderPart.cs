using MlStrategyGuard.Rules;

namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>The error ladder as a waterfall, with the one thing to work on next.</summary>
internal static class LadderPart
{
    private const double RowHeight = 64;

    /// <summary>Whether there is a ladder to show.</summary>
    public static bool IsThere(ReportView view) => view.Judgement.Ladder is { Rungs.Count: > 0 };

    /// <summary>Writes the part.</summary>
    public static void Write(HtmlWriter html, ReportView view)
    {
        if (view.Judgement.Ladder is not { Rungs.Count: > 0 } ladder)
            return;

        html.OpenPart("ladder", "Error ladder");
        html.Leaf("p", Next(ladder), ("class", "lead"));
        WritePicture(html, ladder);
        html.Said(view, "MLS30");
        html.Close();
    }

    private static string Next(Ladder ladder)
    {
        if (ladder.IsPastProxy)
            return "The dev error is below the Bayes proxy beyond noise, so the proxy says nothing here any more and no cause is named.";
        if (ladder.Dominant is { } dominant)
            return $"{Words.Sentence(Diagnoses.NameOf(dominant.Cause))} is the largest gap{(ladder.IsExact ? "" : $", with a probability of {Show.Percent(Math.Floor(dominant.ProbabilityLargest * 1000) / 1000)}")}. Next: {Words.Knobs(dominant.Cause)}.";
        if (ladder.Gaps.Count < 2)
            return "There are too few rungs to tell causes apart: declare a human or Bayes error, train and dev, and train-dev where train comes from elsewhere.";
        var largest = ladder.Gaps.MaxBy(gap => gap.Value)!;
        if (largest.Value <= 0)
            return "No gap is above zero: there is nothing to work on in this ladder.";
        var factor = ladder.RowsFactor is { } times and <= 1e6 ? $" About {Show.Plain(Math.Round(times, times < 10 ? 1 : 0))} times the rows would settle it." : "";
        return $"Which gap dominates can't be told yet; {Diagnoses.NameOf(largest.Cause)} looks largest.{factor}";
    }

    private static void WritePicture(HtmlWriter html, Ladder ladder)
    {
        var gaps = ladder.Gaps;
        if (gaps.Count == 0)
        {
            html.Leaf("p", string.Join(" · ", ladder.Rungs.Select(rung => $"{Name(ladder, rung)} {Diagnoses.Figure(ladder, rung.Error)}")));
            return;
        }

        var (first, last) = (gaps[0].From, gaps[^1].To);
        var ends = gaps.SelectMany(gap => new[] { gap.From.Error, gap.To.Error, gap.From.Error + gap.Lower, gap.From.Error + gap.Upper }).ToList();
        var (least, most) = (Math.Min(0, ends.Min()), Math.Max(ends.Max(), 1e-9));
        double At(double error) => (error - least) / (most - least) * 0.99;

        html.Open("figure");
        html.OpenPicture(Alternative(ladder), RowHeight * (gaps.Count + 2), "chart waterfall");
        Row(0, Name(ladder, first), Diagnoses.Figure(ladder, first.Error), Rows(first));
        html.Box("total", At(0), At(first.Error), 30, 16);
        for (var i = 0; i < gaps.Count; i++)
        {
            var (gap, top) = (gaps[i], RowHeight * (i + 1));
            html.Line("guide", At(gap.From.Error), top - 18, At(gap.From.Error), top + 46);
            Row(i + 1, Words.Sentence(Diagnoses.NameOf(gap.Cause)), Step(ladder, gap),
                $"{Name(ladder, gap.From)} {Diagnoses.Figure(ladder, gap.From.Error)} → {Name(ladder, gap.To)} {Diagnoses.Figure(ladder, gap.To.Error)}");
            html.Box(gap == ladder.Dominant ? "gap strong" : gap.Value < 0 ? "gap less" : "gap", At(gap.From.Error), At(gap.To.Error), top + 30, 16);
            html.Whisker(At(gap.From.Error + gap.Lower), At(gap.From.Error + gap.Upper), top + 38);
        }

        var bottom = RowHeight * (gaps.Count + 1);
        html.Line("guide", At(last.Error), bottom - 18, At(last.Error), bottom + 46);
        Row(gaps.Count + 1, Name(ladder, last), Diagnoses.Figure(ladder, last.Error), Rows(last));
        html.Box("total", At(0), At(last.Error), bottom + 30, 16);
        html.Close();
        WriteTable(html, ladder);
        html.Close();

        void Row(int row, string name, string value, string note)
        {
            html.Label(name, 0, (row * RowHeight) + 12).Label(value, 1, (row * RowHeight) + 12, "label", "end");
            html.Label(note, 0, (row * RowHeight) + 25, "note");
        }
    }

    private static void WriteTable(HtmlWriter html, Ladder ladder) => html.Figures(
        "the error ladder",
        ["Gap", "From", "To", "Size", "95 % interval", "Probability of being largest"],
        ladder.Gaps.Select(gap => (IReadOnlyList<string>)
        [
            Words.Sentence(Diagnoses.NameOf(gap.Cause)),
            $"{Name(ladder, gap.From)} {Diagnoses.Figure(ladder, gap.From.Error)}",
            $"{Name(ladder, gap.To)} {Diagnoses.Figure(ladder, gap.To.Error)}",
            Size(ladder, gap),
            gap.Lower == gap.Upper ? "exact" : $"{Limit(ladder, gap.Lower)} to {Limit(ladder, gap.Upper)}",
            Words.Percent(gap.ProbabilityLargest),
        ]));

    private static string Alternative(Ladder ladder) =>
        $"Waterfall from {Name(ladder, ladder.Gaps[0].From)} {Diagnoses.Figure(ladder, ladder.Gaps[0].From.Error)}: "
        + string.Join(", ", ladder.Gaps.Select(gap => $"{Diagnoses.NameOf(gap.Cause)} {Step(ladder, gap)} to {Name(ladder, gap.To)} {Diagnoses.Figure(ladder, gap.To.Error)}"))
        + (ladder.Dominant is { } dominant ? $". {Words.Sentence(Diagnoses.NameOf(dominant.Cause))} dominates." : ".");

    private static string Size(Ladder ladder, Gap gap) =>
        ladder.IsShare && Math.Abs(gap.Value) >= 0.01 ? $"{Words.Tenth(gap.Value)} points" : Diagnoses.Step(ladder, gap.Value);

    private static string Step(Ladder ladder, Gap gap) =>
        Size(ladder, gap) + (gap.Lower == gap.Upper ? "" : $" ({Limit(ladder, gap.Lower)} to {Limit(ladder, gap.Upper)})");

    private static string Limit(Ladder ladder, double value) => ladder.IsShare ? Words.Tenth(value) : Words.Plain(value);

    private static string Rows(Rung rung) => rung.Rows is { } rows ? Words.Count(rows, "row") : "taken as exact";

    private static string Name(Ladder ladder, Rung rung) =>
        ladder.Gaps.Any(gap => gap.Cause == GapCause.Bias && gap.From == rung) ? "Bayes proxy" : Show.Words(rung.Name);
}
