using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>The optimizing or a satisficing metric is undefined on this data; a watched one is a warning.</summary>
internal static class MLS2008
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Metrics is not { } metrics)
            yield break;

        foreach (var scores in evidence.Scores)
        {
            foreach (var figure in scores.Figures.Where(figure => figure.Undefined is not null))
            {
                if (SeverityOf(metrics, figure.Metric, scores.Split) is not { } severity)
                    continue;
                yield return (Finding.Of(nameof(MLS2008), scores.File.Span,
                    $"{Texts.Shorten(figure.Metric)} of '{Texts.Shorten(scores.Candidate)}' on {scores.Split} is undefined: {figure.Undefined}.{Advice(severity)}") with
                {
                    Severity = severity,
                    Split = scores.Split,
                    Data = [new("metric", figure.Metric), new("candidate", scores.Candidate)],
                }).On(scores.Candidate);
            }
        }
    }

    /// <summary>Null: nothing depends on it. Candidates are compared on dev.</summary>
    private static Severity? SeverityOf(MetricsSection metrics, string metric, string split)
    {
        if ((split == "dev" && metrics.Optimize.Any(optimized => MetricCatalogue.AreSame(optimized.Metric.Value, metric)))
            || metrics.Satisfy.Any(satisfied => (satisfied.On?.Value ?? "dev") == split && MetricCatalogue.AreSame(satisfied.Metric.Value, metric)))
            return Severity.Error;
        return metrics.Watch.Any(watched => MetricCatalogue.AreSame(watched.Value, metric)) ? Severity.Warning : null;
    }

    private static string Advice(Severity severity) => severity == Severity.Error
        ? " Nobody can choose by it: correct the file, or take a metric that is defined there."
        : "";
}
