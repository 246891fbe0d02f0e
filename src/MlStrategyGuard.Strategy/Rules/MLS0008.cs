using System.Globalization;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>MLS0008: a waiver that is expired, names no rule, gives no reason, or matches nothing.</summary>
internal static class MLS0008
{
    public static IEnumerable<Finding> Check(
        Strategy strategy, Evidence evidence, IReadOnlyList<AcceptedFinding> accepted, DateTime today)
    {
        foreach (var waiver in strategy.Accept)
        {
            if (waiver.Rule is not { } rule)
                continue; // The reader has said so already.

            if (!RuleCatalogue.Knows(rule.Value))
                yield return Finding.Of(nameof(MLS0008), rule.Span,
                    $"this waiver accepts '{Texts.Shorten(rule.Value)}', and no rule has that number{RuleCatalogue.Hint(rule.Value)}");
            else if (string.IsNullOrWhiteSpace(waiver.Because?.Value))
                yield return Finding.Of(nameof(MLS0008), waiver.Span,
                    $"this waiver of {rule.Value} gives no reason; say why in 'because:'.");
            else if (waiver.Until is { } until && until.Value < today.Date)
                yield return Finding.Of(nameof(MLS0008), until.Span,
                    $"this waiver of {rule.Value} ended on {until.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}; solve the finding, or renew the date with a reason.");
            else if (CanTell(rule.Value, evidence) && !accepted.Any(one => waiver.Covers(one.Finding, today)))
                yield return Finding.Of(nameof(MLS0008), waiver.Span,
                    $"this waiver of {rule.Value}{(waiver.Where is { } where ? $" at '{Texts.Shorten(where.Value)}'" : "")} matches no finding; remove it.") with
                {
                    Severity = Severity.Warning,
                };
        }
    }

    /// <summary>Whether the rule has run, so that its silence means something.</summary>
    private static bool CanTell(string rule, Evidence evidence) =>
        evidence is { DataWasRead: true, MissingFiles.Count: 0, Unreadable.Count: 0, Unsupported.Count: 0 }
        && (StrategyReader.Rules.Contains(rule) || StrategyRules.All.Any(known => known.Key == rule));
}
