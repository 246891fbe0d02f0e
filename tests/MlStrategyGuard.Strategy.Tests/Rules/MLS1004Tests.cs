namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1004Tests : RuleTest
{
    private const string OneDistribution =
        "version: 1\nsplits:\n  train: { files: a.csv, distribution: app }\n  dev: { files: b.csv, distribution: app }\n";

    [Fact]
    public void DifferentSplitsOfOneDistribution_AreReportedAtTheSecondsDistribution()
    {
        var finding = Single("MLS1004 Error 4:38", OneDistribution, TrainAndDev(Verdict.Different));

        Assert.StartsWith(
            "train and dev both declare the distribution 'app' and differ: 'age' moved by at least 7.0 points (",
            finding.Message, StringComparison.Ordinal);
        Assert.EndsWith("Give them different distributions, or draw both from one pool.", finding.Message, StringComparison.Ordinal);
        Assert.Equal(("dev", "age"), (finding.Split, finding.ColumnName));
    }

    [Fact]
    public void SeveralPairs_AreReportedEach() =>
        Assert.Equal(
            ["MLS1004 Error 4:38", "MLS1004 Error 5:39"],
            Places("MLS1004", OneDistribution + "  test: { files: c.csv, distribution: app }\n", Compared(
                Pair("train", "test", ComparisonReason.SameDistribution, Column("age", Verdict.Different)),
                Pair("train", "dev", ComparisonReason.SameDistribution, Column("age", Verdict.Different)))));

    [Theory]
    [InlineData("age")]
    [InlineData("train")]
    [InlineData("dev")]
    [InlineData("train/dev")]
    public void WaivedByAnyOfItsNames_IsSilent(string where) =>
        Silent(OneDistribution + $"accept: [{{ rule: MLS1004, where: {where}, because: x }}]", TrainAndDev(Verdict.Different));

    [Theory]
    [InlineData(Verdict.Same)]
    [InlineData(Verdict.Shifted)]
    [InlineData(Verdict.NoShiftFound)]
    public void OtherVerdict_IsNotThisRules(Verdict verdict) =>
        Assert.Empty(Places("MLS1004", OneDistribution, TrainAndDev(verdict)));

    [Theory]
    [InlineData("dev", "test", ComparisonReason.DevAndTest)]
    [InlineData("train", "train_dev", ComparisonReason.TrainAndTrainDev)]
    public void OtherPair_IsNotThisRules(string a, string b, ComparisonReason reason) =>
        Assert.Empty(Places("MLS1004", FourSplits, Compared(Pair(a, b, reason, Column("age", Verdict.Different)))));

    [Fact]
    public void NothingCompared_IsSilent() => Silent(OneDistribution);

    private static Evidence TrainAndDev(Verdict verdict) =>
        Compared(Pair("train", "dev", ComparisonReason.SameDistribution, Column("age", verdict)));
}
