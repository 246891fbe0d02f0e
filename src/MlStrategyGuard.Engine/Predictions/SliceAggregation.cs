using MlStrategyGuard.Engine.Metrics;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Engine.Predictions;

/// <summary>A metric on each slice of the rows, made into one number.</summary>
internal static class SliceAggregation
{
    /// <summary>The aggregate, and the values by slice in ordinal order of their names.</summary>
    /// <param name="rows">The rows, with their slices.</param>
    /// <param name="metric">The metric's name.</param>
    /// <param name="aggregate">How the slices' values become one.</param>
    /// <param name="direction">Which way the metric is better.</param>
    public static (MetricEstimate Estimate, IReadOnlyList<KeyValuePair<string, double>> Slices) Of(
        CandidateRows rows, string metric, SliceAggregate aggregate, MetricDirection direction)
    {
        if (rows.Slices is not { } slices)
            return (MetricEstimate.None("neither the predictions nor the data joined by id have the column of the slices"), []);
        var bySlice = Enumerable.Range(0, slices.Codes.Length).Where(i => slices.Codes[i] >= 0)
            .GroupBy(i => slices.Codes[i])
            .OrderBy(group => slices.Words[group.Key], StringComparer.Ordinal)
            .Select(group => (Name: slices.Words[group.Key], Rows: group.ToArray()))
            .ToList();
        if (bySlice.Count == 0)
            return (MetricEstimate.None("no row has a slice"), []);

        var estimates = bySlice.ConvertAll(slice => new MetricEvaluator(rows.Scored.Take(slice.Rows)).Evaluate(metric));
        var undefined = estimates.FindIndex(estimate => estimate.Undefined is not null);
        if (undefined >= 0)
            return (MetricEstimate.None($"in the slice '{Texts.Shorten(bySlice[undefined].Name)}' {estimates[undefined].Undefined}"), []);

        var all = bySlice.Sum(slice => (double)slice.Rows.Length);
        var worst = direction == MetricDirection.Higher
            ? estimates.FindIndex(one => one.Value == estimates.Min(other => other.Value))
            : estimates.FindIndex(one => one.Value == estimates.Max(other => other.Value));
        double ShareOf(int slice) => aggregate switch
        {
            SliceAggregate.Mean => 1.0 / estimates.Count,
            SliceAggregate.WeightedMean => bySlice[slice].Rows.Length / all,
            _ => slice == worst ? 1 : 0,
        };

        var value = estimates.Select((estimate, i) => ShareOf(i) * estimate.Value).Sum();
        var made = MetricEstimate.Of(value) with
        {
            Shape = MetricCatalogue.IsShare(metric) ? IntervalShape.Odds : estimates[0].Shape is IntervalShape.Counted ? IntervalShape.Open : estimates[0].Shape,
            Deciding = aggregate == SliceAggregate.Worst ? estimates[worst].Deciding : estimates.Sum(estimate => estimate.Deciding),
            InfluenceOf = estimates.Exists(estimate => double.IsNaN(estimate.BaseSlope) || estimate.Influence is null) ? null : () =>
            {
                var influence = new double[rows.Scored.Count];
                for (var s = 0; s < estimates.Count; s++)
                {
                    if (ShareOf(s) == 0 || estimates[s].Influence!.Length != bySlice[s].Rows.Length)
                        continue;
                    for (var i = 0; i < bySlice[s].Rows.Length; i++)
                        influence[bySlice[s].Rows[i]] = ShareOf(s) * estimates[s].BaseSlope * estimates[s].Influence![i];
                    estimates[s].Forget();
                }

                return influence;
            },
        };
        return (made, [.. bySlice.Select((slice, i) => new KeyValuePair<string, double>(slice.Name, estimates[i].Value))]);
    }
}
