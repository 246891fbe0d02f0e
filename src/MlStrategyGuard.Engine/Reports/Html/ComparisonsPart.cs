using MlStrategyGuard.Rules;

namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>Each compared pair of splits: the verdict, the columns by how much they differ, several columns together.</summary>
internal static class ComparisonsPart
{
    /// <summary>Cards beside each other on a wide screen, so that the last row is full.</summary>
    private const int InARow = 3;

    private const int MostOpen = 4 * InARow;

    /// <summary>Whether there is data to show.</summary>
    public static bool IsThere(ReportView view) => view.Evidence.Splits.Count > 0;

    /// <summary>Writes the part.</summary>
    public static void Write(HtmlWriter html, ReportView view)
    {
        if (!IsThere(view))
            return;

        html.OpenPart("comparisons", "Splits compared");
        html.Said(view, "MLS1001", "MLS1002", "MLS1003", "MLS1004", "MLS1005", "MLS1011", "MLS1012", "MLS1014", "MLS1015", "MLS1020", "MLS1021");
        WriteSplits(html, view);
        foreach (var comparison in view.Evidence.Comparisons.OrderBy(comparison => comparison.Reason))
            Write(html, view, comparison);
        html.Close();
    }

    private static void WriteSplits(HtmlWriter html, ReportView view) => html.Table(
        "What was read",
        ["Split", "Rows", "Columns", "Distribution"],
        view.Evidence.Splits.Select(split => (IReadOnlyList<string>)
        [
            Words.Split(split.Name), Show.Count(split.Rows), Show.Count(split.Columns.Count),
            view.Strategy.Split(split.Name)?.Distribution is { } distribution ? Words.Name(distribution.Value) : "not declared",
        ]));

    private static void Write(HtmlWriter html, ReportView view, MlStrategyGuard.Comparison comparison)
    {
        var (a, b) = (Words.Split(comparison.A), Words.Split(comparison.B));
        html.Open("div", ("class", "pair"));
        html.Open("h3").Text($"{Words.Sentence(a)} against {b} ").Badge(Words.Verdict(comparison.Verdict), Words.Class(comparison.Verdict)).Close();
        html.Leaf("p", Sentence(comparison), ("class", "lead"));
        foreach (var note in Notes(comparison))
            html.Leaf("p", note, ("class", "quiet"));
        if (comparison.Columns.Count > 0)
            WriteColumns(html, view, comparison);
        if (comparison.Joint is { } joint)
            JointPiece.Write(html, comparison, joint);
        html.Close();
    }

    private static string Sentence(MlStrategyGuard.Comparison comparison)
    {
        if (comparison.Columns.Count == 0)
            return "Not compared: no column is left that both have and that says something.";
        var verdict = comparison.Verdict switch
        {
            Verdict.Different => $"At least {Words.Percent(comparison.Lower)} of rows differ, beyond the tolerance of {Show.Percent(comparison.Tolerance)}",
            Verdict.Shifted => $"There is a shift of {Words.Percent(comparison.Lower)} or more and {Words.Percent(comparison.Upper)} at most; the tolerance is {Show.Percent(comparison.Tolerance)}",
            Verdict.Same => $"No column differs by more than the tolerance of {Show.Percent(comparison.Tolerance)}",
            _ => $"No shift was found; one of {Words.Percent(comparison.Resolution)} or more would have shown",
        };
        var rows = comparison.RowsNeeded is { } needed ? $" About {Show.Count(needed)} rows a split would settle it." : "";
        return $"{verdict} ({Show.Count(comparison.RowsA)} and {Show.Count(comparison.RowsB)} rows, {Words.Count(comparison.Columns.Select(column => column.Column).Distinct().Count(), "column")}, {Show.Plain(comparison.Confidence * 100)} % sure).{rows}";
    }

    private static IEnumerable<string> Notes(MlStrategyGuard.Comparison comparison)
    {
        if (comparison.Groups is { } groups)
            yield return $"Rows come in {Show.Count(groups.A)} and {Show.Count(groups.B)} groups, which are compared as wholes{(groups.AreTooFew ? "; that is too few for anything to be beyond chance" : "")}.";
        if (comparison.AssumedGroup is { } assumed)
            yield return $"Nobody declared it, but rows seem to come in groups by '{Words.Name(assumed)}', so they were compared by it.";
        if (comparison.Pinned.Count > 0)
            yield return $"A pinned profile stands in for {string.Join(" and ", comparison.Pinned.Select(Words.Split))}: what needs rows wasn't judged.";
        if (comparison.Conflicts.Count > 0)
            yield return $"{Words.Count(comparison.Conflicts.Count, "column")} can't be compared: {Listed(comparison.Conflicts.Select(conflict => $"'{Words.Name(conflict.Column)}' ({(conflict.OnlyIn is { } only ? $"only in {Words.Split(only)}" : "holds other things in each")})"))}.";
        if (comparison.LeftOut.Count > 0)
            yield return $"Left out: {Listed(comparison.LeftOut.Select(column => $"'{Words.Name(column.Key)}' ({column.Value})"))}.";
    }

