namespace MlStrategyGuard.Rules;

/// <summary>Retraining depth contradicts the target's data.</summary>
internal static class MLS4003
{
    private const long Few = 1_000;
    private const long Many = 100_000;

    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Transfer is not { Retrain: { } retrain, To.Examples: { } examples })
            yield break;

        if (retrain.Value == RetrainDepth.All && examples.Value < Few)
            yield return Finding.Of(nameof(MLS4003), retrain.Span,
                $"{Show.Count(examples.Value)} target examples can't retrain a whole network; it would forget the source and overfit. Retrain the new last layer or two.");
        else if (retrain.Value == RetrainDepth.LastLayer && examples.Value >= Many)
            yield return Finding.Of(nameof(MLS4003), retrain.Span,
                $"{Show.Count(examples.Value)} target examples can do more than train a last layer. Fine-tune the whole network.");
    }
}
