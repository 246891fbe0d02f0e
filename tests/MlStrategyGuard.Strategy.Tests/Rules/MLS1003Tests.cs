namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1003Tests : RuleTest
{
    [Fact]
    public void DifferentTrainDev_IsReportedAtTrainDev()
    {
        var finding = Single("MLS1003 Error 4:3", FourSplits, TrainDev(Verdict.Different));

        Assert.StartsWith("train_dev isn't distributed like train: 'age' moved by at least 7.0 points (", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith("Cut train_dev at random from the training rows.", finding.Message, StringComparison.Ordinal);
        Assert.Equal(("train_dev", "age"), (finding.Split, finding.ColumnName));
    }

    [Theory]
    [InlineData("age")]
    [InlineData("train")]
    [InlineData("train_dev")]
    [InlineData("train/train_dev")]
    public void WaivedByAnyOfItsNames_IsSilent(string where) =>
        Silent(FourSplits + $"accept: [{{ rule: MLS1003, where: {where}, because: x }}]", TrainDev(Verdict.Different));

    [Theory]
    [InlineData(Verdict.Same)]
    [InlineData(Verdict.Shifted)]
    [InlineData(Verdict.NoShiftFound)]
    public void OtherVerdict_IsNotThisRules(Verdict verdict) =>
        Assert.Empty(Places("MLS1003", FourSplits, TrainDev(verdict)));

    [Theory]
    [InlineData("dev", "test", ComparisonReason.DevAndTest)]
    [InlineData("train", "dev", ComparisonReason.SameDistribution)]
    public void OtherPair_IsNotThisRules(string a, string b, ComparisonReason reason) =>
        Assert.Empty(Places("MLS1003", FourSplits, Compared(Pair(a, b, reason, Column("age", Verdict.Different)))));

    [Fact]
    public void NothingCompared_IsSilent() => Silent(FourSplits);

    [Fact]
    public void SwitchedOff_IsSilent() => Silent(FourSplits + "rules: { MLS1003: off }", TrainDev(Verdict.Different));

    private static Evidence TrainDev(Verdict verdict) =>
        Compared(Pair("train", "train_dev", ComparisonReason.TrainAndTrainDev, Column("age", verdict)));
}
