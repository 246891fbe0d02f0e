namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3009Tests : MarkedTest
{
    protected override string Rule => "MLS3009 Warning";

    [Fact]
    public void NoTrainDevAndTwoDistributions_CantTell() =>
        Fires(
            """
            version: 1
            splits: { train: { rows: 9000, distribution: web }, dev: { rows: 900, distribution: app } }
            errors: { human: 0%, train: 1%, dev: ‸10% }
            """, "9.0 points above train 1.0 %", "train_dev");

    [Fact]
    public void OneDistribution_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 0%, train: 1%, dev: 10% }");

    [Fact]
    public void TrainDevMeasured_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            splits: { train: { rows: 9000, distribution: web }, dev: { rows: 900, distribution: app } }
            errors: { human: 0%, train: 1%, train_dev: 9%, dev: 10% }
            """);

    [Fact]
    public void BiasLargest_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            splits: { train: { rows: 9000, distribution: web }, dev: { rows: 900, distribution: app } }
            errors: { human: 0%, train: 9%, dev: 10% }
            """);
}
