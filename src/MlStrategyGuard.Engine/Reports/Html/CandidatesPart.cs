using MlStrategyGuard.Rules;

namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>The candidates: the optimizing metric with its noise, and against each satisficing one.</summary>
internal static class CandidatesPart
{
    private const double RowHeight = 56;

    /// <summary>Whether there are candidates.</summary>
    public static bool IsThere(ReportView view) => view.Strategy.Candidates.Count > 0;

    /// <summary>Writes the part.</summary>
    public static void Write(HtmlWriter html, ReportView view)
    {
        if (!IsThere(view))
            return;

        html.OpenPart("candidates", "Candidates");
        if (Selection.Of(view.Strategy) is { } selection)
        {
            html.Leaf("p", Sentence(selection), ("class", "lead"));
            if (Optimism.Of(view.Strategy) is { } optimism)
                html.Leaf("p", $"As the best of {optimism.Candidates} that these rows can't tell apart, its figure may look better than it is by up to {Words.Plain(Math.Round(optimism.AtMost, 4))}, even if all were equally good. Only rows that nobody chose by, such as test, say what it is worth.");
            var order = Order(selection);
            WriteRanking(html, selection, order);
            foreach (var satisfied in view.Strategy.Metrics!.Satisfy.Take(6).Select((metric, i) => (Metric: metric, Number: i)))
                ScatterPiece.Write(html, selection, order, satisfied.Metric, satisfied.Number);
        }
        else
        {
            html.Leaf("p", "They can't be ranked: exactly one metric has to be optimized, and its direction known.");
        }

        html.Said(view, "MLS2");
        html.Close();
    }

    private static string Sentence(Selection selection)
    {
        if (selection.Winner is not { } winner)
            return selection.Candidates.All(candidate => candidate.Figure is null)
                ? $"No candidate has a figure of {Words.Name(selection.Metric)} on dev yet."
                : "No candidate surely passes every threshold with a figure to rank it by.";
        var isChosen = selection.Choice?.Name == winner.Name;
        var choice = selection.Choice is null ? "nothing is chosen yet" : isChosen ? "it is the choice" : $"the choice is {Words.Name(selection.Choice.Name)}";
        return $"{Words.Name(winner.Name)} wins: of those that pass every threshold it has the best {MetricCatalogue.Canonical(selection.Metric)} ({Figure(winner.Figure!)}); {choice}.";
    }

    /// <summary>The best first; those without a figure last.</summary>
    private static IReadOnlyList<RankedCandidate> Order(Selection selection)
    {
        var sign = selection.Direction == MetricDirection.Higher ? -1 : 1;
        return [.. selection.Candidates.OrderBy(candidate => candidate.Figure is { } figure ? sign * figure.Value.Value : double.PositiveInfinity).Take(40)];
    }

    private static void WriteRanking(HtmlWriter html, Selection selection, IReadOnlyList<RankedCandidate> order)
    {
        var measured = order.Where(candidate => candidate.Figure is not null && double.IsFinite(candidate.Figure.Value.Value)).ToList();
        if (measured.Count == 0)
            return;
        var axis = Axis.Of(measured.SelectMany(candidate => Ends(selection, candidate.Figure!)), selection.Metric);
        var metric = MetricCatalogue.Canonical(selection.Metric);
        html.Open("figure");
        html.OpenPicture(
            $"Candidates by {metric}, {(selection.Direction == MetricDirection.Higher ? "more" : "less")} is better: {string.Join(", ", measured.Select(candidate => $"{Words.Name(candidate.Name)} {Figure(candidate.Figure!)} {Interval(selection, candidate.Figure!)}"))}",
            (RowHeight * measured.Count) + 18);
        for (var i = 0; i < measured.Count; i++)
        {
            var (candidate, top) = (measured[i], RowHeight * i);
            var (lower, upper) = selection.LimitsOf(candidate.Figure!) ?? (candidate.Figure!.Value.Value, candidate.Figure.Value.Value);
            html.Label(Words.Cut($"{i + 1} {Words.Name(candidate.Name)}", 22), 0, top + 13, "label strong");
            html.Label($"{Figure(candidate.Figure!)} {Interval(selection, candidate.Figure!)}", 1, top + 13, "note", "end");
            html.Label(Words.Cut(Status(selection, candidate), 52), 0, top + 27, "note");
            html.Line("axis", 0, top + 40, 1, top + 40);
            html.Whisker(axis.At(lower), axis.At(upper), top + 40);
            html.Empty("circle", ("class", candidate.Passes ? "dot" : "dot hollow"), ("cx", HtmlWriter.Part(axis.At(candidate.Figure!.Value.Value))), ("cy", HtmlWriter.Number(top + 40)), ("r", "5"));
        }

        html.Label(Words.Plain(axis.Low), 0, (RowHeight * measured.Count) + 12, "note").Label(metric, 0.5, (RowHeight * measured.Count) + 12, "note", "middle").Label(Words.Plain(axis.High), 1, (RowHeight * measured.Count) + 12, "note", "end");
        html.Close();
        html.Figures(
            $"candidates by {metric}", ["Candidate", metric, "95 % interval", "Rows", "State"],
            order.Select(candidate => (IReadOnlyList<string>)
            [
                Words.Name(candidate.Name),
                candidate.Figure is { } figure ? Figure(figure) : "no figure",
                candidate.Figure is { } known ? Interval(selection, known) : "",
                candidate.Figure?.Rows is { } rows ? Show.Count(rows) : "",
                Status(selection, candidate),
            ]));
        html.Close();
    }

    private static IEnumerable<double> Ends(Selection selection, MeasuredFigure figure)
    {
        var limits = selection.LimitsOf(figure);
        return new[] { figure.Value.Value, limits?.Lower ?? figure.Value.Value, limits?.Upper ?? figure.Value.Value };
    }

    /// <summary>What became of a candidate, in a few words.</summary>
    internal static string Status(Selection selection, RankedCandidate candidate)
    {
        var words = new List<string>();
        if (candidate.Name == selection.Winner?.Name)
            words.Add("winner");
        if (candidate.Name == selection.Choice?.Name)
            words.Add("choice");
        if (candidate.Fails)
            words.Add("fails " + string.Join(", ", candidate.Satisficing.Where(result => result.Passes == false).Select(result => Words.Name(result.Metric.Metric.Value))));
        else if (!candidate.Passes)
            words.Add("can't tell whether it passes " + string.Join(", ", candidate.Satisficing.Where(result => result.Passes is null).Select(result => Words.Name(result.Metric.Metric.Value))));
        else
            words.Add(candidate.Satisficing.Count == 0 ? "no threshold to pass" : "passes every threshold");
        return string.Join(" · ", words);
    }

    /// <summary>A figure as it is shown.</summary>
    internal static string Figure(MeasuredFigure figure) => Show.Figure(figure);

    private static string Interval(Selection selection, MeasuredFigure figure) =>
        selection.LimitsOf(figure) is var (lower, upper) && lower < upper ? $"({Words.Plain(Math.Round(lower, 4))}–{Words.Plain(Math.Round(upper, 4))})" : "";
}
