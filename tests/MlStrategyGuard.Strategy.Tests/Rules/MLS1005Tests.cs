namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1005Tests : MarkedTest
{
    protected override string Rule => "MLS1005 Warning";

    [Fact]
    public void TrainAndDevOfTwoDistributions_NeedATrainDevSet() =>
        Fires(
            """
            version: 1
            splits:
              ‸train: { rows: 200000, distribution: web }
              dev: { rows: 5000, distribution: app }
            """, "'web'", "'app'", "train_dev");

    [Fact]
    public void OneDistribution_IsQuiet() =>
        IsQuiet("version: 1\nsplits: { train: { rows: 9000, distribution: app }, dev: { rows: 900, distribution: app } }");

    [Fact]
    public void TrainDevDeclared_IsQuiet() =>
        IsQuiet("version: 1\nsplits: { train: { rows: 9000, distribution: web }, train_dev: { rows: 900, distribution: web }, dev: { rows: 900, distribution: app } }");

    [Fact]
    public void TrainDevMeasured_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            splits: { train: { rows: 9000, distribution: web }, dev: { rows: 900, distribution: app } }
            errors: { train: 1%, train_dev: 2%, dev: 3% }
            """);

    [Fact]
    public void DistributionOfOneUnknown_IsQuiet() =>
        IsQuiet("version: 1\nsplits: { train: { rows: 9000, distribution: web }, dev: { rows: 900 } }");
}
