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

    [Fact]
    public void TestTooSmallForAThreshold_AsksForRows() =>
        Fires(
            """
            version: 1
            metrics: { optimize: f1, satisfy: { metric: recall, at_least: 99%, on: test } }
            splits: { dev: { rows: 9000 }, test: { rows: ‸100 } }
            """, "test has 100 rows, too few to show recall of at least 99.0 %", "even 100 % on all of them", "from 96.3 %", "takes 381");

    [Fact]
    public void DevTooSmallForARareAlarm_AsksForRows() =>
        Fires(
            """
            version: 1
            metrics: { optimize: f1, satisfy: { metric: false_positive_rate, at_most: 1% } }
            splits: { dev: { rows: ‸380 } }
            """, "at most 1.0 %", "even 0 % on all of them", "up to 1.0", "takes 381");

    [Fact]
    public void HardestOfSeveralThresholds_IsTheOneNamed() =>
        Fires(
            """
            version: 1
            metrics: { optimize: f1, satisfy: [{ metric: recall, at_least: 95% }, { metric: precision, at_least: 99% }, { metric: accuracy, at_least: 90% }] }
            splits: { dev: { rows: ‸60 } }
            """, "precision", "takes 381");

    [Theory]
    [InlineData("{ metric: recall, at_least: 99%, on: test }", 381)]
    [InlineData("{ metric: recall, at_least: 100%, on: test }", 5)]
    [InlineData("{ metric: recall, at_least: 0, on: test }", 5)]
    [InlineData("{ metric: recall, at_least: 99% }", 5)]
    [InlineData("{ metric: latency_ms, at_most: 0.5, on: test }", 5)]
    [InlineData("{ metric: roc_auc, at_least: 0.99, on: test }", 5)]
    [InlineData("{ metric: recall, at_least: 20%, at_most: 99%, on: test }", 5)]
    [InlineData("{ metric: recall, on: test }", 5)]
    public void ThresholdThatSoManyRowsCanShowOrNoneCan_IsQuiet(string satisfy, int rows) =>
        Assert.Empty(Places("MLS1011", $"version: 1\nmetrics: {{ optimize: f1, satisfy: {satisfy} }}\nsplits: {{ test: {{ rows: {rows} }} }}"));

    [Fact]
    public void ThresholdOfSeveralLabelsARow_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            task: multilabel_classification
            metrics: { optimize: f1, satisfy: { metric: recall, at_least: 99% } }
            splits: { dev: { rows: 50 } }
            """);

    [Fact]
    public void NoRowsAtAll_IsQuiet() =>
        IsQuiet("version: 1\nmetrics: { optimize: f1, satisfy: { metric: recall, at_least: 99% } }\nsplits: { dev: { rows: 0 } }");

    [Fact]
    public void RowsThatWereRead_CountMoreThanDeclaredOnes()
    {
        const string text = "version: 1\nmetrics: { optimize: accuracy, min_difference: 1% }\nsplits: { dev: { files: a.csv, rows: 2000 } }";

        Assert.Single(Places("MLS1011", text, Read(500)));
        IsQuiet(text.Replace("2000", "500", StringComparison.Ordinal), Read(2_000));
    }

    private static Evidence Read(long rows) => new() { DataWasRead = true, Splits = [new SplitData("dev", rows, [])] };

    [Fact]
    public void RowsForTheDifference_AreCarried()
    {
        var finding = Fires("version: 1\nmetrics: { optimize: accuracy, min_difference: 1% }\nsplits: { dev: { rows: ‸1567 } }", "1,567 rows", "it takes 1,568");

        Assert.Equal([new("rows", 1_567L), new("rows_needed", 1_568L)], finding.Data);
        Assert.Equal("dev", finding.Split);
    }

    [Fact]
    public void RowsForTheThreshold_AreCarried()
    {
        var finding = Fires("version: 1\nmetrics: { optimize: f1, satisfy: { metric: accuracy, at_least: 99%, on: test } }\nsplits: { test: { rows: ‸380 } }", "It takes 381 at the very least");

        Assert.Equal([new("rows", 380L), new("rows_needed", 381L)], finding.Data);
        Assert.Equal("test", finding.Split);
    }

    [Theory]
    [InlineData("optimize: accuracy, min_difference: 1%", 1_568)]
    [InlineData("optimize: f1, satisfy: { metric: accuracy, at_least: 99% }", 381)]
    [InlineData("optimize: f1, satisfy: { metric: accuracy, at_least: 50%, at_most: 60% }", 3)]
    [InlineData("optimize: f1, satisfy: { metric: error_rate, at_least: 0.5%, at_most: 1% }", 300)]
    [InlineData("optimize: f1, satisfy: { metric: error_rate, at_most: 0 }", 300)]
    public void JustEnoughRowsOrNoBestValuePossible_IsQuiet(string metrics, long rows) =>
        IsQuiet($"version: 1\nmetrics: {{ {metrics} }}\nsplits: {{ dev: {{ rows: {rows} }} }}");
}
