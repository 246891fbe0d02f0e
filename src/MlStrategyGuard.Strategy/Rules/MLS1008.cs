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
            yield return Overlaps.About(nameof(MLS1008), strategy, order.A, order.B, time.Span,
                $"{order.A} doesn't end before {order.B} begins: by '{Texts.Shorten(time.Value)}' {about}{Show.Count(order.LateA)} of {order.A}'s {Show.Count(order.RowsA)} rows come {(isBoundary ? "after" : "at or after")} {order.B}'s first, "
                + $"and {about}{Show.Count(order.EarlyB)} of {order.B}'s {Show.Count(order.RowsB)} {(isBoundary ? "before" : "at or before")} {order.A}'s last. "
                + $"Under 'policy: temporal' a model must not know what comes later: cut at one point in time.") with
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
