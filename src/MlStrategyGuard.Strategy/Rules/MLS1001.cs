namespace MlStrategyGuard.Rules;

/// <summary>Dev and test are different: the lower bound of the difference is above the tolerance.</summary>
internal static class MLS1001
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        evidence.Comparisons.Where(comparison => comparison.Reason == ComparisonReason.DevAndTest).SelectMany(comparison => comparison
            .With(Verdict.Different)
            .Select(column => Shifts.About(nameof(MLS1001), strategy, comparison, column, Message(strategy, comparison, Shifts.AtLeast(comparison, column))))
            .Concat(comparison.JointlyWith(Verdict.Different)
                .Select(joint => Shifts.About(nameof(MLS1001), strategy, comparison, joint, Message(strategy, comparison, Shifts.AtLeast(comparison, joint))))));

    private static string Message(Strategy strategy, Comparison comparison, string what) =>
        $"{comparison.A} and {comparison.B} are different: {what}. " + (strategy.Consistency.Policy == SplitPolicy.Temporal
            ? "Cut at other points in time, so that dev is like the time that test stands for, or declare with 'consistency.tolerance' how much may change."
            : "Draw both from one shuffled pool of the rows that the model must do well on.");
}
