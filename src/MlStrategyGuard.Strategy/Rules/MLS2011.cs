using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Metric per slice without an aggregate: several numbers can't rank candidates.</summary>
internal static class MLS2011
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        from optimized in strategy.Metrics?.Optimize ?? []
        where optimized is { Over: not null, Aggregate: null }
        select Finding.Of(nameof(MLS2011), optimized.Over!.Span,
            $"'{Texts.Shorten(optimized.Metric.Value)}' per '{Texts.Shorten(optimized.Over.Value)}' is one number a slice, and one number must rank the candidates; add 'aggregate: mean', 'weighted_mean' or 'worst'.");
}
