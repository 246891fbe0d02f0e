using MlStrategyGuard.Engine.Reports;
using MlStrategyGuard.Tool.Terminal;

namespace MlStrategyGuard.Tool.Tests.Terminal;

public sealed class TerminalReportTests
{
    private const string Yaml = "version: 1\nmetrics:\n  optimize: [f1, recall]\n";

    [Fact]
    public void Findings_StandUnderTheirLine_WithFixHelpAndVerdict() => Assert.Equal("""
        my.yaml:3:13
          3 │   optimize: [f1, recall]
            │             ^^^^^^^^^^^^
          error MLS2002: 2 metrics compete: f1, recall. Exactly one
            can be optimized.
          warning MLS2010: something else
          fix: keep one (mlguard check --fix)
          help: mlguard explain MLS2002, mlguard explain MLS2010

        failed: 1 error, 1 warning, 0 for information

        """.ReplaceLineEndings("\n"), Write(
        60,
        Finding("error", "MLS2002", "2 metrics compete: f1, recall. Exactly one can be optimized."),
        Finding("warning", "MLS2010", "something else") with { Fix = new ReportedFix { Title = "keep one", Edits = [] } }));

    [Fact]
    public void Severities_HaveTheirColours()
    {
        var text = Write(new Screen(true, HasColor: true, 80, 80), false, Finding("error", "MLS2002", "two"), Finding("warning", "MLS2010", "one"));

        Assert.Contains("\e[1;31merror MLS2002: \e[0mtwo\n", text, StringComparison.Ordinal);
        Assert.Contains("\e[1;33mwarning MLS2010: \e[0mone\n", text, StringComparison.Ordinal);
        Assert.Contains("\e[1;31m^^^^^^^^^^^^\e[0m\n", text, StringComparison.Ordinal);
        Assert.Contains("\e[1;31mfailed: \e[0m1 error", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutColour_ThereIsNoEscape() =>
        Assert.DoesNotContain('\e', Write(80, Finding("error", "MLS2002", "two \e[31m")));

    [Fact]
    public void Wide_NothingIsBroken_WhenNothingLimitsTheWidth() =>
        Assert.Contains(new string('x', 300) + " y\n", Write(0, Finding("error", "MLS2002", new string('x', 300) + " y")), StringComparison.Ordinal);

    [Fact]
    public void Information_IsCountedAndShownWhenAsked()
    {
        var info = Finding("info", "MLS1002", "rows");

        Assert.Equal("passed: 0 errors, 0 warnings, 1 for information (--verbose shows it)\n", Write(80, info));
        Assert.Contains("  info MLS1002: rows\n", Write(new Screen(true, false, 80, 80), true, info), StringComparison.Ordinal);
    }

    [Fact]
    public void SilencedRule_IsNeitherShownNorCounted() => Assert.Equal(
        "passed: 0 errors, 0 warnings, 0 for information\n",
        new TerminalReport(new Screen(true, false, 80, 80)).Write(
            new CheckReport { File = "my.yaml", Findings = [Finding("error", "MLS2002", "two")] }, new StrategyText(Yaml), new HashSet<string> { "MLS2002" }, false));

    [Theory]
    [InlineData(1, 1, 1, 1)] // What is missing from the whole file.
    [InlineData(9, 1, 9, 5)] // Behind the end.
    [InlineData(4, 1, 4, 1)] // The empty last line.
    public void PlaceWithoutALine_HasNoFrame(int line, int column, int endLine, int endColumn)
    {
        var text = Write(80, Finding("error", "MLS2002", "two") with { Line = line, Column = column, EndLine = endLine, EndColumn = endColumn });

        Assert.StartsWith($"my.yaml:{line}:{column}\n  error MLS2002: two\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void PlaceOfSeveralLines_IsUnderlinedToTheEndOfItsFirst() => Assert.Contains("""
          2 │ metrics:
            │ ^^^^^^^^

        """.ReplaceLineEndings("\n"), Write(80, Finding("error", "MLS2002", "two") with { Line = 2, Column = 1, EndLine = 3, EndColumn = 25 }), StringComparison.Ordinal);

    [Fact]
    public void WindowsLineEnds_ShowNothingOfThemselves()
    {
        var text = new TerminalReport(new Screen(true, false, 80, 80)).Write(
            new CheckReport { File = "my.yaml", Findings = [Finding("error", "MLS2002", "two")] },
            new StrategyText(Yaml.Replace("\n", "\r\n", StringComparison.Ordinal)), new HashSet<string>(), false);

        Assert.Contains("  3 │   optimize: [f1, recall]\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(110)]
    public void NoLine_IsWiderThanTheTerminal(int width) => Assert.All(
        Write(width,
            Finding("error", "MLS2002", string.Join(' ', Enumerable.Repeat("word 名前 12 %", 40))),
            Finding("warning", "MLS2010", "short") with { Line = 1, Column = 1, EndLine = 1, EndColumn = 8 }).Split('\n'),
        line => Assert.True(Cells.Of(line) <= width, line));

    [Fact]
    public void Comparisons_StandBeforeTheVerdict()
    {
        var report = new CheckReport
        {
            File = "my.yaml",
            Summary = "dev f1 0.9",
            Accepted =
            [
                new ReportedWaiver { Id = "MLS1001", Because = "a \e[31m reason", Message = "m", Severity = "error", Line = 1, Column = 1, EndLine = 1, EndColumn = 1 },
            ],
        };

        Assert.Equal(
            "accepted: MLS1001: a \uFFFD[31m reason\ndev f1 0.9\n\npassed: 0 errors, 0 warnings, 0 for information\n",
            new TerminalReport(new Screen(true, false, 80, 80)).Write(report, new StrategyText(Yaml), new HashSet<string>(), false));
    }

    private static string Write(int width, params ReportedFinding[] findings) => Write(new Screen(true, false, width, width), false, findings);

    private static string Write(Screen screen, bool verbose, params ReportedFinding[] findings) => new TerminalReport(screen).Write(
        new CheckReport { File = "my.yaml", Findings = findings }, new StrategyText(Yaml), new HashSet<string>(), verbose);

    private static ReportedFinding Finding(string severity, string id, string message) => new()
    {
        Id = id,
        Severity = severity,
        Message = message,
        Help = "h",
        File = "my.yaml",
        Line = 3,
        Column = 13,
        EndLine = 3,
        EndColumn = 25,
        Data = new Dictionary<string, object>(),
    };
}
