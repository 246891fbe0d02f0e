namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1010Tests : MarkedTest
{
    protected override string Rule => "MLS1010 Error";

    [Fact]
    public void RowsOfAnotherSource_AreCounted() =>
        Fires(
            """
            version: 1
            splits:
              train: { composition: { web: 9000 } }
              dev: { distribution: ‸app, composition: { web: 2381, app: 119 } }
            """, "95.24 %", "'web'", "'dev'");

    [Fact]
    public void FewStrayRows_AreQuiet() =>
        IsQuiet("version: 1\nsplits: { dev: { distribution: app, composition: { web: 40, app: 960 } } }");

    [Fact]
    public void MixUnderAFreeName_IsQuiet() =>
        IsQuiet("version: 1\nsplits: { train: { distribution: mixed, composition: { web: 200000, app: 5000 } }, dev: { distribution: app, composition: { app: 2500 } } }");

    [Fact]
    public void NoComposition_IsQuiet() =>
        IsQuiet("version: 1\nsplits: { dev: { distribution: app, rows: 900 } }");

    [Fact]
    public void PartsOfTheDistribution_AreQuiet() =>
        IsQuiet("version: 1\nsplits: { dev: { distribution: app, composition: { ios: 900, android: 1100 } } }");
}
