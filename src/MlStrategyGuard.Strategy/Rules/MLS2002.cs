using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>More than one optimizing metric: two numbers can't rank candidates.</summary>
internal static class MLS2002
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Metrics is not { Optimize.Count: > 1, OptimizeSpan: { } span } metrics)
            yield break;

        var names = metrics.Optimize.Select(optimized => MetricCatalogue.Find(optimized.Metric.Value)?.Name).ToList();
        var combine = names.Contains("precision") && names.Contains("recall")
            ? "combine precision and recall into one (f1)"
            : "keep the one that ranks your candidates";
        yield return Finding.Of(nameof(MLS2002), span,
            $"{metrics.Optimize.Count} metrics compete: {string.Join(", ", metrics.Optimize.Take(5).Select(optimized => Texts.Shorten(optimized.Metric.Value)))}"
            + $"{(metrics.Optimize.Count > 5 ? ", …" : "")}. Exactly one can be optimized: {combine} and move the others to 'satisfy:' with a threshold, or to 'watch:'.");
    }
}
