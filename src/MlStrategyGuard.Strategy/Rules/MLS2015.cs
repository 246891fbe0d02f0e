using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>The choice is worse than the baseline, beyond noise.</summary>
internal static class MLS2015
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (evidence.Baseline is not { } baseline || Selection.Of(strategy) is not { Choice: { } choice } selection)
            yield break;

        if (!MetricCatalogue.AreSame(baseline.Metric, selection.Metric))
            yield return Finding.Of(nameof(MLS2015), strategy.Metrics!.Single!.Metric.Span,
                $"the baseline is a figure of {Texts.Shorten(baseline.Metric)}, and {Texts.Shorten(selection.Metric)} is optimized now, so they can't be compared. Write it anew with 'mlguard baseline'.") with
            {
                Severity = Severity.Warning,
            };
        else if (choice.Figure is null)
            yield return Finding.Of(nameof(MLS2015), strategy.Choice!.Span,
                $"the choice '{Texts.Shorten(choice.Name)}' has no {Texts.Shorten(selection.Metric)} on dev, so nobody can tell whether it is worse than the baseline {Show.Plain(baseline.Value)}.").On(choice.Name) with
            {
                Severity = Severity.Warning,
            };
        else if (selection.LimitsOf(choice.Figure) is { } limits
            && baseline.IsAbove(choice.Figure.Value.Value, limits, selection.Direction)
            && !(selection.MinDifference is { } least && Math.Abs(baseline.Value - choice.Figure.Value.Value) < least))
            yield return Finding.Of(nameof(MLS2015), strategy.Choice!.Span,
                $"the choice '{Texts.Shorten(choice.Name)}' is worse than the baseline '{Texts.Shorten(baseline.Candidate)}': {selection.Metric} {Show.Plain(Math.Round(choice.Figure.Value.Value, 4))}{Interval(limits.Lower, limits.Upper)} against {Show.Plain(Math.Round(baseline.Value, 4))}{Interval(baseline.Lower, baseline.Upper)}. Find out what made it worse, or write a new baseline with 'mlguard baseline'.").On(choice.Name) with
            {
                Data = [new("baseline", baseline.Value), new("value", choice.Figure.Value.Value)],
            };
    }

    private static string Interval(double? lower, double? upper) => lower is { } a && upper is { } b && a < b
        ? $" ({Show.Plain(Math.Round(a, 4))}–{Show.Plain(Math.Round(b, 4))})"
        : "";
}
