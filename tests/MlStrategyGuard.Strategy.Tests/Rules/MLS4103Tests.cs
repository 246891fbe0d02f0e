namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS4103Tests : MarkedTest
{
    protected override string Rule => "MLS4103 Warning";

    [Fact]
    public void SeparateNetworksBetter_MeansTooSmall() =>
        Fires(
            """
            version: 1
            multi_task:
              tasks: { cars: car }
              separate_networks_better: ‸true
            """, "too small", "bigger");

    [Fact]
    public void NotBetter_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            multi_task:
              tasks: { cars: car }
              separate_networks_better: false
            """);

    [Fact]
    public void NotSaid_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            multi_task:
              tasks: { cars: car }
            """);
}
