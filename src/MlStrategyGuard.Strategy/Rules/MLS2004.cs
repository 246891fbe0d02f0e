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

        foreach (var (first, second) in Pairs(metrics.Satisfy))
        {
            var low = second.AtLeast ?? first.AtLeast;
            var high = second.AtMost ?? first.AtMost;
            if (low is not null && high is not null && low.Value > high.Value)
                yield return Finding.Of(nameof(MLS2004), second.Metric.Span,
                    $"'{Name(second)}' must be at least {Plain(low.Value)} and at most {Plain(high.Value)} at once (the other threshold is in line {first.Metric.Span.Line}); no value can be both.");
        }
    }

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

    /// <summary>Pairs of entries, in file order, that speak of the same metric on the same split, each with one threshold.</summary>
    private static IEnumerable<(SatisficingMetric First, SatisficingMetric Second)> Pairs(
        IReadOnlyList<SatisficingMetric> satisfied) =>
        from second in Enumerable.Range(0, satisfied.Count)
        from first in Enumerable.Range(0, second)
        where SameSubject(satisfied[first], satisfied[second])
        where (satisfied[first].AtLeast is null) != (satisfied[second].AtLeast is null)
        where (satisfied[first].AtMost is null) != (satisfied[second].AtMost is null)
        select (satisfied[first], satisfied[second]);

    private static bool SameSubject(SatisficingMetric a, SatisficingMetric b) =>
        Canonical(a) == Canonical(b) && (a.On?.Value ?? "dev") == (b.On?.Value ?? "dev");

    private static string Canonical(SatisficingMetric satisfied) =>
        satisfied.Metric.Value.Contains('@')
            ? satisfied.Metric.Value
            : MetricCatalogue.Find(satisfied.Metric.Value)?.Name ?? satisfied.Metric.Value;

    private static string Name(SatisficingMetric satisfied) => Texts.Shorten(satisfied.Metric.Value);

    private static string Plain(double value) => value.ToString(CultureInfo.InvariantCulture);
}
