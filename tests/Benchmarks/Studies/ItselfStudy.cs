using MlStrategyGuard.Engine.Reports;
using MlStrategyGuard.Studies.Data;
using MlStrategyGuard.Studies.Tables;

namespace MlStrategyGuard.Studies;

/// <summary>A file beside itself shares every row, which is leakage; its distribution is its own, whatever is missing.</summary>
internal static class ItselfStudy
{
    private static readonly string[] Shift = ["MLS1001", "MLS1020"];

    public static void Run(Options options)
    {
        var runner = new Runner(options);
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
                rows.Add(Markdown.Announce<string[]>(
                [
                    name, Markdown.Rows(n), Markdown.Rows(draws.Length),
                    Markdown.Rows(draws.Count(report => report.Findings.Any(finding => Shift.Contains(finding.Id)))),
                    Markdown.Verdicts(draws),
                ]));
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
}
