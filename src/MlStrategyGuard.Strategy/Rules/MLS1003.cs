namespace MlStrategyGuard.Rules;

/// <summary>Train-dev isn't distributed like train.</summary>
internal static class MLS1003
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        evidence.Comparisons.Where(comparison => comparison.Reason == ComparisonReason.TrainAndTrainDev).SelectMany(comparison => comparison
            .With(Verdict.Different)
            .Select(column => Shifts.About(nameof(MLS1003), strategy, comparison, column, Message(comparison, Shifts.AtLeast(comparison, column))))
            .Concat(comparison.JointlyWith(Verdict.Different)
                .Select(joint => Shifts.About(nameof(MLS1003), strategy, comparison, joint, Message(comparison, Shifts.AtLeast(comparison, joint))))));

    private static string Message(Comparison comparison, string what) =>
        $"{comparison.B} isn't distributed like {comparison.A}: {what}. Cut {comparison.B} at random from the training rows.";
}
