using MlStrategyGuard.Engine.Reports;
using MlStrategyGuard.Studies.Data;
using MlStrategyGuard.Studies.Tables;

namespace MlStrategyGuard.Studies;

/// <summary>What the messages promise: rows that settle it, more data never hides a shift, harmless drift never stops a build.</summary>
internal static class PromiseStudy
{
    private static readonly string[] Shift = ["MLS1001", "MLS1003", "MLS1004", "MLS1020"];

    public static void Run(Options options)
    {
        var runner = new Runner(options);
        Itself(runner, options);
        Drift(runner, options);
        RowsNeeded(runner, options);
        Monotone(runner, options);
    }

    /// <summary>From a draw that can't tell: with as many rows as it asks for, is it settled?</summary>
    private static void RowsNeeded(Runner runner, Options options)
    {
        (Recipe Recipe, int Rows, string Asking, string[] Settled)[] cases =
        [
            (ShiftedTables.SameNumbers(1), 500, "no_shift_found", ["same"]),
            (ShiftedTables.SameNumbers(20), 500, "no_shift_found", ["same"]),
            (ShiftedTables.SameNumbers(50), 500, "no_shift_found", ["same"]),
            (ShiftedTables.SameLevels(1, 2), 500, "no_shift_found", ["same"]),
            (ShiftedTables.SameLevels(20, 2), 500, "no_shift_found", ["same"]),
            (ShiftedTables.SameLevels(20, 10), 500, "no_shift_found", ["same"]),
            (ShiftedTables.SameLevels(5, 100), 500, "no_shift_found", ["same"]),
            (ShiftedTables.SamePlain(), 500, "no_shift_found", ["same"]),
            (ShiftedTables.Label("label 5 → 10 %", 0.05, 0.1), 1_000, "shifted", ["different", "same"]),
            (ShiftedTables.OneColumn("a mean by .25 sd", mean: 0.25), 1_000, "shifted", ["different", "same"]),
            (ShiftedTables.OneColumn("a mean by .05 sd", mean: 0.05), 10_000, "shifted", ["different", "same"]),
            (ShiftedTables.OneColumn("a level 40 → 30 %", level: 0.1), 2_000, "shifted", ["different", "same"]),
        ];
        var rows = new List<string[]>();
        foreach (var (recipe, n, asking, settled) in cases.Where(one => one.Recipe.Name.Contains(options.Only, StringComparison.Ordinal)))
        {
            var draws = runner.Draw($"rows needed, {recipe.Name}, {n}", Math.Max(1, options.Draws / 5), (dice, guard) =>
            {
                var first = guard.Check(recipe.Strategy, recipe.Draw(dice, n, n)).Comparisons[0];
                if (first.Verdict != asking || first.RowsNeeded is not { } needed || needed > options.MaxRows)
                    return (Asked: (long?)null, Settled: false);
                var then = guard.Check(recipe.Strategy, recipe.Draw(dice, (int)needed, (int)needed)).Comparisons[0];
                return (Asked: needed, Settled: settled.Contains(then.Verdict));
            });
            var asked = draws.Where(draw => draw.Asked is not null).Select(draw => draw.Asked!.Value).Order().ToList();
            rows.Add(
            [
                recipe.Name, Markdown.Rows(n), asking, Markdown.Rows(asked.Count),
                asked.Count == 0 ? "–" : $"{Markdown.Rows(asked[0])} – {Markdown.Rows(asked[asked.Count / 2])} – {Markdown.Rows(asked[^1])}",
                asked.Count == 0 ? "–" : Markdown.Percent((double)draws.Count(draw => draw.Settled) / asked.Count),
            ]);
        }

        Markdown.Write(["table", "rows a split", "verdict", "draws", "rows asked for (least – median – most)", "settled with them"], rows);
    }

