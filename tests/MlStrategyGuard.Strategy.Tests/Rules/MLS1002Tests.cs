namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1002Tests : RuleTest
{
    [Fact]
    public void NoShiftFound_SaysWhatWouldHaveShown()
    {
        var finding = Single("MLS1002 Info 5:3", FourSplits,
            Compared(DevAndTest(Column("age", Verdict.NoShiftFound)) with { RowsNeeded = 3300 }));

        Assert.Equal(
            "no shift found between dev and test; with 500 + 600 rows only shifts of 13.8 points or more would have shown; "
            + "3,300 rows a split would settle the tolerance of 5 points.",
            finding.Message);
        Assert.Equal("dev", finding.Split);
        Assert.Equal(["a=dev", "b=test", "resolution=0.138", "rows_needed=3300"],
            finding.Data.Select(figure => FormattableString.Invariant($"{figure.Key}={figure.Value}")));
    }

    [Fact]
    public void UnknownNumberOfRows_IsLeftOut()
    {
        var finding = Single("MLS1002 Info 5:3", FourSplits, Compared(DevAndTest(Column("age", Verdict.NoShiftFound))));

        Assert.EndsWith("13.8 points or more would have shown.", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(finding.Data, figure => figure.Key == "rows_needed");
    }

    [Fact]
    public void NothingToCompare_IsSaid()
    {
        var finding = Single("MLS1002 Info 5:3", FourSplits, Compared(DevAndTest()));

        Assert.Equal(
            "dev and test weren't compared: no column is left that both have and that says something about the rows.",
            finding.Message);
        Assert.Equal("dev", finding.Split);
    }

    [Theory]
    [InlineData("train", "train_dev", ComparisonReason.TrainAndTrainDev, "4:3")]
    [InlineData("dev", "test", ComparisonReason.DevAndTest, "5:3")]
    [InlineData("train", "dev", ComparisonReason.SameDistribution, "5:44")]
    public void EveryPair_IsReportedAtItsPlace(string a, string b, ComparisonReason reason, string place) =>
        Single("MLS1002 Info " + place, FourSplits, Compared(Pair(a, b, reason, Column("age", Verdict.NoShiftFound))));

    [Fact]
    public void ManyColumns_AreOneFinding() =>
        Single("MLS1002 Info 5:3", FourSplits,
            Compared(DevAndTest(Column("a", Verdict.NoShiftFound), Column("b", Verdict.Same), Column("c", Verdict.NoShiftFound))));

    [Theory]
    [InlineData(Verdict.Same)]
    [InlineData(Verdict.Shifted)]
    [InlineData(Verdict.Different)]
    public void OtherVerdict_IsSilent(Verdict verdict) =>
        Assert.Empty(Places("MLS1002", FourSplits, Compared(DevAndTest(Column("age", verdict)))));

    [Fact]
    public void UndecidedColumnBesideADifferentOne_IsSilent() =>
        Assert.Empty(Places("MLS1002", FourSplits,
            Compared(DevAndTest(Column("age", Verdict.NoShiftFound), Column("height", Verdict.Different)))));

    [Fact]
    public void NothingCompared_IsSilent() => Silent(FourSplits);

    [Fact]
    public void WaivedPair_IsSilent() =>
        Silent(
            FourSplits + "accept: [{ rule: MLS1002, where: dev/test, because: no more data this year }]",
            Compared(DevAndTest(Column("age", Verdict.NoShiftFound))));

    [Fact]
    public void Severity_CanBeRaised() =>
        Single("MLS1002 Error 5:3", FourSplits + "rules: { MLS1002: error }", Compared(DevAndTest(Column("age", Verdict.NoShiftFound))));

    [Fact]
    public void FewGroups_AreSaidToBeTooFew() =>
        Assert.Equal(
            "dev and test can't be compared: 4 + 5 groups are too few for anything to be beyond chance; 6 a split are the least.",
            Single("MLS1002 Info 5:3", FourSplits, Compared(
                DevAndTest(Column("age", Verdict.NoShiftFound)) with { Groups = new GroupCounts(4, 5, 6) })).Message);

    [Fact]
    public void EnoughGroups_AreCounted() =>
        Assert.StartsWith(
            "no shift found between dev and test; with 500 + 600 rows in 40 + 1,050 groups only shifts of",
            Single("MLS1002 Info 5:3", FourSplits, Compared(
                DevAndTest(Column("age", Verdict.NoShiftFound)) with { Groups = new GroupCounts(40, 1_050, null) })).Message,
            StringComparison.Ordinal);
}
