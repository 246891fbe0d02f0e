namespace MlStrategyGuard.Rules;

/// <summary>Overfit to the dev set dominates: a bigger dev set.</summary>
internal static class MLS3004
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        Diagnoses.Dominating(nameof(MLS3004), GapCause.DevOverfit, "overfit to the dev set", strategy, evidence);
}
