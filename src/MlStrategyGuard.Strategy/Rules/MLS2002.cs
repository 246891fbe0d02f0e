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
            + $"{(metrics.Optimize.Count > 5 ? ", …" : "")}. Exactly one can be optimized: {combine} and move the others to 'satisfy:' with a threshold, or to 'watch:'.") with
        {
            Fix = KeepFirst(metrics),
        };
    }

    /// <summary>The first metric stays, the others are watched.</summary>
    private static Fix? KeepFirst(MetricsSection metrics)
    {
        var names = metrics.Optimize.Select(optimized => optimized.Metric.Value).ToList();
        var isPlain = metrics.Optimize.All(optimized => optimized is { Direction: null, Over: null } && ListPlace.IsPlain(optimized.Metric.Value));
        var watched = metrics.Watch.Select(metric => metric.Value).ToList();
        var moved = names.Skip(1).Distinct().Except(watched).ToList();
        if (!isPlain || metrics is not { OptimizeKey: { } key, OptimizeSpan: { } value } || names.Skip(1).Contains(names[0]))
            return null;

        var edits = new List<TextEdit> { new(value, names[0]) };
        if (moved.Count > 0)
        {
            // Before the key, so that a comment behind its value stays with it.
            var between = metrics.IsFlow ? ", " : "\n" + new string(' ', key.Column - 1);
            var edit = metrics.WatchPlace is { } place
                ? place.Add(watched, moved)
                : new TextEdit(SourceSpan.At(key.Line, key.Column), $"watch: [{string.Join(", ", moved)}]{between}");
            if (edit is null)
                return null;
            edits.Add(edit);
        }

        return new Fix($"keep '{names[0]}' and watch the others", edits);
    }
}
