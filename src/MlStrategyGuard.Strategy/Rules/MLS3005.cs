namespace MlStrategyGuard.Rules;

/// <summary>Dev, test or the metric don't reflect the real world.</summary>
internal static class MLS3005
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        Diagnoses.Dominating(nameof(MLS3005), GapCause.RealWorld, "the distance to the real world", strategy, evidence);
}
