using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Accuracy optimized though one class dominates: the trivial answer scores as well.</summary>
internal static class MLS2010
{
    private const double Dominates = 0.95;
    private const long EnoughRows = 100;

    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Metrics is not { Single: { } optimized }
            || MetricCatalogue.Find(optimized.Metric.Value) is not { IsHurtByImbalance: true }
            || strategy.Task?.Value is LearningTask.Regression or LearningTask.Ranking)
            yield break;

        var dev = evidence.Splits.FirstOrDefault(split => split is { Name: "dev", Rows: >= EnoughRows });
        if (dev?.Columns.FirstOrDefault(column => column.Majority is not null) is { Majority: { Value: >= Dominates and < 1 } majority } label)
            yield return Finding.Of(nameof(MLS2010), optimized.Metric.Span,
                $"{Show.Percent(majority.Value)} of dev have '{Texts.Shorten(label.Name)}' = {Texts.Shorten(majority.Key)}, so always answering that has {Show.Percent(majority.Value)} accuracy and no use. Optimize f1, pr_auc or balanced_accuracy instead.") with
            {
                Split = "dev",
                ColumnName = label.Name,
            };
    }
}
