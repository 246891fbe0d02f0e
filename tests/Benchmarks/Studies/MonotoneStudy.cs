using MlStrategyGuard.Engine.Reports;
using MlStrategyGuard.Studies.Data;
using MlStrategyGuard.Studies.Tables;

namespace MlStrategyGuard.Studies;

/// <summary>Rows that come to a file one after the other: is a shift that was found ever lost?</summary>
internal static class MonotoneStudy
{
    public static void Run(Options options)
    {
        var runner = new Runner(options);
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
            rows.Add(Markdown.Announce<string[]>(
            [
                recipe.Name, Markdown.Rows(draws.Length),
                .. sizes.Select((_, i) => Markdown.Percent((double)draws.Count(found => found[i]) / draws.Length)),
                Markdown.Rows(draws.Count(found => found.SkipWhile(one => !one).Contains(false))),
            ]));
        }

        Markdown.Write(["shift", "draws", .. sizes.Select(size => Markdown.Rows(size)), "found, then lost"], rows);
    }
}
