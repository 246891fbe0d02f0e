namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3004Tests : MarkedTest
{
    protected override string Rule => "MLS3004 Info";

    [Fact]
    public void TestFarAboveDev_IsOverfitToDev() =>
        Fires("version: 1\nerrors: { human: 1%, train: 1.5%, dev: 2%, test: ‸9% }", "7.0 points above dev 2.0 %", "Next: bigger_dev_set.");

    [Fact]
    public void SmallStep_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: 5%, dev: 6%, test: 6.2% }");

    [Fact]
    public void DevAndTestOfTwoDistributions_ExplainIt() =>
        IsQuiet(
            """
            version: 1
            splits: { dev: { rows: 900, distribution: app }, test: { rows: 900, distribution: web } }
            errors: { human: 1%, train: 1.5%, dev: 2%, test: 9% }
            """);

    [Fact]
    public void FewRows_AreQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: 1.5%, dev: { error: 2%, rows: 100 }, test: { error: 5%, rows: 100 } }");
}
