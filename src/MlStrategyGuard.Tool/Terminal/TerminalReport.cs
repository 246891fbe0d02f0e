using System.Globalization;
using System.Text;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Tool.Terminal;

/// <summary>The report for people: findings under the line of the strategy file that they are about.</summary>
/// <param name="screen">Where it is shown.</param>
internal sealed class TerminalReport(Screen screen)
{
    private const string Margin = "  ";

    private readonly Paint _paint = new(screen.HasColor);
    private readonly StringBuilder _out = new();

    /// <summary>Writes the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="text">The strategy file's text.</param>
    /// <param name="silenced">Rules that the caller doesn't want to hear of.</param>
    /// <param name="verbose">Whether information is shown as well.</param>
    public string Write(CheckReport report, StrategyText text, IReadOnlySet<string> silenced, bool verbose)
    {
        _out.Clear();
        var all = CondensedFindings.Of(report, silenced);
        var shown = all.Where(finding => verbose || finding.Severity != "info").ToList();
        foreach (var place in shown.GroupBy(Span))
        {
            Place(place.Key, [.. place], text);
            _out.Append('\n');
        }

        var summaries = TextReport.Summaries(report, verbose).ToList();
        foreach (var summary in summaries)
            Prose("", Cells.Harmless(summary), Margin.Length);
        if (summaries.Count > 0)
            _out.Append('\n');
        Verdict(all, shown);
        return _out.ToString();
    }

    private static SourceSpan Span(ReportedFinding finding) => new(finding.Line, finding.Column, finding.EndLine, finding.EndColumn);

    private void Place(SourceSpan span, List<ReportedFinding> findings, StrategyText text)
    {
        var worst = findings.Any(finding => finding.Severity == "error") ? "error" : findings.Any(finding => finding.Severity == "warning") ? "warning" : "info";
        _out.Append(_paint.Strong(string.Create(CultureInfo.InvariantCulture, $"{Cells.Harmless(findings[0].File)}:{span.Line}:{span.Column}"))).Append('\n');

        // What is missing from the whole file has no line to show.
        if (span != SourceSpan.FileStart && text.Line(span.Line) is { } line && !string.IsNullOrWhiteSpace(line))
            Frame(line, span, worst);
        foreach (var finding in findings)
        {
            var label = $"{finding.Severity} {finding.Id}: ";
            Prose(Margin + _paint.Severity(finding.Severity, label), Cells.Harmless(finding.Message), 2 * Margin.Length, Margin.Length + label.Length);
            if (finding.Fix is { } fix)
                Advice("fix", $"{Cells.Harmless(fix.Title)} (mlguard check --fix)");
        }

        Advice("help", string.Join(", ", findings.Select(finding => "mlguard explain " + finding.Id).Distinct()));
    }

    private void Frame(string line, SourceSpan span, string severity)
    {
        var number = span.Line.ToString(CultureInfo.InvariantCulture);
        var gutter = Margin.Length + number.Length + 3;
        var frame = SourceFrame.Of(
            line,
            span.Column - 1,
            span.EndLine == span.Line ? span.EndColumn - 1 : line.Length,
            screen.CodeWidth == 0 ? 0 : Math.Max(10, screen.CodeWidth - gutter));
        var (bar, empty) = (_paint.Quiet("│"), new string(' ', number.Length));
        _out.Append($"{Margin}{_paint.Quiet(number)} {bar} {frame.Text}\n");
        _out.Append($"{Margin}{empty} {bar} {new string(' ', frame.Start)}{_paint.Severity(severity, new string('^', frame.Length))}\n");
    }

    private void Advice(string word, string text) =>
        Prose($"{Margin}{_paint.Advice(word + ":")} ", text, 2 * Margin.Length, Margin.Length + word.Length + 2);

    private void Verdict(IReadOnlyList<ReportedFinding> all, List<ReportedFinding> shown)
    {
        var isFailed = all.Any(finding => finding.Severity == "error");
        var totals = TextReport.Totals(all);
        if (shown.Count < all.Count)
            totals += " (--verbose shows it)";
        var word = isFailed ? "failed: " : "passed: ";
        Prose(isFailed ? _paint.Severity("error", word) : _paint.Good(word), totals, Margin.Length, word.Length);
    }

    /// <summary>Wraps a text behind a beginning that is already on its line.</summary>
    private void Prose(string beginning, string text, int indent, int first = 0)
    {
        _out.Append(beginning);
        foreach (var line in Wrapping.Lines(text, screen.Width, first, indent))
            _out.Append(line).Append('\n');
    }
}
