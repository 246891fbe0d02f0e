namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS4102Tests : MarkedTest
{
    protected override string Rule => "MLS4102 Error";

    [Fact]
    public void MissingAsNegative_IsReported() =>
        Fires(
            """
            version: 1
            multi_task:
              tasks: { cars: car }
              missing_labels: ‸negative
            """, "Mask missing labels");

    [Fact]
    public void Masked_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            multi_task:
              tasks: { cars: car }
              missing_labels: masked
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
