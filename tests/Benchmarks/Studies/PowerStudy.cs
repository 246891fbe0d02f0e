using MlStrategyGuard.Engine.Reports;
using MlStrategyGuard.Studies.Tables;
using MlStrategyGuard.Studies.UsualRules;

namespace MlStrategyGuard.Studies;

/// <summary>
/// How often the guard, and the usual rules, find a shift that is there. A usual rule has found it when it alarms on a
/// column that moved; where all or none have moved, when it alarms on any.
/// </summary>
internal static class PowerStudy
{
    private static readonly int[] Few = [200, 500, 1_000, 2_000, 5_000];
    private static readonly int[] Curve = [200, 500, 1_000, 2_000, 5_000, 10_000, 50_000];
    private static readonly int[] Many = [1_000, 10_000, 100_000];

    private static readonly (Recipe Recipe, int[] Rows, string[] Moved)[] Shifts =
    [
        (ShiftedTables.OneColumn("none"), Curve, []),
        (ShiftedTables.Label("label 5 → 10 %", 0.05, 0.1), Few, ["label"]),
        (ShiftedTables.Label("label .05 → .95 %", 0.0005, 0.0095), Many, ["label"]),
        (ShiftedTables.OneColumn("a mean by .2 sd", mean: 0.2), Few, ["moved"]),
        (ShiftedTables.OneColumn("a mean by .5 sd", mean: 0.5), Few, ["moved"]),
        (ShiftedTables.OneColumn("a scale × 1.5", scale: 1.5), Few, ["moved"]),
        (ShiftedTables.OneColumn("a level 40 → 30 %", level: 0.1), Few, ["moved_level"]),
        (ShiftedTables.Correlation("a correlation .3 → −.3", 0.3, -0.3), Few, ["x1", "x2"]),
        (ShiftedTables.Noise("no noise", 0, 0), Curve, []),
        (ShiftedTables.Noise("noise: small (.1 sd, half the rows)", 0.5, 0.1), Curve, []),
        (ShiftedTables.Noise("noise: medium (.5 sd, half the rows)", 0.5, 0.5), Curve, []),
        (ShiftedTables.Noise("noise: large (1.3 sd, half the rows)", 0.5, 1.3), Curve, []),
        (ShiftedTables.KnockedOut("knocked out: 10 % of a class", 0.1), Curve, ["label"]),
        (ShiftedTables.KnockedOut("knocked out: half of a class", 0.5), Curve, ["label"]),
        (ShiftedTables.KnockedOut("knocked out: a class", 1), Curve, ["label"]),
        (ShiftedTables.Subsampled("subsampled: 10 % of positive x1", 0.1), Curve, ["x1"]),
        (ShiftedTables.Subsampled("subsampled: half of positive x1", 0.5), Curve, ["x1"]),
    ];

    public static void Run(Options options)
    {
        var runner = new Runner(options);
        var rows = new List<string[]>();
        foreach (var (recipe, sizes, moved) in Shifts.Where(shift => shift.Recipe.Name.Contains(options.Only, StringComparison.Ordinal)))
        {
            foreach (var n in sizes.Where(size => size >= options.MinRows && size <= options.MaxRows))
            {
                var draws = runner.Draw($"{recipe.Name}, {n}", DrawsFor(n, options.Draws), (dice, guard) =>
                {
                    var splits = recipe.Draw(dice, n, n);
                    return (Report: guard.Check(recipe.Strategy, splits), Usual: UsualRule.Judge(splits, moved));
                });
                var found = draws.Where(draw => Has(draw.Report, "MLS1001") || Has(draw.Report, "MLS1020")).ToList();
                rows.Add(Markdown.Announce<string[]>(
                [
                    recipe.Name, Markdown.Rows(n), Markdown.Rows(draws.Length),
                    Share(draws.Count(draw => Has(draw.Report, "MLS1001"))),
                    Share(found.Count),
                    moved.Length == 0 ? "–" : Share(found.Count(draw => Names(draw.Report, moved))),
                    .. Enumerable.Range(0, UsualRule.All.Count).Select(i =>
                        draws[0].Usual[i].Columns == 0 ? "–" : Share(draws.Count(draw => draw.Usual[i].Alarms > 0))),
                ]));

                string Share(int count) => Markdown.Tenths((double)count / draws.Length);
            }
        }

        Markdown.Write(["shift", "rows a split", "draws", "DIFFERENT", "found", "and named", .. UsualRule.All.Select(rule => rule.Name)], rows);
    }

    private static int DrawsFor(int n, int most) => n switch
    {
        <= 2_000 => most,
        <= 10_000 => Math.Max(1, most / 2),
        _ => Math.Max(1, most / 10),
    };

    private static bool Has(CheckReport report, string id) => report.Findings.Any(finding => finding.Id == id);

    /// <summary>Whether one finding names all these columns.</summary>
    private static bool Names(CheckReport report, string[] columns) =>
        report.Findings.Any(finding => finding.Id is "MLS1001" or "MLS1020"
            && Array.TrueForAll(columns, column => finding.Message.Contains($"'{column}'", StringComparison.Ordinal)));
}
