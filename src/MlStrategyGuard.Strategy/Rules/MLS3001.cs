namespace MlStrategyGuard.Rules;

/// <summary>Avoidable bias dominates.</summary>
internal static class MLS3001
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        Diagnoses.Dominating(nameof(MLS3001), GapCause.Bias, "avoidable bias", strategy, evidence);
}
