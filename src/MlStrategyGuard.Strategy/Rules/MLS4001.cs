namespace MlStrategyGuard.Rules;

/// <summary>The source task has no more data than the target: transfer won't pay.</summary>
internal static class MLS4001
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Transfer is { From.Examples: { } from, To.Examples: { } to } && from.Value <= to.Value)
            yield return Finding.Of(nameof(MLS4001), from.Span,
                $"the source has {Show.Count(from.Value)} examples and the target {Show.Count(to.Value)}; transfer pays when the source has far more. Train on the target alone, or find a bigger source.");
    }
}
