namespace MlStrategyGuard.Rules;

/// <summary>Train-dev isn't distributed like train.</summary>
internal static class MLS1003
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        from comparison in evidence.Comparisons
        where comparison.Reason == ComparisonReason.TrainAndTrainDev
        from column in comparison.With(Verdict.Different)
        select Shifts.About(nameof(MLS1003), strategy, comparison, column,
            $"train_dev isn't distributed like train: {Shifts.AtLeast(comparison, column)}. "
            + "Cut train_dev at random from the training rows.");
}
