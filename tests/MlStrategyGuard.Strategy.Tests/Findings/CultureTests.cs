using System.Globalization;

namespace MlStrategyGuard.Strategy.Tests.Findings;

/// <summary>A finding reads the same wherever it is made.</summary>
public sealed class CultureTests : RuleTest
{
    private const string Text =
        """
        version: 1
        task: regresion
        data: { label: price }
        consistency: { tolerance: 12.5%, confidence: 99.5% }
        metrics:
          optimize: f1
          min_difference: -0.25
          satisfy:
            - { metric: recall, at_least: 0.95, at_most: 0.75 }
            - { metric: mcc, at_least: 1.5 }
            - { metric: rmse, at_least: 2.5 }
            - { metric: rmse, at_most: 1.25 }
        splits:
          dev: { files: a.csv, rows: 1234567.5 }
          test: { files: b.csv, rows: 1_000 }
        accept:
          - { rule: MLS1003, because: x, until: 2026-01-31 }
          - { rule: MLS1004, because: x, until: 2026-02-30 }

        """;

    private static readonly Evidence Gathered = new()
    {
        DataWasRead = true,
        Splits = [Data("dev", "PRICE")],
        Unreadable = [new UnreadableData("dev", new("a.csv", SourceSpan.At(14, 17)), "a.csv", 1234567, 1234566, "i", "x")],
        Comparisons =
        [
            DevAndTest(Column("ı", Verdict.Different) with { RowsA = 1234567 }, Column("i", Verdict.Shifted) with { RowsNeeded = 12345 }),
            DevAndTest(Column("I", Verdict.NoShiftFound)) with { RowsNeeded = 1234567 },
        ],
    };

    [Theory]
    [InlineData("de-DE", "1,5")]
    [InlineData("ar-SA", null)]
    [InlineData("tr-TR", "1,5")]
    [InlineData("fa-IR", null)]
    [InlineData("th-TH", "1.5")]
    public void Findings_AreTheSameUnderAnyCulture(string name, string? oneAndAHalf)
    {
        var invariant = Under(CultureInfo.InvariantCulture);
        var culture = CultureInfo.GetCultureInfo(name, predefinedOnly: true);

        Assert.Equal(invariant, Under(culture));
        Assert.Contains(invariant, line => line.Contains("ended on 2026-01-31", StringComparison.Ordinal));
        Assert.Contains(invariant, line => line.Contains("1,234,567 rows a split", StringComparison.Ordinal));
        Assert.Contains(invariant, line => line.Contains("is -0.25", StringComparison.Ordinal));
        Assert.InRange(invariant.Count, 12, 20);

        // The culture is a real one: otherwise this test could not fail.
        Assert.NotEqual(new DateTime(2026, 1, 31).ToString("d", CultureInfo.InvariantCulture), new DateTime(2026, 1, 31).ToString("d", culture));
        Assert.Equal(oneAndAHalf ?? 1.5.ToString(culture), 1.5.ToString(culture));
    }

    private static IReadOnlyList<string> Under(CultureInfo culture)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            return [.. Of(Text, Gathered).Findings.Select(finding => $"{Place(finding)} {finding.Message}")];
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
