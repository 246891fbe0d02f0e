namespace MlStrategyGuard.Engine.Reports;

/// <summary>Findings for people: of many columns with the same trouble the worst three speak, one more counts the rest.</summary>
public static class CondensedFindings
{
    private const int Spoken = 3;
    private const int Named = 12;

    /// <summary>The findings to show, in the report's order, without those of rules in <paramref name="silenced"/>.</summary>
    public static IReadOnlyList<ReportedFinding> Of(CheckReport report, IReadOnlySet<string> silenced) =>
    [
        .. report.Findings
            .Where(finding => !silenced.Contains(finding.Id))
            .GroupBy(finding => finding.ColumnName is null
                ? (finding.Id, finding.Line, finding.Column, finding.Message)
                : (finding.Id, finding.Line, finding.Column, ""))
            .SelectMany(group => Condense([.. group])),
    ];

    private static IEnumerable<ReportedFinding> Condense(List<ReportedFinding> group)
    {
        if (group.Count <= Spoken + 1)
            return group;

        var rest = group.Skip(Spoken).Select(finding => $"'{Reading.Texts.Shorten(finding.ColumnName ?? "")}'").Distinct().ToList();
        var names = string.Join(", ", rest.Take(Named)) + (rest.Count > Named ? ", …" : "");
        return group.Take(Spoken).Append(group[Spoken] with
        {
            Message = $"the same holds for {rest.Count} more columns: {names}. The JSON report has the figures of each.",
            ColumnName = null,
        });
    }
}
