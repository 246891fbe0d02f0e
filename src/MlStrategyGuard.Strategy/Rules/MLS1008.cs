using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Time order violated under <c>policy: temporal</c>.</summary>
internal static class MLS1008
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Data.Time is not { } time)
            yield break;

        foreach (var order in evidence.Leakage.Times.Where(order => order.LateA > 0))
        {
            var about = order.IsExact ? "" : "about ";
            var isBoundary = order.A == "dev";
            var gap = isBoundary || strategy.Consistency.Embargo is not { Value.Value: > 0 } embargo ? "" : Show.Gap(embargo.Value);
            var (last, first, ends, advice) = gap.Length > 0
                ? ($"less than {gap} before, or after,", $"less than {gap} after, or before,", $"{gap} before {order.B} begins, as 'consistency.embargo' asks", "cut at one point in time, and drop the last of the training rows")
                : isBoundary ? ("after", "before", $"before {order.B} begins", "cut at one point in time")
                : ("at or after", "at or before", $"before {order.B} begins", "cut at one point in time");
            yield return Overlaps.About(nameof(MLS1008), strategy, order.A, order.B, time.Span,
                $"{order.A} doesn't end {ends}: by '{Texts.Shorten(time.Value)}' {about}{Show.Count(order.LateA)} of {order.A}'s {Show.Count(order.RowsA)} rows come {last} {order.B}'s first, "
                + $"and {about}{Show.Count(order.EarlyB)} of {order.B}'s {Show.Count(order.RowsB)} {first} {order.A}'s last. "
                + $"Under 'policy: temporal' a model must not know what comes later: {advice}.") with
            {
                Split = order.B,
                ColumnName = time.Value,
                Data =
                [
                    new("a", order.A), new("b", order.B), new("late_a", order.LateA), new("early_b", order.EarlyB),
                    new("rows_a", order.RowsA), new("rows_b", order.RowsB),
                ],
            };
        }
    }
}
