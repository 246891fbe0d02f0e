using System.Globalization;
using MlStrategyGuard.Engine.Reports;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Studies;

/// <summary>Tables as documents show them.</summary>
internal static class Markdown
{
    /// <summary>Writes a table.</summary>
    public static void Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        Line(header);
        Line([.. header.Select(_ => "---")]);
        foreach (var row in rows)
            Line(row);
        Console.WriteLine();

        static void Line(IReadOnlyList<string> cells) => Console.WriteLine("| " + string.Join(" | ", cells) + " |");
    }

    /// <summary>Shows a row of a table to come, for those who wait.</summary>
    public static T Announce<T>(T row)
        where T : IReadOnlyList<string>
    {
        Console.Error.WriteLine("| " + string.Join(" | ", row) + " |");
        return row;
    }

    /// <summary>A number of rows, 10,000.</summary>
    public static string Rows(long rows) => rows.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Both splits' rows.</summary>
    public static string Rows(long a, long b) => $"{Rows(a)} + {Rows(b)}";

    /// <summary>How often something happened, with the one-sided 95 % limit of its probability (Clopper–Pearson): 3 (≤ 0.8 %).</summary>
    public static string AtMost(int times, int draws) =>
        string.Create(CultureInfo.InvariantCulture, $"{times} (≤ {100 * ClopperPearson.Upper(times, draws, 0.05):0.0} %)");

    /// <summary>A share as whole percent.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");

    /// <summary>A share as percent to a tenth.</summary>
    public static string Tenths(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");

    /// <summary>How often each verdict was reached on dev and test.</summary>
    public static string Verdicts(IEnumerable<CheckReport> reports) =>
        string.Join(", ", reports.Select(report => report.Comparisons.Single(pair => pair.A == "dev").Verdict).CountBy(verdict => verdict)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value}"));
}
