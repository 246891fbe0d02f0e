using System.Globalization;
using System.Text.Json;

namespace MlStrategyGuard.Engine.Reports;

/// <summary>Evidence and judgement to the report.</summary>
internal static class CheckReportBuilder
{
    /// <summary>Builds the report of one check.</summary>
    /// <param name="file">The strategy file, as the user named it.</param>
    /// <param name="evidence">What was gathered.</param>
    /// <param name="judgement">What the rules say.</param>
    public static CheckReport Build(string file, Evidence evidence, Judgement judgement) => new()
    {
        File = file,
        Findings = [.. judgement.Findings.Select(finding => Report(file, finding))],
        Comparisons = [.. evidence.Comparisons.Select(Report)],
        Accepted = [.. judgement.Accepted.Select(accepted => new ReportedWaiver
        {
            Id = accepted.Finding.Id,
            Because = accepted.Waiver.Because!.Value,
            Until = accepted.Waiver.Until?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Message = accepted.Finding.Message,
        })],
    };

    private static ReportedFinding Report(string file, Finding finding) => new()
    {
        Id = finding.Id,
        Severity = finding.Severity.ToString().ToLowerInvariant(),
        Message = finding.Message,
        Help = finding.Help,
        File = file,
        Line = finding.Span.Line,
        Column = finding.Span.Column,
        EndLine = finding.Span.EndLine,
        EndColumn = finding.Span.EndColumn,
        Split = finding.Split,
        ColumnName = finding.ColumnName,
        Data = finding.Data.ToDictionary(pair => pair.Key, pair => pair.Value is double number ? Round(number) : pair.Value),
    };

    private static ReportedComparison Report(MlStrategyGuard.Comparison comparison) => new()
    {
        A = comparison.A,
        B = comparison.B,
        Verdict = Word(comparison.Verdict),
        Lower = Round(comparison.Lower),
        Upper = Round(comparison.Upper),
        Resolution = Round(comparison.Resolution),
        RowsNeeded = comparison.RowsNeeded,
        RowsA = comparison.RowsA,
        RowsB = comparison.RowsB,
        Tolerance = comparison.Tolerance,
        Columns = [.. comparison.Columns.Select(Report)],
        LeftOut = comparison.LeftOut.ToDictionary(),
    };

    private static ReportedColumn Report(ColumnComparison column) => new()
    {
        Name = column.Column,
        Aspect = Snake(column.Aspect.ToString()),
        Role = column.IsLabel ? "label" : "feature",
        Kind = Snake(column.Kind.ToString()),
        Verdict = Word(column.Verdict),
        Estimate = Round(column.Estimate),
        Lower = Round(column.Lower),
        Upper = Round(column.Upper),
        P = Significant(column.P),
        Resolution = Round(column.Resolution),
        RowsA = column.RowsA,
        RowsB = column.RowsB,
        Moved = [.. column.Movers.Select(mover =>
            new ReportedMove { Name = mover.Name, A = Round(mover.ShareA), B = Round(mover.ShareB) })],
    };

    private static string Word(Verdict verdict) => Snake(verdict.ToString());

    private static string Snake(string pascal) => JsonNamingPolicy.SnakeCaseLower.ConvertName(pascal);

    /// <summary>Eight decimals: what lies beyond may differ between processors, and means nothing.</summary>
    private static double Round(double share) => Math.Round(share, 8) + 0.0;

    private static double Significant(double p) =>
        double.Parse(p.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
