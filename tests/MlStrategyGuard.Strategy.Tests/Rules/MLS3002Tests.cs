namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3002Tests : MarkedTest
{
    protected override string Rule => "MLS3002 Info";

    [Fact]
    public void DevFarAboveTrain_IsVariance() =>
        Fires("version: 1\nerrors: { human: 7.5%, train: 8%, dev: ‸10% }", "2.0 points above train 8.0 %", "regularization, dropout, more_training_data");

    [Fact]
    public void TrainBelowHuman_HasNoBias() =>
        Fires("version: 1\nerrors: { human: 1%, train: 0.2%, dev: ‸5% }", "no avoidable bias");

    [Fact]
    public void BiasLargest_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: 8%, dev: 10% }");

    [Fact]
    public void MismatchLargest_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 0%, train: 1%, train_dev: 1.5%, dev: 10% }");

    [Fact]
    public void FewRows_AreQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: { error: 2%, rows: 300 }, dev: { error: 4%, rows: 300 } }");
}
