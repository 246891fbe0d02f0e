using MlStrategyGuard.Engine.Reports;
using MlStrategyGuard.Studies.Data;
using MlStrategyGuard.Studies.Tables;

namespace MlStrategyGuard.Studies;

/// <summary>Every column moves, and none by what matters: no build may fail.</summary>
internal static class DriftStudy
{
    public static void Run(Options options)
    {
        var runner = new Runner(options);
        var rows = new List<string[]>();
        foreach (var columns in new[] { 20, 50 })
        {
            var recipe = ShiftedTables.Drift($"{columns} columns drift by .01", columns, 0.01);
            foreach (var n in new[] { 1_000, 10_000, 100_000, 1_000_000 }.Where(size => size >= options.MinRows && size <= options.MaxRows))
            {
                if (!recipe.Name.Contains(options.Only, StringComparison.Ordinal))
                    continue;
                var draws = runner.Draw($"{recipe.Name}, {n}", Math.Max(1, n <= 10_000 ? options.Draws / 5 : options.Draws * 10_000 / n / 2), (dice, guard) =>
                    guard.Check(recipe.Strategy, recipe.Draw(dice, n, n)));
                rows.Add(Markdown.Announce<string[]>(
                [
                    recipe.Name, Markdown.Rows(n), Markdown.Rows(draws.Length),
                    Markdown.AtMost(draws.Count(report => report.Findings.Any(finding => finding.Severity == "error")), draws.Length),
                    Markdown.Percent(draws.Count(report => report.Findings.Any(finding => finding.Id == "MLS1020")) / (double)draws.Length),
                    Markdown.Verdicts(draws),
                ]));
            }
        }

        Markdown.Write(["table", "rows a split", "draws", "errors", "MLS1020", "verdicts"], rows);
    }
}
