namespace MlStrategyGuard.Rules;

/// <summary>No optimizing metric: without one number nothing ranks the candidates.</summary>
internal static class MLS2001
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Metrics is { OptimizeSpan: null } metrics)
            yield return Finding.Of(nameof(MLS2001), metrics.Span,
                "no metric is optimized; name the one that ranks your candidates, as in 'optimize: f1'.");
        else if (strategy.Metrics is { Optimize.Count: 0, OptimizeSpan: { } span, OptimizeIsEmptyList: true })
            yield return Finding.Of(nameof(MLS2001), span,
                "the list of optimized metrics is empty; name the one that ranks your candidates, as in 'optimize: f1'.");
    }
}
