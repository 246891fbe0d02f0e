using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Splits declared to share a distribution differ.</summary>
internal static class MLS1004
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        from comparison in evidence.Comparisons
        where comparison.Reason == ComparisonReason.SameDistribution
        let distribution = strategy.Split(comparison.B)?.Distribution?.Value ?? ""
        from column in comparison.With(Verdict.Different)
        select Shifts.About(nameof(MLS1004), strategy, comparison, column,
            $"{comparison.A} and {comparison.B} both declare the distribution '{Texts.Shorten(distribution)}' and differ: "
            + $"{Shifts.AtLeast(comparison, column)}. Give them different distributions, or draw both from one pool.");
}
