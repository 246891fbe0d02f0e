using System.Globalization;
using System.Text;

namespace MlStrategyGuard.Engine.Reports;

/// <summary>
/// The findings as workflow commands of GitHub Actions, which the runner turns into annotations of the pull request.
/// The form and its escapes are those of the runner's documentation.
/// </summary>
public static class GitHubReport
{
    /// <summary>One command a finding, and a line with their numbers.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The strategy file from the repository's root, with forward slashes.</param>
    /// <param name="silenced">Rules that the caller doesn't want to hear of.</param>
    /// <param name="verbose">Whether information is shown as well.</param>
    public static string Write(CheckReport report, string path, IReadOnlySet<string> silenced, bool verbose)
    {
        var findings = CondensedFindings.Of(report, silenced);
        var text = new StringBuilder();
        foreach (var finding in findings.Where(finding => verbose || finding.Severity != "info"))
            text.Append(Command(finding, path)).Append('\n');
        return text.Append(TextReport.Totals(findings)).Append('\n').ToString();
    }

    private static string Command(ReportedFinding finding, string path)
    {
        var name = finding.Severity switch { "error" => "error", "warning" => "warning", _ => "notice" };

        // Columns of a place of several lines would be taken for columns of its first.
        var columns = finding.Line == finding.EndLine
            ? string.Create(CultureInfo.InvariantCulture, $",col={finding.Column},endColumn={finding.EndColumn}")
            : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"::{name} file={Property(path)},line={finding.Line},endLine={finding.EndLine}{columns},title={Property($"{finding.Id}: {RuleCatalogue.Get(finding.Id).Title}")}::{Data($"{finding.Message} ({finding.Help})")}");
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
