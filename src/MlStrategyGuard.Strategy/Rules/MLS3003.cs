namespace MlStrategyGuard.Rules;

/// <summary>Data mismatch dominates.</summary>
internal static class MLS3003
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        Diagnoses.Dominating(nameof(MLS3003), GapCause.Mismatch, "data mismatch", strategy, evidence);
}
