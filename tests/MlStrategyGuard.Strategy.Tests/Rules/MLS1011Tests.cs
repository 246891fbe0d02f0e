namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1011Tests : MarkedTest
{
    protected override string Rule => "MLS1011 Warning";

    [Fact]
    public void DevTooSmallForTheDifference_AsksForRows() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy, min_difference: 1% }
            splits: { dev: { rows: ‸500 } }
            """, "500 rows", "1.0 points", "1,568");

    [Fact]
    public void ErrorRateToo_IsReported() =>
        Fires(
            """
            version: 1
            metrics: { optimize: error_rate, min_difference: 0.1% }
            splits: { dev: { rows: ‸10000 } }
            """, "15,6");

    [Fact]
    public void EnoughRows_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy, min_difference: 1% }
            splits: { dev: { rows: 2000 } }
            """);

    [Fact]
    public void NoDifferenceAskedFor_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy }
            splits: { dev: { rows: 50 } }
            """);

    [Fact]
    public void BrierScore_HasLessNoiseThanRowsSay() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: brier, min_difference: 0.1% }
            splits: { dev: { rows: 5000 } }
            """);

    [Fact]
    public void Regression_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: rmse, min_difference: 0.01 }
            splits: { dev: { rows: 500 } }
            """);

    [Fact]
    public void AreaUnderTheCurve_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: roc_auc, min_difference: 1% }
            splits: { dev: { rows: 1000 } }
            """);

    [Fact]
    public void F1OfMostlyPositiveRows_MovesByHalf() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: f1, min_difference: 1% }
            splits: { dev: { rows: 800 } }
            """);

    [Fact]
    public void SeveralLabelsARow_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            task: multilabel_classification
            metrics: { optimize: f1, min_difference: 1% }
            splits: { dev: { rows: 300 } }
            """);
}
