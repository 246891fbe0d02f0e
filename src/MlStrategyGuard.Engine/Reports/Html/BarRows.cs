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

/// <summary>Bars under each other with a table behind them.</summary>
internal static class BarRows
{
    /// <summary>Writes picture and table.</summary>
    /// <param name="html">The page.</param>
    /// <param name="caption">The table's caption.</param>
    /// <param name="alternative">What the picture shows, without its figures.</param>
    /// <param name="heads">The table's heads: name, figure and one for each of <see cref="BarRow.More"/>.</param>
    /// <param name="rows">The bars.</param>
    /// <param name="mark">A place to mark, with its name; null for none.</param>
    public static void Write(HtmlWriter html, string caption, string alternative, IReadOnlyList<string> heads, IReadOnlyList<BarRow> rows, (double At, string Name)? mark = null)
    {
        if (rows.Count == 0)
            return;
        var height = rows.Any(row => row.Note.Length > 0) ? 54 : 40;
        var most = Math.Max(1e-12, Math.Max(mark?.At ?? 0, rows.Max(row => Math.Max(row.Value, row.Interval?.Upper ?? 0))));
        html.Open("figure");
        html.OpenPicture($"{alternative}: {string.Join(", ", rows.Select(row => $"{row.Name} {row.Figure}"))}", (height * rows.Count) + (mark is null ? 0 : 20));
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, top) = (rows[i], (double)height * i);
            html.Label(row.Name, 0, top + 13, row.IsStrong ? "label strong" : "label").Label(row.Figure, 1, top + 13, "note", "end");
            if (row.Note.Length > 0)
                html.Label(row.Note, 0, top + 27, "note");
            var bar = top + height - 20;
            html.Box(row.IsStrong ? "gap strong" : "gap", 0, row.Value / most * 0.99, bar, 12);
            if (row.Interval is { } interval)
                html.Whisker(interval.Lower / most * 0.99, interval.Upper / most * 0.99, bar + 6);
        }

        if (mark is { } place)
        {
            var (x, bottom) = (place.At / most * 0.99, (double)height * rows.Count);
            html.Line("mark", x, height - 24, x, bottom);
            html.Label(place.Name, x, bottom + 14, "note", x > 0.5 ? "end" : "start");
        }

        html.Close();
        html.Figures(caption, heads, rows.Select(row => (IReadOnlyList<string>)[row.Name, row.Figure, .. row.More]));
        html.Close();
    }
}