    private static string Listed(IEnumerable<string> names)
    {
        const int Most = 12;
        var all = names.ToList();
        return string.Join(", ", all.Take(Most)) + (all.Count > Most ? $" and {Show.Count(all.Count - Most)} more" : "");
    }

    private static void WriteColumns(HtmlWriter html, ReportView view, MlStrategyGuard.Comparison comparison)
    {
        var ranked = comparison.ByDifference();
        var drawn = ranked.Take(view.MostPictures).ToList();
        var moved = drawn.Count(column => column.IsSignificant || column.Verdict >= Verdict.Shifted);
        var open = Math.Min(drawn.Count, Math.Min(MostOpen, InARow * Math.Max(1, (moved + InARow - 1) / InARow)));
        var scale = Math.Max(2 * comparison.Tolerance, drawn.Select(column => column.IntervalUpper).DefaultIfEmpty(1).Max());
        scale = Math.Min(1, scale);

        html.Leaf("h4", "Columns, most different first");
        html.Open("p", ("class", "legend"));
        Swatch("bar-a", Words.Split(comparison.A));
        Swatch("bar-b", Words.Split(comparison.B));
        html.Leaf("span", $"The line under a title is the interval of the share of rows that differs, from 0 to {Words.Percent(scale)}; the grey part is the tolerance.").Close();
        if (open > 0)
            WriteCards(html, comparison, drawn.Take(open), 1, scale);
        if (drawn.Count > open)
        {
            html.Open("details", ("class", "more")).Leaf("summary", $"{Words.Count(drawn.Count - open, "more column")}, {Rest(drawn.Skip(open))}");
            WriteCards(html, comparison, drawn.Skip(open), open + 1, scale);
            html.Close();
        }

        var rest = ranked.Skip(view.MostPictures).ToList();
        if (rest.Count == 0)
            return;
        html.Open("details", ("class", "more")).Leaf("summary", $"{Words.Count(rest.Count, "more column")} without a picture");
        html.Table(
            $"More columns of {Words.Split(comparison.A)} and {Words.Split(comparison.B)}",
            ["Column", "Verdict", "Differs", Interval(comparison)],
            rest.Take(view.MostColumns).Select(column => (IReadOnlyList<string>)
            [
                ColumnCard.Title(column), Words.Verdict(column.Verdict), Words.Percent(column.Estimate), ColumnCard.Interval(column),
            ]));
        if (rest.Count > view.MostColumns)
            html.Leaf("p", $"{Words.Count(rest.Count - view.MostColumns, "column")} that differ less aren't listed; the JSON report has all.", ("class", "quiet"));
        html.Close();

        void Swatch(string kind, string name)
        {
            html.Open("span", ("class", "key")).Open("svg", ("width", "18"), ("height", "12"), ("aria-hidden", "true"));
            html.Empty("rect", ("class", kind), ("x", "1"), ("y", "1"), ("width", "16"), ("height", "10")).Close();
            html.Text(name).Close().Text(" ");
        }
    }

    private static string Rest(IEnumerable<ColumnComparison> columns) => columns.Max(column => column.IsSignificant ? Verdict.Shifted : column.Verdict) switch
    {
        Verdict.Same => "the same",
        Verdict.NoShiftFound => "the same or no shift found",
        _ => "less different",
    };

    /// <summary>The head of a column of intervals, which hold for all columns of the pair together.</summary>
    internal static string Interval(MlStrategyGuard.Comparison comparison) => $"Interval, {Show.Plain(comparison.Confidence * 100)} % sure for all together";

    private static void WriteCards(HtmlWriter html, MlStrategyGuard.Comparison comparison, IEnumerable<ColumnComparison> columns, int first, double scale)
    {
        html.Open("ol", ("class", "cards"), ("start", Show.Plain(first)));
        foreach (var column in columns)
            ColumnCard.Write(html, comparison, column, scale);
        html.Close();
    }
}
