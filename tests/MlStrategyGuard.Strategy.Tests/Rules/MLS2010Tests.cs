namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS2010Tests : RuleTest
{
    private const string Accuracy = "version: 1\nsplits: { dev: { rows: 1000 } }\nmetrics: { optimize: accuracy }\n";

    [Theory]
    [InlineData("accuracy")]
    [InlineData("MicroAccuracy")]
    [InlineData("error_rate")]
    public void AccuracyWhereOneClassDominates_IsAWarning(string metric)
    {
        var finding = Single("MLS2010 Warning 3:22", Accuracy.Replace("accuracy", metric, StringComparison.Ordinal), Dev(0.97));

        Assert.StartsWith("97.0 % of dev have 'fraud' = 0, so always answering that has 97.0 % accuracy and no use.", finding.Message, StringComparison.Ordinal);
        Assert.Equal(("dev", "fraud"), (finding.Split, finding.ColumnName));
    }

    [Theory]
    [InlineData(0.90, 1_000)]
    [InlineData(0.949, 1_000)]
    [InlineData(1.0, 1_000)]
    [InlineData(0.97, 99)]
    public void BalancedEnoughOrTooFewOrOneClassOnly_IsSilent(double share, long rows) => Silent(Accuracy, Dev(share, rows));

    [Theory]
    [InlineData("f1")]
    [InlineData("balanced_accuracy")]
    [InlineData("log_loss")]
    [InlineData("{ metric: profit, direction: higher }")]
    public void OtherMetric_IsSilent(string metric) =>
        Silent(Accuracy.Replace("accuracy", metric, StringComparison.Ordinal), Dev(0.97));

    [Fact]
    public void AccuracyOnlyWatched_IsSilent() =>
        Silent("version: 1\nsplits: { dev: { rows: 1000 } }\nmetrics: { optimize: f1, watch: [accuracy] }\n", Dev(0.97));

    [Fact]
    public void WithoutData_IsSilent() => Silent(Accuracy);

    [Theory]
    [InlineData(0.95, 1_000)]
    [InlineData(0.97, 100)]
    public void FewestRowsAndLeastShare_AreEnough(double share, long rows) => Single("MLS2010 Warning 3:22", Accuracy, Dev(share, rows));

    [Theory]
    [InlineData("regression", 0)]
    [InlineData("ranking", 0)]
    [InlineData("binary", 1)]
    public void TaskWithoutClasses_IsSilent(string task, int found) =>
        Assert.Equal(found, Places("MLS2010", Accuracy + $"task: {task}\n", Dev(0.97)).Count);

    [Fact]
    public void OtherSplitsAndColumns_DontCount()
    {
        static SplitData Split(string name, double share) =>
            new(name, 1_000, [new ColumnData("age", ColumnKind.Numeric, 0), new ColumnData("fraud", ColumnKind.Numeric, 0) { Majority = new("0", share) }]);

        Assert.Empty(Places("MLS2010", Accuracy, new Evidence { DataWasRead = true, Splits = [Split("train", 0.97), Split("dev", 0.6)] }));
        Assert.Single(Places("MLS2010", Accuracy, new Evidence { DataWasRead = true, Splits = [Split("train", 0.6), Split("dev", 0.97)] }));
    }

    [Fact]
    public void SeveralOptimizingMetrics_AreSilent() =>
        Assert.Empty(Places("MLS2010", "version: 1\nsplits: { dev: { rows: 1000 } }\nmetrics: { optimize: [accuracy, f1] }\n", Dev(0.97)));

    private static Evidence Dev(double share, long rows = 1_000) => new()
    {
        DataWasRead = true,
        Splits = [new SplitData("dev", rows, [new ColumnData("fraud", ColumnKind.Numeric, 0) { Majority = new("0", share) }])],
    };
}
