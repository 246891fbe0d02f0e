namespace MlStrategyGuard.Rules;

/// <summary>Two splits have shifted: significant, and the upper bound is above the tolerance.</summary>
internal static class MLS1020
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        evidence.Comparisons.SelectMany(comparison => comparison
            .With(Verdict.Shifted)
            .Select(column => Shifts.About(nameof(MLS1020), strategy, comparison, column,
                Message(comparison, Shifts.Between(comparison, column), column.RowsNeeded)))
            .Concat(comparison.JointlyWith(Verdict.Shifted)
                .Select(joint => Shifts.About(nameof(MLS1020), strategy, comparison, joint,
                    Message(comparison, Shifts.Between(comparison, joint), joint.RowsNeeded)))));

    private static string Message(Comparison comparison, string what, long rowsNeeded) =>
        $"{comparison.A} and {comparison.B} have shifted, perhaps beyond the tolerance: {what}."
        + (rowsNeeded is > 0 and < 100_000_000 ? $" About {Shifts.Rows(rowsNeeded)} rows a split would settle it." : "");
}
