using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Splits declared to share a distribution differ.</summary>
internal static class MLS1004
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        foreach (var comparison in evidence.Comparisons.Where(comparison => comparison.Reason == ComparisonReason.SameDistribution))
        {
            var distribution = Texts.Shorten(strategy.Split(comparison.B)?.Distribution?.Value ?? "");
            foreach (var column in comparison.With(Verdict.Different))
                yield return Shifts.About(nameof(MLS1004), strategy, comparison, column, Message(comparison, distribution, Shifts.AtLeast(comparison, column)));
            foreach (var joint in comparison.JointlyWith(Verdict.Different))
                yield return Shifts.About(nameof(MLS1004), strategy, comparison, joint, Message(comparison, distribution, Shifts.AtLeast(comparison, joint)));
        }
    }

    private static string Message(Comparison comparison, string distribution, string what) =>
        $"{comparison.A} and {comparison.B} both declare the distribution '{distribution}' and differ: {what}. "
        + "Give them different distributions, or draw both from one pool.";
}
