namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS2003Tests : RuleTest
{
    [Theory]
    [InlineData("profit", "no metric is called 'profit'. An own metric says which way is better: { metric: profit, direction: higher }.")]
    [InlineData("recal", "no metric is called 'recal'; did you mean 'recall'? An own metric says which way is better: { metric: recal, direction: higher }.")]
    [InlineData("rocauk", "no metric is called 'rocauk'; did you mean 'roc_auc'? An own metric says which way is better: { metric: rocauk, direction: higher }.")]
    public void UnknownOptimizedMetric_IsReportedAtItsName(string name, string message) =>
        Assert.Equal(message, Single("MLS2003 Error 3:13", $"version: 1\nmetrics:\n  optimize: {name}\n").Message);

    [Fact]
    public void UnknownMetricInAMap_IsReportedAtItsName() =>
        Single("MLS2003 Error 2:32", "version: 1\nmetrics: { optimize: { metric: profit, over: country, aggregate: mean } }");

    [Theory]
    [InlineData("f1", "lower", "'f1' is better when it is higher; remove 'direction:', or give your own metric another name.")]
    [InlineData("rmse", "higher", "'rmse' is better when it is lower; remove 'direction:', or give your own metric another name.")]
    public void KnownMetricTheOtherWayRound_IsReportedAtTheDirection(string metric, string direction, string message) =>
        Assert.Equal(message, Single(
            $"MLS2003 Error 2:{45 + metric.Length}", $"version: 1\nmetrics: {{ optimize: {{ metric: {metric}, direction: {direction} }} }}").Message);

    [Theory]
    [InlineData("regression", "optimize: f1", "2:22", "'f1' is a metric of binary_classification, multiclass_classification, multilabel_classification, and the task is regression; name a metric that fits, or correct 'task:'.")]
    [InlineData("ranking", "optimize: RMSE", "2:22", "'RMSE' is a metric of regression, and the task is ranking; name a metric that fits, or correct 'task:'.")]
    [InlineData("multiclass_classification", "optimize: f1, watch: [specificity]", "2:34", "'specificity' is a metric of binary_classification, and the task is multiclass_classification; name a metric that fits, or correct 'task:'.")]
    [InlineData("multilabel_classification", "optimize: f1, satisfy: { metric: mcc, at_least: 0.5 }", "2:45", "'mcc' is a metric of binary_classification, multiclass_classification, and the task is multilabel_classification; name a metric that fits, or correct 'task:'.")]
    [InlineData("regression", "optimize: ndcg@10", "2:22", "'ndcg@10' is a metric of ranking, and the task is regression; name a metric that fits, or correct 'task:'.")]
    public void MetricOfAnotherTask_IsReportedAtItsName(string task, string metrics, string place, string message) =>
        Assert.Equal(message, Single("MLS2003 Error " + place, $"version: 1\nmetrics: {{ {metrics} }}\ntask: {task}\n").Message);

    [Theory]
    [InlineData("binary_classification", "optimize: F1Score, watch: [AreaUnderRocCurve, npv, latency_ms]")]
    [InlineData("multiclass_classification", "optimize: MacroAccuracy, watch: [log_loss, kappa]")]
    [InlineData("multilabel_classification", "optimize: f1_micro, watch: hamming_loss")]
    [InlineData("regression", "optimize: RSquared, watch: [mean_absolute_error, size_mb]")]
    [InlineData("ranking", "optimize: ndcg@10, watch: [mrr, map]")]
    public void FittingMetrics_AreSilent(string task, string metrics) =>
        Silent($"version: 1\ntask: {task}\nmetrics: {{ {metrics} }}");

    [Theory]
    [InlineData("optimize: { metric: profit, direction: higher }")]
    [InlineData("optimize: { metric: waiting_time, direction: lower, over: city, aggregate: worst }")]
    [InlineData("optimize: f1, satisfy: [{ metric: my_own, at_most: 5 }], watch: [another_own, recal]")]
    [InlineData("optimize: { metric: f1, direction: higher }")]
    [InlineData("optimize: { metric: rmse, direction: lower }")]
    public void OwnMetricsAndRightDirections_AreSilent(string metrics) => Silent($"version: 1\nmetrics: {{ {metrics} }}");

    [Fact]
    public void WithoutATask_AnyKnownMetricIsSilent()
    {
        Silent("version: 1\nmetrics: { optimize: rmse, watch: [f1, ndcg] }");
        Assert.Empty(Places("MLS2003", "version: 1\ntask: cooking\nmetrics: { optimize: rmse, watch: [f1] }"));
    }

    [Fact]
    public void WaivedOrOff_IsSilent()
    {
        Silent("version: 1\nmetrics: { optimize: profit }\naccept: [{ rule: MLS2003, because: defined elsewhere }]");
        Silent("version: 1\nmetrics: { optimize: profit }\nrules: { MLS2003: off }");
    }
}
