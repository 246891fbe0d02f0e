namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3012Tests : MarkedTest
{
    protected override string Rule => "MLS3012 Warning";

    [Fact]
    public void DropoutAgainstBias_IsTheWrongKnob() =>
        Fires(
            """
            version: 1
            errors: { human: 1%, train: 8%, dev: 10% }
            next: [bigger_network, ‸dropout]
            """, "'dropout'", "avoidable bias (7.0 points)", "bigger_network, better_optimizer, train_longer");

    [Fact]
    public void BiggerNetworkAgainstMismatch_IsTheWrongKnob() =>
        Fires(
            """
            version: 1
            errors: { human: 0%, train: 1%, train_dev: 1.5%, dev: 10% }
            next: ‸bigger_network
            """, "data mismatch", "collect_target_data");

    [Fact]
    public void KnobOfTheStage_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            errors: { human: 1%, train: 8%, dev: 10% }
            next: [adam, train_longer]
            """);

    [Fact]
    public void KnobOfSeveralStages_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            errors: { human: 1%, train: 8%, dev: 10% }
            next: early_stopping
            """);

    [Fact]
    public void AugmentationAgainstMismatch_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            errors: { human: 0%, train: 1%, train_dev: 1.5%, dev: 10% }
            next: data_augmentation
            """);

    [Fact]
    public void NothingDominates_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            errors: { human: 1%, train: { error: 3%, rows: 500 }, dev: { error: 4.5%, rows: 500 } }
            next: dropout
            """);

    [Fact]
    public void VarianceOrMismatch_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            splits: { train: { rows: 9000, distribution: web }, dev: { rows: 900, distribution: app } }
            errors: { human: 0%, train: 1%, dev: 10% }
            next: collect_target_data
            """);

    [Fact]
    public void Augmentation_ActsOnMismatchAndVarianceButNotOnBias()
    {
        Assert.Empty(Places("MLS3012", "version: 1\nerrors: { human: 1%, train: 1.5%, train_dev: 2%, dev: 9% }\nnext: [data_augmentation]"));
        Assert.Empty(Places("MLS3012", "version: 1\nerrors: { human: 1%, train: 1.5%, dev: 9% }\nnext: [data_augmentation]"));
        Assert.Single(Places("MLS3012", "version: 1\nerrors: { human: 1%, train: 8%, dev: 9% }\nnext: [data_augmentation]"));
    }
}
