using MlStrategyGuard.Engine.Reports;
using MlStrategyGuard.Studies.Data;
using MlStrategyGuard.Studies.Tables;

namespace MlStrategyGuard.Studies;

/// <summary>From a draw that can't tell: with as many rows as it asks for, is it settled?</summary>
internal static class RowsNeededStudy
{
    /// <summary>A draw that asks for more isn't followed.</summary>
    private const int MostRows = 200_000;

    public static void Run(Options options)
    {
        var runner = new Runner(options);
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
            (ShiftedTables.OneColumn("a scale × 1.5", scale: 1.5), 1_000, "shifted", ["different", "same"]),
            (ShiftedTables.OneColumn("a level 40 → 30 %", level: 0.1), 2_000, "shifted", ["different", "same"]),
            (ShiftedTables.Correlation("a correlation .3 → −.3", 0.3, -0.3), 1_000, "shifted", ["different", "same"]),
        ];
        var rows = new List<string[]>();
        foreach (var (recipe, n, asking, settled) in cases.Where(one => one.Recipe.Name.Contains(options.Only, StringComparison.Ordinal)))
        {
            var draws = runner.Draw($"rows needed, {recipe.Name}, {n}", Math.Max(1, options.Draws / 5), (dice, guard) =>
            {
                var first = guard.Check(recipe.Strategy, recipe.Draw(dice, n, n)).Comparisons[0];
                if (first.Verdict != asking || first.RowsNeeded is not { } needed || needed > MostRows)
                    return (Asked: (long?)null, Settled: false);
                var then = guard.Check(recipe.Strategy, recipe.Draw(dice, (int)needed, (int)needed)).Comparisons[0];
                return (Asked: needed, Settled: settled.Contains(then.Verdict));
            });
            var asked = draws.Where(draw => draw.Asked is not null).Select(draw => draw.Asked!.Value).Order().ToList();
            rows.Add(Markdown.Announce<string[]>(
            [
                recipe.Name, Markdown.Rows(n), asking, Markdown.Rows(asked.Count),
                asked.Count == 0 ? "–" : $"{Markdown.Rows(asked[0])} – {Markdown.Rows(asked[asked.Count / 2])} – {Markdown.Rows(asked[^1])}",
                asked.Count == 0 ? "–" : Markdown.Percent((double)draws.Count(draw => draw.Settled) / asked.Count),
            ]));
        }

        Markdown.Write(["table", "rows a split", "verdict", "draws", "rows asked for (least – median – most)", "settled with them"], rows);
    }
}
