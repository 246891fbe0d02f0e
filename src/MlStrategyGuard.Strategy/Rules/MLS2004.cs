using System.Globalization;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Satisficing metric without a threshold, or with a contradictory one.</summary>
internal static class MLS2004
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Metrics is not { } metrics)
            yield break;

        foreach (var satisfied in metrics.Satisfy)
        {
            if (Problem(satisfied) is var (span, message) && span is not null)
                yield return Finding.Of(nameof(MLS2004), span.Value, message!);
        }

        foreach (var subject in metrics.Satisfy.GroupBy(Subject))
        {
            Marked<double>? floor = null;   // The highest of the "at least".
            Marked<double>? ceiling = null; // The lowest of the "at most".
            foreach (var satisfied in subject)
            {
                // An entry that contradicts itself has been reported, and says nothing about the others.
                if (satisfied is { AtMost: { } most, AtLeast: { } least } && least.Value > most.Value)
                    continue;
                if (satisfied.AtLeast is { } low && ceiling is not null && low.Value > ceiling.Value)
                    yield return Contradiction(satisfied, low, ceiling, ceiling);
                else if (satisfied.AtMost is { } high && floor is not null && high.Value < floor.Value)
                    yield return Contradiction(satisfied, floor, high, floor);
                floor = satisfied.AtLeast is { } atLeast && !(floor?.Value >= atLeast.Value) ? atLeast : floor;
                ceiling = satisfied.AtMost is { } atMost && !(ceiling?.Value <= atMost.Value) ? atMost : ceiling;
            }
        }
    }

    private static Finding Contradiction(
        SatisficingMetric satisfied, Marked<double> low, Marked<double> high, Marked<double> other) =>
        Finding.Of(nameof(MLS2004), satisfied.Metric.Span,
            $"'{Name(satisfied)}' must be at least {Plain(low.Value)} and at most {Plain(high.Value)} at once (the other threshold is in line {other.Span.Line}); no value can be both.");

    private static (SourceSpan? Span, string? Message) Problem(SatisficingMetric satisfied)
    {
        var known = MetricCatalogue.Find(satisfied.Metric.Value);
        if (satisfied is { AtMost: null, AtLeast: null })
        {
            var key = known?.Direction switch
            {
                MetricDirection.Higher => "'at_least:'",
                MetricDirection.Lower => "'at_most:'",
                _ => "'at_most:' or 'at_least:'",
            };
            return (satisfied.Metric.Span, $"'{Name(satisfied)}' has no threshold to pass; give it {key}, or move it to 'watch:'.");
        }

        if (satisfied is { AtMost: { } most, AtLeast: { } least } && least.Value > most.Value)
            return (least.Span, $"'{Name(satisfied)}' must be at least {Plain(least.Value)} and at most {Plain(most.Value)}; no value can be both.");
        if (known is not null && satisfied.AtLeast is { } low && low.Value > known.Highest)
            return (low.Span, $"'{Name(satisfied)}' is never above {Plain(known.Highest)}, so nothing can pass 'at_least: {Plain(low.Value)}'.");
        if (known is not null && satisfied.AtMost is { } high && high.Value < known.Lowest)
            return (high.Span, $"'{Name(satisfied)}' is never below {Plain(known.Lowest)}, so nothing can pass 'at_most: {Plain(high.Value)}'.");
        return (null, null);
    }

    /// <summary>What a threshold is about: one metric on one split.</summary>
    private static (string Metric, string Split) Subject(SatisficingMetric satisfied) =>
        (Canonical(satisfied), satisfied.On?.Value ?? "dev");

    private static string Canonical(SatisficingMetric satisfied) =>
        satisfied.Metric.Value.Contains('@')
            ? satisfied.Metric.Value
            : MetricCatalogue.Find(satisfied.Metric.Value)?.Name ?? satisfied.Metric.Value;

    private static string Name(SatisficingMetric satisfied) => Texts.Shorten(satisfied.Metric.Value);

    private static string Plain(double value) => value.ToString(CultureInfo.InvariantCulture);
}
