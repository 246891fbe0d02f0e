namespace MlStrategyGuard.Rules;

/// <summary>Dev and test are different: the lower bound of the difference is above the tolerance.</summary>
internal static class MLS1001
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        from comparison in evidence.Comparisons
        where comparison.Reason == ComparisonReason.DevAndTest
        from column in comparison.With(Verdict.Different)
        select Shifts.About(nameof(MLS1001), strategy, comparison, column,
            $"{comparison.A} and {comparison.B} are different: {Shifts.AtLeast(comparison, column)}. "
            + "Draw both from one shuffled pool of the rows that the model must do well on.");
}
