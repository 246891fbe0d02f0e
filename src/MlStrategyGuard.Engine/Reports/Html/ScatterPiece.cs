using MlStrategyGuard.Rules;

namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>The optimizing metric against a satisficing one, with the region that passes.</summary>
internal static class ScatterPiece
{
    private const double Height = 260;

    /// <summary>Room at the left and right, as a share of the width, so that no circle is cut.</summary>
    private const double Side = 0.06;

    /// <summary>Writes the piece.</summary>
    /// <param name="html">The page.</param>
    /// <param name="selection">The candidates with their figures.</param>
    /// <param name="order">The candidates in the order of their numbers.</param>
    /// <param name="satisfied">The satisficing metric.</param>
    /// <param name="number">Which of the thresholds it is.</param>
    public static void Write(HtmlWriter html, Selection selection, IReadOnlyList<RankedCandidate> order, SatisficingMetric satisfied, int number)
    {
        var points = order.Select((candidate, i) => (Candidate: candidate, Number: i + 1, Result: candidate.Satisficing[number]))
            .Where(point => point is { Candidate.Figure: not null, Result.Figure: not null }
                && double.IsFinite(point.Candidate.Figure.Value.Value) && double.IsFinite(point.Result.Figure.Value.Value))
            .ToList();
        if (points.Count == 0)
            return;

        var (name, metric) = (Words.Name(satisfied.Metric.Value), MetricCatalogue.Canonical(selection.Metric));
        var across = Axis.Of(points.SelectMany(point => Ends(Limits(point.Result.Figure!), point.Result.Figure!.Value.Value))
            .Concat(new[] { satisfied.AtMost?.Value, satisfied.AtLeast?.Value }.OfType<double>()), satisfied.Metric.Value);
        var up = Axis.Of(points.SelectMany(point => Ends(selection.LimitsOf(point.Candidate.Figure!), point.Candidate.Figure!.Value.Value)), selection.Metric);
        double X(double value) => Side + (across.At(value) * (1 - (2 * Side)));
        double Y(double value)
        {
            var share = up.At(value);
            return 14 + ((Height - 28) * (selection.Direction == MetricDirection.Higher ? 1 - share : share));
        }

        var (top, bottom) = selection.Direction == MetricDirection.Higher ? (up.High, up.Low) : (up.Low, up.High);
        html.Leaf("h3", $"{Words.Sentence(metric)} against {name}");
        html.Open("figure").Open("figcaption").Text($"Up is better: {metric} from {Words.Plain(bottom)} to {Words.Plain(top)}. The green ground passes: {Threshold(satisfied)}. The numbers are those of the ranking above.").Close();
        html.OpenPicture($"{metric} against {name} ({Threshold(satisfied)}): {string.Join(", ", points.Select(point => $"{Words.Name(point.Candidate.Name)} {CandidatesPart.Figure(point.Candidate.Figure!)} at {CandidatesPart.Figure(point.Result.Figure!)}, {Passes(point.Result)}"))}", Height + 22);
        html.Empty("rect", ("class", "ground"), ("x", "0"), ("y", "0"), ("width", "100%"), ("height", HtmlWriter.Number(Height)));
        var (from, to) = (satisfied.AtLeast is { } least ? X(least.Value) : 0, satisfied.AtMost is { } most ? X(most.Value) : 1);
        if (to > from)
            html.Box("feasible", from, to, 0, Height);
        foreach (var threshold in new[] { satisfied.AtLeast, satisfied.AtMost }.OfType<Marked<double>>())
            html.Line("mark", X(threshold.Value), 0, X(threshold.Value), Height);
        foreach (var point in points)
            WritePoint(html, selection, point.Candidate, point.Number, point.Result, X, Y);

        html.Label(Words.Plain(across.Low), Side, Height + 16, "note").Label(name, 0.5, Height + 16, "note", "middle").Label(Words.Plain(across.High), 1 - Side, Height + 16, "note", "end");
        html.Close();
        html.Figures(
            $"{metric} against {name}", ["Candidate", metric, name, "Passes"],
            points.Select(point => (IReadOnlyList<string>)
            [
                Words.Name(point.Candidate.Name), CandidatesPart.Figure(point.Candidate.Figure!),
                CandidatesPart.Figure(point.Result.Figure!) + (Limits(point.Result.Figure!) is var (low, high) ? $" ({Words.Plain(low)}–{Words.Plain(high)})" : ""),
                Passes(point.Result),
            ]));
        html.Close();
    }

    private static void WritePoint(
        HtmlWriter html, Selection selection, RankedCandidate candidate, int number, SatisficingResult result, Func<double, double> x, Func<double, double> y)
    {
        var (left, top) = (x(result.Figure!.Value.Value), y(candidate.Figure!.Value.Value));
        if (Limits(result.Figure) is var (low, high))
            html.Whisker(x(low), x(high), top);
        if (selection.LimitsOf(candidate.Figure) is var (lower, upper) && lower < upper)
            html.Line("whisker", left, y(lower), left, y(upper));
        var kind = result.Passes == true ? "point" : "point hollow";
        html.Empty("circle", ("class", kind), ("cx", HtmlWriter.Part(left)), ("cy", HtmlWriter.Number(top)), ("r", "10"));
        html.Label(Show.Plain(number), left, top + 4, result.Passes == true ? "number" : "number hollow", "middle");
    }

    private static string Threshold(SatisficingMetric satisfied) => string.Join(" and ", new[]
    {
        satisfied.AtLeast is { } least ? $"at least {Words.Plain(least.Value)}" : null,
        satisfied.AtMost is { } most ? $"at most {Words.Plain(most.Value)}" : null,
    }.OfType<string>().DefaultIfEmpty("no threshold"));

    private static string Passes(SatisficingResult result) => result.Passes switch
    {
        true => "passes",
        false => "fails",
        _ => "can't tell",
    };

    private static IEnumerable<double> Ends((double Lower, double Upper)? limits, double value) =>
        limits is var (lower, upper) ? [value, lower, upper] : [value];

    /// <summary>The limits at 95 %, where a figure has any.</summary>
    private static (double Lower, double Upper)? Limits(MeasuredFigure figure)
    {
        if (figure.Computed is { } computed)
            return computed is { Lower: { } lower, Upper: { } upper } && lower < upper ? (lower, upper) : null;
        return figure is { Rows: > 0 and { } rows, Value.Value: >= 0 and <= 1 } && RowShares.Has(figure.Metric.Value)
            ? Shares.Limits(figure.Value.Value, rows, 0.95)
            : null;
    }
}
