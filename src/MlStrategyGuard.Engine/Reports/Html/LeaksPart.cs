using MlStrategyGuard.Rules;

namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>What splits share and shouldn't, and what gives the label away.</summary>
internal static class LeaksPart
{
    /// <summary>Whether it was looked for.</summary>
    public static bool IsThere(ReportView view) => view.Evidence.Leakage.Rows.Count > 0 || All(view).Count > 0;

    /// <summary>Writes the part.</summary>
    public static void Write(HtmlWriter html, ReportView view)
    {
        if (!IsThere(view))
            return;

        html.OpenPart("leaks", "Leaks");
        html.Said(view, "MLS1006", "MLS1007", "MLS1008", "MLS1009", "MLS1010", "MLS1013", "MLS1016", "MLS1017", "MLS1018");
        WriteRows(html, view.Evidence.Leakage);
        var all = All(view);
        var clean = all.GroupBy(row => row[1]).Where(what => what.All(row => row[2].Length == 0)).Select(what => what.Key).ToList();
        if (clean.Count > 0)
            html.Leaf("p", $"Looked for as well and not found: {string.Join(", ", clean)}.", ("class", "quiet"));
        var found = all.Where(row => row[2].Length > 0).ToList();
        if (found.Count > 0)
            html.Table("What else is known", ["Where", "What", "Found"], found.Take(100));
        html.Close();
    }

    private static void WriteRows(HtmlWriter html, LeakageEvidence leakage)
    {
        if (leakage.Rows.Count == 0)
            return;
        html.Leaf("p", leakage.Rows.Any(rows => rows.Cause == RepeatCause.Copies)
            ? "Rows of one split stand in another more often than repeats within the splits explain."
            : leakage.Rows.Any(rows => rows.SharedA > 0)
                ? "Some rows are equal in two splits, as often as repeats within the splits explain."
                : "No row of one split stands in another.");
        BarRows.Write(
            html, "equal rows", "Share of the smaller split's rows that stand in the other one too",
            ["Splits", "Equal rows", "Different rows in both", "A random split would put there", "Cause"],
            [
                .. leakage.Rows.Select(rows =>
                {
                    var (shared, all) = rows.RowsA <= rows.RowsB ? (rows.SharedA, rows.RowsA) : (rows.SharedB, rows.RowsB);
                    var cause = rows.Cause switch
                    {
                        RepeatCause.Copies => "copies",
                        RepeatCause.Entities => "the same things, split at random",
                        _ => rows.Patterns == 0 ? "none" : "chance",
                    };
                    return new BarRow(
                        $"{Words.Split(rows.A)} and {Words.Split(rows.B)}", all == 0 ? 0 : (double)shared / all,
                        $"{Show.Count(shared)} of {Show.Count(all)} ({Words.Percent(all == 0 ? 0 : (double)shared / all)})")
                    {
                        IsStrong = rows.Cause == RepeatCause.Copies,
                        More = [Show.Count(rows.Patterns), Words.Plain(rows.Expected), cause],
                    };
                }),
            ],
            full: 1);
    }

    private static IReadOnlyList<IReadOnlyList<string>> All(ReportView view)
    {
        var leakage = view.Evidence.Leakage;
        return
        [
            .. leakage.Keys.Select(keys => Row(Pair(keys.A, keys.B), keys.IsGroup ? "groups in both" : "ids in both",
                keys.Shared == 0 ? "" : $"{Show.Count(keys.Shared)} of {Show.Count(keys.KeysA)} and {Show.Count(keys.KeysB)}")),
            .. leakage.RepeatedIds.Select(ids => Row(Words.Split(ids.Split), "ids that stand twice", ids.Repeated == 0 ? "" : $"{Show.Count(ids.Repeated)} of {Show.Count(ids.Ids)}")),
            .. leakage.NearRows.Select(rows => Row(Pair(rows.A, rows.B), rows.Text is { } text ? $"nearly equal texts of {Words.Name(text)}" : "nearly equal rows",
                $"{Show.Count(rows.SharedA)} of {Show.Count(rows.RowsA)} and {Show.Count(rows.SharedB)} of {Show.Count(rows.RowsB)} rows")),
            .. leakage.Times.Select(times => Row($"{Words.Split(times.A)}, then {Words.Split(times.B)}", "rows out of order in time",
                times.LateA == 0 && times.EarlyB == 0 ? "" : $"{(times.IsExact ? "" : "about ")}{Show.Count(times.LateA)} rows too late and {Show.Count(times.EarlyB)} too early")),
            .. leakage.Giveaways.Select(giveaway => Row(Words.Split(giveaway.Split), $"the label given away by {string.Join(" and ", giveaway.Columns.Select(Words.Name))}",
                giveaway.Kind switch
                {
                    GiveawayKind.Determines => $"each value goes with one class, {Words.Count(giveaway.Exceptions, "exception")} in {Words.Count(giveaway.Rows, "row")}",
                    GiveawayKind.Presence => $"empty or not goes with one class each, {Words.Count(giveaway.Exceptions, "exception")} in {Words.Count(giveaway.Rows, "row")}",
                    GiveawayKind.Separates => giveaway.Area is { } area ? $"thresholds separate the classes (area under the ROC curve {Words.Plain(area)})" : "thresholds separate the classes",
                    GiveawayKind.Formula => $"the label is {Words.Name(giveaway.Formula ?? "computed from it")}",
                    _ => $"area under the ROC curve {Words.Plain(giveaway.Area ?? 0)}, in {Words.Split(giveaway.Other ?? "")} {Words.Plain(giveaway.OtherArea ?? 0)}",
                })),
            .. leakage.Classes.Select(gap => Row(Words.Split(gap.Split), gap.Kind switch
                {
                    ClassGapKind.Unseen => "classes that train never saw",
                    ClassGapKind.OneSided => $"classes that {Words.Split(gap.Other)} alone has",
                    ClassGapKind.Missing => $"missing classes of {Words.Split(gap.Other)}",
                    _ => $"nearly missing classes of {Words.Split(gap.Other)}",
                },
                $"{Show.Count(gap.Classes)}{(gap.Names.Count > 0 ? $": {string.Join(", ", gap.Names.Select(Words.Name))}" : "")}")),
            .. leakage.Encodings.Select(change => Row(Pair(change.A, change.B), $"{Words.Name(change.Column)} written otherwise",
                change.Change ?? string.Join(", ", change.Spellings.Select(pair => $"{Words.Name(pair.Key)} as {Words.Name(pair.Value)}")))),
            .. leakage.Conflicts.Select(conflict => Row(Words.Split(conflict.Split), "equal rows with different labels",
                conflict.Conflicting == 0 ? "" : $"{Show.Count(conflict.Conflicting)} of {Words.Count(conflict.Rows, "row")}; no model errs less than {Words.Percent(conflict.Floor)}")),
            .. leakage.Sources.Select(source => Row(Words.Split(source.Split), "sources",
                string.Join(", ", source.Counts.Take(6).Select(count => $"{Words.Name(count.Key)} {Words.Percent(source.Share(count.Key))}")))),
        ];

        static IReadOnlyList<string> Row(string where, string what, string found) => [where, what, found];

        static string Pair(string a, string b) => $"{Words.Split(a)} and {Words.Split(b)}";
    }
}
