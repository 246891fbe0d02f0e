namespace MlStrategyGuard.Rules;

/// <summary>Dev and test are different: the lower bound of the difference is above the tolerance.</summary>
internal static class MLS1001
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        evidence.Comparisons.Where(comparison => comparison.Reason == ComparisonReason.DevAndTest).SelectMany(comparison => comparison
            .With(Verdict.Different)
            .Select(column => Shifts.About(nameof(MLS1001), strategy, comparison, column, Message(comparison, Shifts.AtLeast(comparison, column))))
            .Concat(comparison.JointlyWith(Verdict.Different)
                .Select(joint => Shifts.About(nameof(MLS1001), strategy, comparison, joint, Message(comparison, Shifts.AtLeast(comparison, joint))))));

    private static string Message(Comparison comparison, string what) =>
        $"{comparison.A} and {comparison.B} are different: {what}. Draw both from one shuffled pool of the rows that the model must do well on.";
}
