using MlStrategyGuard.Engine.Reports;
using MlStrategyGuard.Studies.Data;
using MlStrategyGuard.Studies.Tables;
using MlStrategyGuard.Studies.UsualRules;

namespace MlStrategyGuard.Studies;

/// <summary>How often the guard, and the usual rules, alarm where nothing differs.</summary>
internal static class CalibrationStudy
{
    /// <summary>The findings that are wrong wherever both splits come from one distribution.</summary>
    private static readonly string[] Alarms = ["MLS1001", "MLS1003", "MLS1004", "MLS1006", "MLS1009", "MLS1015", "MLS1018", "MLS1020"];

    private static readonly (int A, int B)[] Sizes =
    [
        (100, 100), (1_000, 1_000), (10_000, 10_000), (100_000, 100_000), (1_000_000, 1_000_000),
        (1_000, 100), (10_000, 1_000), (100_000, 10_000),
    ];

    public static void Run(Options options)
    {
        var runner = new Runner(options);
        var guard = new List<string[]>();
        var rules = new List<string[]>();
        foreach (var recipe in SameTables.All.Where(recipe => recipe.Name.Contains(options.Only, StringComparison.Ordinal)))
        {
            foreach (var (n, m) in Sizes.Where(size => Fits(recipe, size, options)))
            {
                var draws = recipe.Rows is not null && n + m > MostDrawnAnew
                    ? FromPools(runner, recipe, n, m, options.Draws)
                    : runner.Draw($"{recipe.Name}, {Markdown.Rows(n, m)}", options.Draws, (dice, check) =>
                    {
                        var splits = recipe.Draw(dice, n, m);
                        return new Draw(Judge(check.Check(recipe.Strategy, splits)), UsualRule.Judge(splits));
                    });
                guard.Add(Markdown.Announce<string[]>([recipe.Name, Markdown.Rows(n, m), Markdown.Rows(draws.Length), .. Guard(draws)]));
                rules.Add(Markdown.Announce<string[]>([recipe.Name, Markdown.Rows(n, m), .. Rules(draws)]));
            }
        }

        Markdown.Write(["table", "what it is"], SameTables.All.Select(recipe => new[] { recipe.Name, recipe.What }));
        Markdown.Write(["table", "rows", "splits", "MLS1001", "any alarm", "which", "other findings"], guard);
        Markdown.Write(["table", "rows", .. UsualRule.All.Select(rule => rule.Name)], rules);
    }

    // Rows of both splits.
    private const int MostDrawnAnew = 40_000;

    /// <summary>Unequal sizes and a million rows are for the table that has everything.</summary>
    private static bool Fits(Recipe recipe, (int A, int B) size, Options options) =>
        size.A >= options.MinRows && size.A <= options.MaxRows
        && (recipe.Name == "mixed" || (size.A == size.B && size.A <= 100_000) || (recipe.Name is "levels" or "groups" or "missing" && size.A != size.B && size.A <= 10_000));

    /// <summary>Splits of many rows: drawing them anew would take several times as long as checking them.</summary>
    private static Draw[] FromPools(Runner runner, Recipe recipe, int n, int m, int most)
    {
        var cell = $"{recipe.Name}, {Markdown.Rows(n, m)}";
        var draws = new List<Draw>();
        while (draws.Count < most)
        {
            var first = draws.Count;
            var pool = new Pool(recipe, runner.DiceOf(cell + ", pool", first), n + m);
            var drawn = runner.Draw(
                cell,
                Math.Min(Pool.Splits, most - first),
                (dice, check) => new Draw(Judge(check.Check(recipe.Strategy, pool, pool.Choose(dice, n))), []),
                first);

            // The usual rules need all rows in memory, and say nearly the same of each split of a pool: the first is enough.
            drawn[0] = drawn[0] with { Usual = UsualRule.Judge(pool.Take(pool.Choose(runner.DiceOf(cell, first), n))) };
            draws.AddRange(drawn);
            Markdown.Announce<string[]>([recipe.Name, Markdown.Rows(n, m), $"{Markdown.Rows(draws.Count)} so far", .. Guard([.. draws])]);
        }

        return [.. draws];
    }

    private static IReadOnlyList<string> Judge(CheckReport report)
    {
        foreach (var finding in report.Findings.Where(finding => Alarms.Contains(finding.Id)))
            Console.Error.WriteLine($"{finding.Id}: {finding.Message}");
        return [.. report.Findings.Select(finding => finding.Id).Distinct()];
    }

    private static IEnumerable<string> Guard(Draw[] draws)
    {
        var others = draws.SelectMany(draw => draw.Ids).Where(id => !Alarms.Contains(id) && id is not ("MLS1002" or "MLS1011"));
        yield return Markdown.AtMost(draws.Count(draw => draw.Ids.Contains("MLS1001")), draws.Length);
        yield return Markdown.AtMost(draws.Count(draw => draw.Ids.Intersect(Alarms).Any()), draws.Length);
        yield return Counts(draws.SelectMany(draw => draw.Ids).Where(Alarms.Contains));
        yield return Counts(others);
    }

    private static string Counts(IEnumerable<string> ids) =>
        string.Join(", ", ids.CountBy(id => id).OrderBy(id => id.Key, StringComparer.Ordinal).Select(id => $"{id.Key}: {id.Value}"));

    /// <summary>Per rule: how often any column alarms, and the share of columns that do.</summary>
    private static IEnumerable<string> Rules(Draw[] draws)
    {
        var judged = draws.Select(draw => draw.Usual).Where(usual => usual.Length > 0).ToList();
        for (var i = 0; i < UsualRule.All.Count; i++)
        {
            var columns = judged.Sum(usual => usual[i].Columns);
            yield return columns == 0
                ? "–"
                : $"{Markdown.Percent(judged.Count(usual => usual[i].Alarms > 0) / (double)judged.Count)} ({Markdown.Tenths((double)judged.Sum(usual => usual[i].Alarms) / columns)})";
        }
    }

    /// <param name="Ids">The guard's findings.</param>
    /// <param name="Usual">What the usual rules say; empty where nobody asked.</param>
    private sealed record Draw(IReadOnlyList<string> Ids, (int Alarms, int Columns)[] Usual);
}