    /// <summary>A growing file: the first rows are always the same.</summary>
    private static void Monotone(Runner runner, Options options)
    {
        int[] sizes = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000];
        Recipe[] shifts =
        [
            ShiftedTables.Label("label 5 → 10 %", 0.05, 0.1),
            ShiftedTables.OneColumn("a mean by .2 sd", mean: 0.2),
            ShiftedTables.OneColumn("a scale × 1.5", scale: 1.5),
            ShiftedTables.OneColumn("a level 40 → 30 %", level: 0.1),
            ShiftedTables.Correlation("a correlation .3 → −.3", 0.3, -0.3),
        ];
        var rows = new List<string[]>();
        foreach (var recipe in shifts.Where(one => one.Name.Contains(options.Only, StringComparison.Ordinal)))
        {
            var draws = runner.Draw($"monotone, {recipe.Name}", Math.Max(1, options.Draws / 10), (dice, guard) =>
            {
                var all = recipe.Draw(dice, sizes[^1], sizes[^1]);
                return sizes.Select(size =>
                {
                    int[] prefix = [.. Enumerable.Range(0, size)];
                    var report = guard.Check(recipe.Strategy, new Splits(all.Dev.Take(prefix), all.Test.Take(prefix)));
                    return report.Findings.Any(finding => finding.Id is "MLS1001" or "MLS1020");
                }).ToArray();
            });
            rows.Add(
            [
                recipe.Name, Markdown.Rows(draws.Length),
                .. sizes.Select((_, i) => Markdown.Percent((double)draws.Count(found => found[i]) / draws.Length)),
                Markdown.Rows(draws.Count(found => found.SkipWhile(one => !one).Contains(false))),
            ]);
        }

        Markdown.Write(["shift", "draws", .. sizes.Select(size => Markdown.Rows(size)), "found, then lost"], rows);
    }

    /// <summary>Every column moves, and none by what matters.</summary>
    private static void Drift(Runner runner, Options options)
    {
        var rows = new List<string[]>();
        foreach (var columns in new[] { 20, 50 })
        {
            var recipe = ShiftedTables.Drift($"{columns} columns drift by .01", columns, 0.01);
            foreach (var n in new[] { 1_000, 10_000, 100_000, 1_000_000 }.Where(size => size <= options.MaxRows))
            {
                if (!recipe.Name.Contains(options.Only, StringComparison.Ordinal))
                    continue;
                var draws = runner.Draw($"{recipe.Name}, {n}", Math.Max(1, n <= 10_000 ? options.Draws / 5 : options.Draws * 10_000 / n / 2), (dice, guard) =>
                    guard.Check(recipe.Strategy, recipe.Draw(dice, n, n)));
                rows.Add(
                [
                    recipe.Name, Markdown.Rows(n), Markdown.Rows(draws.Length),
                    Markdown.AtMost(draws.Count(report => report.Findings.Any(finding => finding.Severity == "error")), draws.Length),
                    Markdown.Percent(draws.Count(report => report.Findings.Any(finding => finding.Id == "MLS1020")) / (double)draws.Length),
                    Verdicts(draws),
                ]);
            }
        }

        Markdown.Write(["table", "rows a split", "draws", "errors", "MLS1020", "verdicts"], rows);
    }

    /// <summary>A file beside itself shares every row, which is leakage, and its distribution, which must be nothing.</summary>
    private static void Itself(Runner runner, Options options)
    {
        var rows = new List<string[]>();
        foreach (var share in new[] { 0, 0.1, 0.5, 0.9, 0.99, 0.999, 1 })
        {
            foreach (var n in new[] { 100, 1_000, 10_000 })
            {
                var name = $"itself, {Markdown.Tenths(share)} missing";
                if (!name.Contains(options.Only, StringComparison.Ordinal))
                    continue;
                var draws = runner.Draw($"{name}, {n}", Math.Max(1, options.Draws / 20), (dice, guard) =>
                {
                    var table = Itself(dice, n, share);
                    return guard.Check("version: 1\n", new Splits(table, table));
                });
                rows.Add(
                [
                    name, Markdown.Rows(n), Markdown.Rows(draws.Length),
                    Markdown.Rows(draws.Count(report => report.Findings.Any(finding => Shift.Contains(finding.Id)))),
                    Verdicts(draws),
                ]);
            }
        }

        Markdown.Write(["table", "rows a split", "draws", "shifts", "verdicts"], rows);
    }

    private static Table Itself(Dice dice, int rows, double missing)
    {
        var table = new TableBuilder(dice, rows);
        for (var i = 1; i <= 5; i++)
        {
            table.Number($"x{i}", 3, _ => dice.Chance(missing) ? double.NaN : dice.Normal());
            table.Level($"level{i}", 1 << i, _ => dice.Chance(missing) ? -1 : dice.Below(1 << i));
        }

        return table.Build();
    }

    private static string Verdicts(IEnumerable<CheckReport> reports) =>
        string.Join(", ", reports.Select(report => report.Comparisons[0].Verdict).CountBy(verdict => verdict)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value}"));
}
