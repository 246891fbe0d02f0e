using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Unknown metric, or one that doesn't fit the task.</summary>
internal static class MLS2003
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Metrics is not { } metrics)
            yield break;

        foreach (var optimized in metrics.Optimize)
        {
            var name = Texts.Shorten(optimized.Metric.Value);
            var known = MetricCatalogue.Find(optimized.Metric.Value);
            if (known is null && optimized.Direction is null)
                yield return Finding.Of(nameof(MLS2003), optimized.Metric.Span,
                    $"no metric is called '{name}'{(Nearest.To(optimized.Metric.Value, MetricCatalogue.Names) is { } nearest ? $"; did you mean '{nearest}'?" : ".")} "
                    + $"An own metric says which way is better: {{ metric: {name}, direction: higher }}.");
            else if (known is not null && optimized.Direction is { } direction && direction.Value != known.Direction)
                yield return Finding.Of(nameof(MLS2003), direction.Span,
                    $"'{known.Name}' is better when it is {(known.Direction == MetricDirection.Higher ? "higher" : "lower")}; remove 'direction:', or give your own metric another name.");
        }

        // Own names are legal in satisfy and watch, so only a known name can be out of place there.
        var all = metrics.Optimize.Select(optimized => optimized.Metric)
            .Concat(metrics.Satisfy.Select(satisfied => satisfied.Metric))
            .Concat(metrics.Watch);
        foreach (var metric in all)
        {
            if (strategy.Task is { } task && MetricCatalogue.Find(metric.Value) is { } known && !known.Fits(task.Value))
                yield return Finding.Of(nameof(MLS2003), metric.Span,
                    $"'{Texts.Shorten(metric.Value)}' is a metric of {Words(known.Tasks)}, and the task is {Word(task.Value)}; name a metric that fits, or correct 'task:'.");
        }
    }

    private static string Words(IReadOnlyList<LearningTask> tasks) => string.Join(", ", tasks.Select(Word));

    private static string Word(LearningTask task) => StrategyReader.Tasks.First(pair => pair.Value == task).Key;
}
