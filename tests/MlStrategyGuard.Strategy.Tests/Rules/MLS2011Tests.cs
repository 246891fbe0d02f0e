namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS2011Tests : MarkedTest
{
    protected override string Rule => "MLS2011 Error";

    [Fact]
    public void MetricASlice_IsNotOneNumber() =>
        Fires("version: 1\nmetrics: { optimize: { metric: f1, over: ‸country } }", "'f1' per 'country'", "aggregate: mean");

    [Fact]
    public void MeanOfSlices_IsQuiet() =>
        IsQuiet("version: 1\nmetrics: { optimize: { metric: f1, over: country, aggregate: mean } }");

    [Fact]
    public void WorstSlice_IsQuiet() =>
        IsQuiet("version: 1\nmetrics: { optimize: { metric: f1, over: country, aggregate: worst } }");

    [Fact]
    public void NoSlices_IsQuiet() =>
        IsQuiet("version: 1\nmetrics: { optimize: { metric: f1 } }");
}
