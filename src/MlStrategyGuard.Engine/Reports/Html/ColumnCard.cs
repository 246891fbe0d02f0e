using MlStrategyGuard.Engine.Comparison;
using MlStrategyGuard.Rules;

namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>A compared column: what differs and how surely, and how its rows lie in both splits.</summary>
internal static class ColumnCard
{
    private const int MostLevels = 5;
    private const double LevelHeight = 40;
    private const double CurveHeight = 140;

    /// <summary>The column's name, with what of it was compared.</summary>
    public static string Title(ColumnComparison column) =>
        Words.Name(column.Column) + (Words.Aspect(column.Aspect) is { Length: > 0 } aspect ? $", {aspect}" : "");

    /// <summary>The interval of what differs: of a column that is the same, what it can't exceed, since that decided.</summary>
    public static string Interval(ColumnComparison column) => column.Verdict == Verdict.Same
        ? $"at most {Words.Percent(column.Upper)}"
        : Words.Between(column.Lower, column.IntervalUpper);

    private static double End(ColumnComparison column) => column.Verdict == Verdict.Same ? column.Upper : column.IntervalUpper;

    /// <summary>Writes the card.</summary>
    /// <param name="html">The page.</param>
    /// <param name="comparison">The pair of splits.</param>
    /// <param name="column">The column.</param>
    /// <param name="scale">The share at the right end of its interval's axis.</param>
    public static void Write(HtmlWriter html, MlStrategyGuard.Comparison comparison, ColumnComparison column, double scale)
    {
        html.Open("li", ("class", "card")).Open("figure").Open("figcaption");
        html.Leaf("span", Title(column), ("class", "name"));
        if (column.IsLabel)
            html.Text(" ").Badge("label", "plain");
        html.Text(" ").Badge(Words.Verdict(column.Verdict), column.IsSignificant || column.Verdict == Verdict.Same ? Words.Class(column.Verdict) : "info");
        html.Leaf("span", $"{Words.Percent(column.Estimate)} differs ({Interval(column)})", ("class", "figure")).Close();
        WriteInterval(html, comparison, column, scale);

        var bars = Bars(comparison, column);
        if (bars.Count > 0)
        {
            if (column.Picture is { Edges.Count: > 0 } picture)
                WriteCurve(html, comparison, column, picture);
            else
                WriteLevels(html, comparison, column, bars);
        }

        html.Figures(
            Title(column), ["Value", Words.Split(comparison.A), Words.Split(comparison.B)],
            [
                ["Rows", Show.Count(column.RowsA), Show.Count(column.RowsB)],
                .. bars.Select(bar => (IReadOnlyList<string>)[bar.Name, Words.Percent(bar.A), Words.Percent(bar.B)]),
            ]);
        html.Close().Close();
    }

    private static void WriteInterval(HtmlWriter html, MlStrategyGuard.Comparison comparison, ColumnComparison column, double scale)
    {
        html.OpenPicture($"{Words.Percent(column.Estimate)} of {Title(column)} differs, {(column.Verdict == Verdict.Same ? "" : "interval ")}{Interval(column)}, tolerance {Show.Percent(comparison.Tolerance)}", 18, "strip");
        html.Box("tolerance", 0, Math.Min(1, comparison.Tolerance / scale), 1, 16);
        html.Line("axis", 0, 9, 1, 9);
        html.Whisker(Math.Min(1, column.Lower / scale), Math.Min(1, End(column) / scale), 9);
        html.Empty("circle", ("class", "dot"), ("cx", HtmlWriter.Part(Math.Min(0.99, column.Estimate / scale))), ("cy", "9"), ("r", "4"));
        html.Close();
    }

    /// <summary>The picture's bars by name; where there is none, what moved most.</summary>
    private static IReadOnlyList<(string Name, double A, double B)> Bars(MlStrategyGuard.Comparison comparison, ColumnComparison column)
    {
        if (column.Picture is not { } picture)
            return [.. column.Movers.Select(mover => (Words.Name(Plain(column, mover.Name)), mover.ShareA, mover.ShareB))];
        var edges = picture.Edges.ToArray();
        return [.. picture.A.Select((share, i) => (
            edges.Length > 0 ? Range(edges, i, column.Kind) : Words.Name(Plain(column, picture.Levels[i])), share, picture.B[i]))];
    }

    private static string Range(double[] edges, int i, ColumnKind kind) =>
        i == 0 ? $"at most {NumberRange.Show(edges[0], kind)}"
        : i == edges.Length ? $"above {NumberRange.Show(edges[^1], kind)}"
        : $"{NumberRange.Show(edges[i - 1], kind)} to {NumberRange.Show(edges[i], kind)}";

