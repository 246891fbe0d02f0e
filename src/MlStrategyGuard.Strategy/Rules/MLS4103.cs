namespace MlStrategyGuard.Rules;

/// <summary>Separate networks do better: the shared one is too small.</summary>
internal static class MLS4103
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.MultiTask?.SeparateNetworksBetter is { Value: true } better)
            yield return Finding.Of(nameof(MLS4103), better.Span,
                "one network does worse than separate ones only when it is too small for all tasks. Make it bigger and measure again.");
    }
}
