namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3008Tests : MarkedTest
{
    protected override string Rule => "MLS3008 Warning";

    [Fact]
    public void SeveralMetrics_CantBeSubtracted() =>
        Fires("version: 1\n‸errors: { human: 1%, train: { error: 95%, metric: accuracy }, dev: 10% }", "different metrics");

    [Fact]
    public void TestFarBelowDev_IsOdd() =>
        Fires("version: 1\nerrors: { human: 1%, train: 8%, dev: 10%, test: ‸4% }", "the test error 4.0 % is better than the dev error 10.0 %");

    [Fact]
    public void DevBelowTrainBeyondNoise_IsOdd() =>
        Fires("version: 1\nerrors: { human: 1%, train: { error: 10%, rows: 50000 }, dev: { error: ‸9%, rows: 50000 } }", "9.0 %", "10.0 %", "leak");

    [Fact]
    public void TestALittleBelowDev_IsNoise() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: 8%, dev: 10%, test: 8.5% }");

    [Fact]
    public void SmallErrors_AreNoise() =>
        IsQuiet("version: 1\nerrors: { human: 0.5%, train: 1%, dev: 2%, test: 1.4% }");

    [Fact]
    public void DevEasierThanTrainDev_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: 8%, train_dev: 10%, dev: 4% }");

    [Fact]
    public void TestOfAnotherDistribution_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            splits: { dev: { rows: 900, distribution: app }, test: { rows: 900, distribution: web } }
            errors: { human: 1%, train: 8%, dev: 10%, test: 4% }
            """);

    [Fact]
    public void OneMetricUnderTwoNames_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { metric: accuracy, human: 99%, train: { error: 95%, metric: acc }, dev: 94% }");

    [Fact]
    public void RegressionALittleBetterOnTest_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { metric: rmse, human: 2, train: 3.5, dev: 4, test: 3.1 }");
}
