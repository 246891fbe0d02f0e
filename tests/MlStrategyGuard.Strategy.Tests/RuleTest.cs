using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests;

/// <summary>Judges a strategy text together with hand-made evidence, as a check does.</summary>
public abstract class RuleTest
{
    /// <summary>The day of all tests that don't name another.</summary>
    protected static readonly DateTime Today = new(2026, 6, 1);

    /// <summary>Four splits: train is at 3:3, train_dev at 4:3, dev at 5:3, test at 6:3; distributions are at column 44.</summary>
    protected const string FourSplits =
        """
        version: 1
        splits:
          train:     { files: a.csv, distribution: web }
          train_dev: { files: b.csv, distribution: web }
          dev:       { files: c.csv, distribution: app }
          test:      { files: d.csv, distribution: app }

        """;

    protected static Judgement Of(string text, Evidence? evidence = null, DateTime? today = null)
    {
        var (strategy, findings) = StrategyReader.Read(text);
        return Judgement.Of(strategy, findings, evidence ?? Evidence.None, today ?? Today);
    }

    /// <summary>The findings of one rule, <c>MLS1001 Error 5:3</c>; other rules' findings are left out.</summary>
    protected static IReadOnlyList<string> Places(string id, string text, Evidence? evidence = null, DateTime? today = null) =>
        [.. Of(text, evidence, today).Findings.Where(finding => finding.Id == id).Select(Place)];

    /// <summary>The one finding of all, which must be of this rule and stand at this place.</summary>
    protected static Finding Single(string place, string text, Evidence? evidence = null, DateTime? today = null)
    {
        var finding = Assert.Single(Of(text, evidence, today).Findings);
        Assert.Equal(place, Place(finding));
        return finding;
    }

    /// <summary>Nobody says anything.</summary>
    protected static void Silent(string text, Evidence? evidence = null, DateTime? today = null) =>
        Assert.Empty(Of(text, evidence, today).Findings.Select(finding => $"{Place(finding)} {finding.Message}"));

    protected static string Place(Finding finding) =>
        $"{finding.Id} {finding.Severity} {finding.Span.Line}:{finding.Span.Column}";

    /// <summary>Evidence of data that was read, with these comparisons.</summary>
    protected static Evidence Compared(params Comparison[] comparisons) =>
        new() { DataWasRead = true, Comparisons = comparisons };

    /// <summary>Two splits of 500 + 600 rows compared, tolerance 5 points, confidence 99 %.</summary>
    protected static Comparison Pair(string a, string b, ComparisonReason reason, params ColumnComparison[] columns) =>
        new(a, b, reason)
        {
            RowsA = 500,
            RowsB = 600,
            Tolerance = 0.05,
            Confidence = 0.99,
            Verdict = columns.Select(column => column.Verdict).DefaultIfEmpty(Verdict.NoShiftFound).Max(),
            Lower = columns.Select(column => column.Lower).DefaultIfEmpty().Max(),
            Upper = 0.15,
            Resolution = 0.138,
            Columns = columns,
        };

    protected static Comparison DevAndTest(params ColumnComparison[] columns) =>
        Pair("dev", "test", ComparisonReason.DevAndTest, columns);

    /// <summary>A column that moved by 10 points, between 7 and 13.4.</summary>
    protected static ColumnComparison Column(string name, Verdict verdict) =>
        new(name, ColumnAspect.Values, IsLabel: false, ColumnKind.Numeric)
        {
            RowsA = 500,
            RowsB = 600,
            Verdict = verdict,
            Estimate = 0.1,
            Lower = 0.07,
            IntervalUpper = 0.134,
            Upper = 0.15,
            P = 0.0001,
            IsSignificant = true,
            Resolution = 0.138,
            Movers = [new MovedShare("age > 60.3", 0.034, 0.066)],
        };

    protected static SplitData Data(string split, params string[] columns) =>
        new(split, 100, [.. columns.Select(column => new ColumnData(column, ColumnKind.Numeric, 0))]);
}
