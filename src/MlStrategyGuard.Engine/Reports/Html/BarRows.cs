namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>A bar with its name over it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its length, from 0.</param>
/// <param name="Figure">Its length in words.</param>
internal sealed record BarRow(string Name, double Value, string Figure)
{
    /// <summary>The interval, if there is one.</summary>
    public (double Lower, double Upper)? Interval { get; init; }

    /// <summary>What else there is to say of it.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether it is the one to look at.</summary>
    public bool IsStrong { get; init; }

    /// <summary>More cells of its row in the table.</summary>
    public IReadOnlyList<string> More { get; init; } = [];
}

/// <summary>Bars under each other with a table behind them. What is zero stands in the table only.</summary>
internal static class BarRows
{
    private const int BesideEachOther = 40;
    private const int MostLetters = 44;

    /// <summary>Writes picture and table.</summary>
    /// <param name="html">The page.</param>
    /// <param name="caption">The table's caption.</param>
    /// <param name="alternative">What the picture shows; it stands over it, and before the figures for those who can't see it.</param>
    /// <param name="heads">The table's heads: name, figure and one for each of <see cref="BarRow.More"/>.</param>
    /// <param name="rows">The bars.</param>
    /// <param name="mark">A place to mark, with its name; null for none.</param>
    /// <param name="full">The least that a bar across the whole picture stands for.</param>
    public static void Write(HtmlWriter html, string caption, string alternative, IReadOnlyList<string> heads, IReadOnlyList<BarRow> rows, (double At, string Name)? mark = null, double full = 0)
    {
        if (rows.Count == 0)
            return;
        var drawn = rows.Where(row => row.Value > 0 || row.Interval is not null).ToList();
        if (drawn.Count == 0)
        {
            html.Table(caption, heads, Cells(rows));
            return;
        }

        // On a phone a long name and its figure don't fit beside each other.
        var areStacked = drawn.Any(row => row.Name.Length + row.Figure.Length > BesideEachOther);
        var height = 40 + (drawn.Any(row => row.Note.Length > 0) ? 14 : 0) + (areStacked ? 15 : 0);
        var most = Math.Max(Math.Max(1e-12, full), Math.Max(mark?.At ?? 0, drawn.Max(row => Math.Max(row.Value, row.Interval?.Upper ?? 0))));
        html.Open("figure").Leaf("figcaption", alternative);
        html.OpenPicture($"{alternative}: {string.Join(", ", drawn.Select(row => $"{row.Name} {row.Figure}"))}", (height * drawn.Count) + (mark is null ? 0 : 20));
        for (var i = 0; i < drawn.Count; i++)
        {
            var (row, top) = (drawn[i], (double)height * i);
            html.Label(Words.Cut(row.Name, MostLetters), 0, top + 13, row.IsStrong ? "label strong" : "label");
            html.Label(row.Figure, areStacked ? 0 : 1, top + (areStacked ? 28 : 13), "note", areStacked ? "start" : "end");
            if (row.Note.Length > 0)
                html.Label(Words.Cut(row.Note, MostLetters + 6), 0, top + (areStacked ? 42 : 27), "note");
            var bar = top + height - 20;
            html.Box(row.IsStrong ? "gap strong" : "gap", 0, row.Value / most * 0.99, bar, 12);
            if (row.Interval is { } interval)
                html.Whisker(interval.Lower / most * 0.99, interval.Upper / most * 0.99, bar + 6);
        }

        if (mark is { } place)
        {
            var (x, bottom) = (place.At / most * 0.99, (double)height * drawn.Count);
            html.Line("mark", x, height - 24, x, bottom);
            html.Label(place.Name, x, bottom + 14, "note", x > 0.5 ? "end" : "start");
        }

        html.Close();
        html.Figures(caption, heads, Cells(rows));
        html.Close();
    }

    private static IEnumerable<IReadOnlyList<string>> Cells(IReadOnlyList<BarRow> rows) =>
        rows.Select(row => (IReadOnlyList<string>)[row.Name, row.Figure, .. row.More]);
}
