namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1017Tests : MarkedTest
{
    protected override string Rule => "MLS1017 Error";

    [Fact]
    public void DevMostlyFromElsewhere_MissesTheTarget() =>
        Fires(
            """
            version: 1
            target: app
            splits:
              ‸dev: { composition: { web: 2381, app: 119 } }
            """, "only 4.76 %", "'app'");

    [Fact]
    public void TestOfAnotherDistribution_MissesTheTarget() =>
        Fires(
            """
            version: 1
            target: app
            splits: { dev: { rows: 900, distribution: app }, test: { rows: 900, distribution: ‸web } }
            """, "test is drawn from 'web'");

    [Fact]
    public void DevWithoutAnyTargetRow_SaysNone() =>
        Fires(
            """
            version: 1
            target: app
            splits:
              train: { composition: { web: 9000, app: 900 } }
              ‸dev: { composition: { web: 500 } }
            """, "none of dev's rows");

    [Fact]
    public void AllFromTheTarget_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            target: app
            splits: { train: { composition: { web: 9000 } }, dev: { composition: { app: 2500 } }, test: { distribution: app, rows: 900 } }
            """);

    [Fact]
    public void FewStrayRows_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            target: app
            splits: { dev: { composition: { app: 2400, web: 100 } } }
            """);

    [Fact]
    public void TrainFromElsewhere_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            target: app
            splits: { train: { rows: 9000, distribution: web }, train_dev: { rows: 900, distribution: web } }
            """);

    [Fact]
    public void NoTarget_IsQuiet() =>
        IsQuiet("version: 1\nsplits: { dev: { composition: { web: 2381, app: 119 } } }");

    [Fact]
    public void PartsOfTheTarget_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            target: app
            splits: { dev: { composition: { ios: 900, android: 1100 } } }
            """);

    [Fact]
    public void PartsDeclaredToBeTheTarget_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            target: app
            splits: { dev: { distribution: app, composition: { ios: 900, android: 1100 } } }
            """);
}