    /// <summary>A level without the column's name before it, which stands in the title.</summary>
    private static string Plain(ColumnComparison column, string level)
    {
        foreach (var prefix in new[] { column.Column + "=", column.Column + ": ", column.Column + " " })
        {
            if (level.Length > prefix.Length && level.StartsWith(prefix, StringComparison.Ordinal))
                return level[prefix.Length..];
        }

        return level;
    }

    private static void WriteLevels(HtmlWriter html, MlStrategyGuard.Comparison comparison, ColumnComparison column, IReadOnlyList<(string Name, double A, double B)> bars)
    {
        var shown = Shown(bars);
        var most = shown.Max(bar => Math.Max(bar.A, bar.B));
        if (most <= 0)
            return;
        html.OpenPicture(
            $"Shares of {Title(column)} in {Words.Split(comparison.A)} and {Words.Split(comparison.B)}: "
            + string.Join(", ", shown.Select(bar => $"{bar.Name} {Words.Percent(bar.A)} and {Words.Percent(bar.B)}")),
            LevelHeight * shown.Count);
        for (var i = 0; i < shown.Count; i++)
        {
            var (name, a, b) = shown[i];
            var top = LevelHeight * i;
            html.Label(Words.Cut(name, 22), 0, top + 13).Label($"{Words.Tenth(a)} → {Words.Percent(b)}", 1, top + 13, "note", "end");
            html.Box("bar-a", 0, a / most * 0.99, top + 18, 7).Box("bar-b", 0, b / most * 0.99, top + 27, 7);
        }

        html.Close();
    }

    /// <summary>The levels that moved most and the most frequent, in their order; the others as one.</summary>
    private static List<(string Name, double A, double B)> Shown(IReadOnlyList<(string Name, double A, double B)> bars)
    {
        if (bars.Count <= MostLevels)
            return [.. bars];
        var places = Enumerable.Range(0, bars.Count).ToList();
        var chosen = places.OrderByDescending(i => Math.Abs(bars[i].A - bars[i].B)).Take(MostLevels / 2)
            .Concat(places.OrderByDescending(i => bars[i].A + bars[i].B)).Distinct().Take(MostLevels - 1).Order().ToList();
        var rest = places.Except(chosen).ToList();
        return [.. chosen.Select(i => bars[i]), ("all others", rest.Sum(i => bars[i].A), rest.Sum(i => bars[i].B))];
    }

    private static void WriteCurve(HtmlWriter html, MlStrategyGuard.Comparison comparison, ColumnComparison column, ColumnPicture picture)
    {
        var (edges, bars) = (picture.Edges, picture.A.Count);
        var most = Math.Max(picture.A.Max(), picture.B.Max());
        html.OpenPicture(
            $"Histogram of {Title(column)} in {Words.Split(comparison.A)} and {Words.Split(comparison.B)} from {NumberRange.Show(edges[0], column.Kind)} to {NumberRange.Show(edges[^1], column.Kind)}; {Furthest(column)}",
            CurveHeight + 20);
        html.Open("svg", ("x", "0"), ("y", "2"), ("width", "100%"), ("height", HtmlWriter.Number(CurveHeight - 2)), ("viewBox", $"0 0 {bars} 100"), ("preserveAspectRatio", "none"));
        html.Empty("path", ("class", "area-a"), ("d", Steps(picture.A, most, closed: true)));
        html.Empty("path", ("class", "step-b"), ("d", Steps(picture.B, most, closed: false)));
        html.Close();
        html.Line("axis", 0, CurveHeight, 1, CurveHeight);
        var marks = new[] { 0, (edges.Count - 1) / 2, edges.Count - 1 }.Distinct().ToList();
        foreach (var i in marks)
        {
            var x = (i + 1.0) / bars;
            html.Line("axis", x, CurveHeight, x, CurveHeight + 4);
            html.Label(NumberRange.Show(edges[i], column.Kind), x, CurveHeight + 17, "note", x < 0.2 ? "start" : x > 0.8 ? "end" : "middle");
        }

        html.Close();
    }

    private static string Furthest(ColumnComparison column) => column.Movers.Count == 0
        ? "both lie alike"
        : $"{Words.Name(column.Movers[0].Name)} is {Words.Percent(column.Movers[0].ShareA)} and {Words.Percent(column.Movers[0].ShareB)}";

    /// <summary>Steps over bars of width one; of an area down to the ground at both ends.</summary>
    private static string Steps(IReadOnlyList<double> shares, double most, bool closed)
    {
        var path = new System.Text.StringBuilder("M0 100");
        for (var i = 0; i < shares.Count; i++)
            path.Append('V').Append(HtmlWriter.Number(100 - (shares[i] / most * 98))).Append('H').Append(HtmlWriter.Number(i + 1));
        return path.Append("V100").Append(closed ? "Z" : "").ToString();
    }
}
