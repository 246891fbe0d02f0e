namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1014Tests : RuleTest
{
    [Theory]
    [InlineData("dev", "test")]
    [InlineData("test", "dev")]
    public void ColumnInOneSplitOnly_SaysInWhich(string owner, string other)
    {
        var finding = Single("MLS1014 Error 5:3", FourSplits, Conflicts(new ColumnConflict("camera", owner, null)));

        Assert.Equal(
            $"the column 'camera' is in {owner} and not in {other}; write it into both, or list it in 'data.ignore'.",
            finding.Message);
        Assert.Equal(("dev", "camera"), (finding.Split, finding.ColumnName));
    }

    [Fact]
    public void ColumnOfTwoKinds_SaysWhatItHolds() =>
        Assert.Equal(
            "'weight' holds something else in dev than in test: only numbers in dev; in test 34 of 200 values are none.",
            Single("MLS1014 Error 5:3", FourSplits, Conflicts(
                new ColumnConflict("weight", null, "only numbers in dev; in test 34 of 200 values are none"))).Message);

    [Fact]
    public void SeveralColumns_AreReportedInTheirOrder() =>
        Assert.Equal(
            ["z", "a"],
            Of(FourSplits, Conflicts(new ColumnConflict("z", "dev", null), new ColumnConflict("a", "test", null)))
                .Findings.Select(finding => finding.ColumnName));

    [Theory]
    [InlineData("train", "train_dev", ComparisonReason.TrainAndTrainDev, "4:3")]
    [InlineData("train", "dev", ComparisonReason.SameDistribution, "5:44")]
    public void OtherPairs_AreReportedAtTheirPlace(string a, string b, ComparisonReason reason, string place) =>
        Single("MLS1014 Error " + place, FourSplits,
            Compared(Pair(a, b, reason, Column("age", Verdict.Same)) with { Conflicts = [new ColumnConflict("camera", a, null)] }));

    [Theory]
    [InlineData("camera")]
    [InlineData("dev")]
    [InlineData("dev/test")]
    public void WaivedByAnyOfItsNames_IsSilent(string where) =>
        Silent(
            FourSplits + $"accept: [{{ rule: MLS1014, where: {where}, because: x }}]",
            Conflicts(new ColumnConflict("camera", "dev", null)));

    [Fact]
    public void ColumnsThatAgree_AreSilent() => Silent(FourSplits, Compared(DevAndTest(Column("age", Verdict.Same))));

    [Fact]
    public void ColumnsThatWereLeftOut_AreSilent() =>
        Silent(FourSplits, Compared(DevAndTest(Column("age", Verdict.Same)) with { LeftOut = [new("photo_id", "id")] }));

    [Fact]
    public void NothingCompared_IsSilent() => Silent(FourSplits);

    [Fact]
    public void SwitchedOff_IsSilent() =>
        Silent(FourSplits + "rules: { MLS1014: off }", Conflicts(new ColumnConflict("camera", "dev", null)));

    private static Evidence Conflicts(params ColumnConflict[] conflicts) =>
        Compared(DevAndTest(Column("age", Verdict.Same)) with { Conflicts = conflicts });
}
