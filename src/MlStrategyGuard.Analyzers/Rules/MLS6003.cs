using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS6003: an AutoML search optimizes the library's default metric, and the strategy names none. Where it names another
/// one, that is MLS6004's.
/// </summary>
internal sealed class MLS6003 : CodeRule
{
    public MLS6003()
        : base(
            "MLS6003",
            "`{0}` optimizes {1}, which the library chose. Write down the metric that ranks models as their users would.",
            "The optimizing metric is the target. Accuracy ranks models that never find the rare class first.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var search in DefaultMetric.In(context))
        {
            var declared = context.Strategy.Path is null ? null : context.Strategy.Strategy.Metrics?.Single;
            if (declared is not null && MetricCatalogue.Find(declared.Metric.Value) is { } wanted && (wanted.Name == MetricCatalogue.Find(search.Metric)?.Name || MLS6004.Contradicts(search, wanted)))
                continue;
            context.Report(search.Place, [search.Call.Node], search.Chosen(search.Metric, context), CodeContext.NameOf(search.Call), search.Metric);
        }
    }
}
