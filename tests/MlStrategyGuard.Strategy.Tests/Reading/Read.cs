using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Reading;

/// <summary>Reads a strategy text and tells what was found, in one line a finding.</summary>
internal static class Read
{
    /// <summary><c>MLS0002 3:5</c>: rule, line and column, in the reader's order.</summary>
    public static IReadOnlyList<string> Places(string text) =>
        [.. StrategyReader.Read(text).Findings.Select(Place)];

    /// <summary>The one finding of a text.</summary>
    public static Finding Single(string text) => Assert.Single(StrategyReader.Read(text).Findings);

    public static string Place(Finding finding) => $"{finding.Id} {finding.Span.Line}:{finding.Span.Column}";
}
