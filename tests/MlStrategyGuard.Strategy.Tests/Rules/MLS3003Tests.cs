namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3003Tests : MarkedTest
{
    protected override string Rule => "MLS3003 Info";

    [Fact]
    public void DevFarAboveTrainDev_IsMismatch() =>
        Fires("version: 1\nerrors: { human: 0%, train: 1%, train_dev: 1.5%, dev: ‸10% }", "8.5 points", "collect_target_data, synthesize_target_data, domain_adaptation");

    [Fact]
    public void VarianceLargest_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 0%, train: 1%, train_dev: 9%, dev: 10% }");

    [Fact]
    public void NoTrainDev_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 0%, train: 1%, dev: 10% }");

    [Fact]
    public void DevEasierThanTrainDev_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 0%, train: 5%, train_dev: 6%, dev: 4% }");
}
