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
                var draws = runner.Draw($"{recipe.Name}, {Markdown.Rows(n, m)}", DrawsFor(n, m, options.Draws), (dice, check) =>
                {
                    var splits = recipe.Draw(dice, n, m);
                    var findings = check.Check(recipe.Strategy, splits).Findings;
                    foreach (var finding in findings.Where(finding => Alarms.Contains(finding.Id)))
                        Console.Error.WriteLine($"{finding.Id}: {finding.Message}");
                    return new Draw([.. findings.Select(finding => finding.Id).Distinct()], UsualRule.Judge(splits));
                });
                guard.Add(Markdown.Announce<string[]>([recipe.Name, Markdown.Rows(n, m), Markdown.Rows(draws.Length), .. Guard(draws)]));
                rules.Add(Markdown.Announce<string[]>([recipe.Name, Markdown.Rows(n, m), .. Rules(draws)]));
            }
        }

        Markdown.Write(["table", "what it is"], SameTables.All.Select(recipe => new[] { recipe.Name, recipe.What }));
        Markdown.Write(["table", "rows", "splits", "MLS1001", "any alarm", "which", "other findings"], guard);
        Markdown.Write(["table", "rows", .. UsualRule.All.Select(rule => rule.Name)], rules);
    }

    /// <summary>Unequal sizes and a million rows are for the table that has everything.</summary>
    private static bool Fits(Recipe recipe, (int A, int B) size, Options options) =>
        size.A >= options.MinRows && size.A <= options.MaxRows
        && (recipe.Name == "mixed" || (size.A == size.B && size.A <= 100_000) || (recipe.Name is "levels" or "groups" or "missing" && size.A != size.B && size.A <= 10_000));

    /// <summary>A draw of many rows says as much about the asymptotics as many of few rows, and costs as much.</summary>
    private static int DrawsFor(int n, int m, int most) => (n + m) switch
    {
        <= 4_000 => most,
        <= 40_000 => Math.Max(1, most / 4),
        <= 400_000 => Math.Max(1, most / 20),
        _ => Math.Max(1, most / 100),
    };

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
        for (var i = 0; i < UsualRule.All.Count; i++)
        {
            var columns = draws.Sum(draw => draw.Usual[i].Columns);
            yield return columns == 0
                ? "–"
                : $"{Markdown.Percent(draws.Count(draw => draw.Usual[i].Alarms > 0) / (double)draws.Length)} ({Markdown.Tenths((double)draws.Sum(draw => draw.Usual[i].Alarms) / columns)})";
        }
    }

    private sealed record Draw(IReadOnlyList<string> Ids, (int Alarms, int Columns)[] Usual);
}
