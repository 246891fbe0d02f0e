using System.Globalization;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Studies;

/// <summary>What the guard says about real pairs of files.</summary>
internal static class PairStudy
{
    private static readonly (string Name, string Data, string Dev, string Test)[] Pairs =
    [
        ("taxi", "task: regression\ndata: { label: fare_amount }\n", "taxi-fare-train.csv", "taxi-fare-test.csv"),
        ("bike", "task: regression\ndata: { label: cnt }\n", "bike_train.csv", "bike_test.csv"),
    ];

    public static void Run(Options options)
    {
        using var guard = new Guard(options.Scratch);
        var folder = Path.GetFullPath(options.Data);
        foreach (var (name, data, dev, test) in Pairs.Where(pair => pair.Name.Contains(options.Only, StringComparison.Ordinal)))
        {
            var report = guard.Check(
                $"version: 1\n{data}splits:\n  dev: {{ files: '{Path.Combine(folder, dev)}' }}\n  test: {{ files: '{Path.Combine(folder, test)}' }}\n");
            Console.WriteLine($"## {name}\n");
            foreach (var finding in report.Findings)
                Console.WriteLine($"- {finding.Id} ({finding.Severity}): {finding.Message.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)}");
            Console.WriteLine();
            if (report.Comparisons.Count == 0)
                continue;
            Markdown.Write(
                ["column", "aspect", "compared as", "verdict", "estimate", "lower", "upper", "p (Holm)"],
                report.Comparisons[0].Columns.Select(column => new[]
                {
                    column.Name, column.Aspect, column.Kind, column.Verdict,
                    Share(column.Estimate), Share(column.Lower), Share(column.Upper), column.P.ToString("G3", CultureInfo.InvariantCulture),
                }));
            Console.WriteLine($"Left out: {string.Join(", ", report.Comparisons[0].LeftOut.Select(column => $"{column.Key} ({column.Value})"))}\n");
        }
    }

    private static string Share(double share) => share.ToString("0.0000", CultureInfo.InvariantCulture);
}
