namespace MlStrategyGuard.Rules;

/// <summary>Two splits have shifted: significant, and the upper bound is above the tolerance.</summary>
internal static class MLS1020
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        from comparison in evidence.Comparisons
        from column in comparison.With(Verdict.Shifted)
        select Shifts.About(nameof(MLS1020), strategy, comparison, column,
            $"{comparison.A} and {comparison.B} have shifted, perhaps beyond the tolerance: {Shifts.Between(comparison, column)}."
            + (column.RowsNeeded is > 0 and < 100_000_000
                ? $" About {Shifts.Rows(column.RowsNeeded)} rows a split would settle it."
                : ""));
}
