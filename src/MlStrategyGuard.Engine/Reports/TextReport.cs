using System.Globalization;
using System.Text;

namespace MlStrategyGuard.Engine.Reports;

/// <summary>The report as lines that editors and build servers understand, and a summary for people.</summary>
public static class TextReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="silenced">Rules that the caller doesn't want to hear of.</param>
    /// <param name="verbose">Whether information is shown as well.</param>
    public static string Write(CheckReport report, IReadOnlySet<string> silenced, bool verbose)
    {
        var findings = CondensedFindings.Of(report, silenced);
        var text = new StringBuilder();
        foreach (var finding in findings.Where(finding => verbose || finding.Severity != "info"))
            text.Append(Line(finding)).Append('\n');
        foreach (var line in Summaries(report, verbose))
            text.Append(line).Append('\n');
        text.Append(Totals(findings)).Append('\n');
        return text.ToString();
    }

    /// <summary>What was accepted, compared and measured, a line each.</summary>
    /// <param name="report">The report.</param>
    /// <param name="verbose">Whether what wasn't judged is said as well.</param>
    public static IEnumerable<string> Summaries(CheckReport report, bool verbose)
    {
        foreach (var accepted in report.Accepted)
            yield return $"accepted: {accepted.Id}: {OneLine(accepted.Because)}{(accepted.Until is null ? "" : $" (until {accepted.Until})")}";
        foreach (var comparison in report.Comparisons)
            yield return Summary(comparison);
        if (verbose && report.Comparisons.SelectMany(comparison => comparison.Profiles ?? []).Distinct().ToList() is { Count: > 0 } profiles)
            yield return $"{string.Join(", ", profiles)}: from a pinned profile, which has no rows: several columns at once, words, weekdays and hours, equal rows and near-duplicates, ids and groups, order in time, classes and sources weren't judged";
        if (report.Ladder is { Gaps.Count: > 0 } ladder)
            yield return Summary(ladder);
        foreach (var suspects in (report.LabelSuspects ?? []).Where(found => verbose && found.Suspects > 0))
            yield return Summary(suspects);
        foreach (var rows in report.Rows ?? [])
            yield return Summary(rows);
        if (report.Summary is not null)
            yield return report.Summary;
    }

    /// <summary><c>mlstrategy.yaml(12,3): error MLS1001: …</c>, with the rule's page behind it.</summary>
    public static string Line(ReportedFinding finding) => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.File}({finding.Line},{finding.Column}): {finding.Severity} {finding.Id}: {finding.Message} ({finding.Help})");

    private static string Summary(ReportedComparison comparison)
    {
        var (a, b) = (comparison.A, comparison.B);
        if (comparison.Columns.Count == 0)
            return $"{a}/{b}: not compared, because no column is left that both have and that says something";

        var rows = string.Create(CultureInfo.InvariantCulture, $"{comparison.RowsA:N0} + {comparison.RowsB:N0} rows, {Count(comparison.Columns.Select(column => column.Name).Distinct().Count(), "column")}");
        var verdict = comparison.Verdict switch
        {
            "different" => $"different, by at least {Points(comparison.Lower)} points",
            "shifted" => $"shifted, by {Points(comparison.Lower)} points or more, {Points(comparison.Upper)} at most",
            "same" => $"the same within {Points(comparison.Tolerance)} points",
            _ => $"no shift found; one of {Points(comparison.Resolution)} points or more would have shown",
        };
        return $"{a}/{b}: {verdict} ({rows})";
    }

    private static string Summary(ReportedSuspects found) => string.Create(
        CultureInfo.InvariantCulture,
        $"labels of {found.Split}: the choice's probabilities speak against {found.Suspects:N0} of {found.Rows:N0}, about {Points(found.ExpectedShare)} % may be wrong; look at these first in a label audit, with a random sample beside them");

    private static string Summary(ReportedRows rows)
    {
        var what = rows.About switch
        {
            "equal_row" => "equal rows",
            "joint_shift" => "rows least like the other split's",
            "shared_id" => "rows with the same id",
            "shared_group" => "rows of the same group",
            _ => "suspect labels",
        };
        return $"{rows.Splits}: {what}, the first {Count(rows.Rows.Count, "row")}: {string.Join(", ", rows.Rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{OneLine(row.File)} row {row.Row}{(row.Key is null ? "" : $" ({OneLine(row.Key)})")}")))}";
    }

    private static string Summary(ReportedLadder ladder)
    {
        var isShare = MetricCatalogue.Find(ladder.Metric) is { Lowest: 0, Highest: 1 };
        var gaps = ladder.Gaps.Select(gap =>
            $"{gap.Name.Replace('_', ' ')} {(isShare ? Points(gap.Value) : gap.Value.ToString("0.####", CultureInfo.InvariantCulture))}{(gap.Name == ladder.Dominant ? " (dominates)" : "")}");
        return $"error gaps{(isShare ? " in points" : "")}: {string.Join(" · ", gaps)}{(ladder.Dominant == "undetermined" && ladder.Gaps.Count > 1 ? " (no cause is named)" : "")}";
    }

    /// <summary>MSBuild reads these lines in process mode: none may look like a finding that it isn't.</summary>
    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary><c>1 error, 2 warnings, 0 for information</c>.</summary>
    public static string Totals(IReadOnlyList<ReportedFinding> findings)
    {
        var errors = findings.Count(finding => finding.Severity == "error");
        var warnings = findings.Count(finding => finding.Severity == "warning");
        var infos = findings.Count - errors - warnings;
        return $"{Count(errors, "error")}, {Count(warnings, "warning")}, {infos.ToString(CultureInfo.InvariantCulture)} for information";
    }

    private static string Count(int number, string what) =>
        $"{number.ToString(CultureInfo.InvariantCulture)} {what}{(number == 1 ? "" : "s")}";

    private static string Points(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);
}
