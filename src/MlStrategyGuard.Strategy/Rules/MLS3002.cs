namespace MlStrategyGuard.Rules;

/// <summary>Variance dominates.</summary>
internal static class MLS3002
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        Diagnoses.Dominating(nameof(MLS3002), GapCause.Variance, "variance", strategy, evidence);
}
