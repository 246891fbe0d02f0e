namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS4101Tests : MarkedTest
{
    protected override string Rule => "MLS4101 Warning";

    [Fact]
    public void TaskWithFarFewerLabels_IsReported() =>
        Fires(
            """
            version: 1
            multi_task:
              tasks: { cars: { examples: 12000 }, lights: { examples: ‸90 } }
            """, "'lights' has 90 labels", "'cars' 12,000");

    [Fact]
    public void SimilarAmounts_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            multi_task:
              tasks: { cars: { examples: 12000 }, lights: { examples: 9000 } }
            """);

    [Fact]
    public void TenTimes_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            multi_task:
              tasks: { cars: { examples: 1000 }, lights: { examples: 100 } }
            """);

    [Fact]
    public void LabelsInTheData_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            multi_task:
              tasks: { cars: car_label, lights: { examples: 90 } }
            """);
}
