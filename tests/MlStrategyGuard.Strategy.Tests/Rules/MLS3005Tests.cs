namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3005Tests : MarkedTest
{
    protected override string Rule => "MLS3005 Info";

    [Fact]
    public void ProductionFarAboveTest_IsTheRealWorld() =>
        Fires("version: 1\nerrors: { human: 1%, train: 2%, dev: 2.5%, test: 2.6%, production: ‸9% }", "the production error 9.0 % is 6.4 points above test 2.6 %", "Next: dev_set, test_set, metric.");

    [Fact]
    public void ProductionAsGood_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: 5%, dev: 5.5%, test: 5.6%, production: 5.6% }");

    [Fact]
    public void ProductionBetter_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: 5%, dev: 5.5%, test: 5.6%, production: 4% }");

    /// <summary>It may be an overfitted dev set as well: MLS3006 says so.</summary>
    [Fact]
    public void NoTest_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: 2%, dev: 2.5%, production: 9% }");
}
