namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1020Tests : RuleTest
{
    [Fact]
    public void ShiftedColumn_SaysBothEndsAndTheRowsNeeded()
    {
        var finding = Single("MLS1020 Warning 5:3", FourSplits,
            Compared(DevAndTest(Shifted() with { RowsNeeded = 8000 })));

        Assert.Equal(
            "dev and test have shifted, perhaps beyond the tolerance: 'age' moved by 2.9 to 13.4 points (age > 60.3: 3.4 % → 6.6 %; "
            + "99 % interval 2.9–13.4, 500 + 600 rows, tolerance 5 points). About 8,000 rows a split would settle it.",
            finding.Message);
        Assert.Equal(("dev", "age"), (finding.Split, finding.ColumnName));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.0004)]
    public void LowerEndOfNothing_IsLeftOut(double lower) =>
        Assert.Contains(
            "'age' moved by at most 13.4 points (",
            Single("MLS1020 Warning 5:3", FourSplits, Compared(DevAndTest(Shifted() with { Lower = lower }))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(100_000_000)]
    [InlineData(long.MaxValue)]
    public void RowsThatNobodyCanGet_AreNotAskedFor(long rows) =>
        Assert.EndsWith(
            "tolerance 5 points).",
            Single("MLS1020 Warning 5:3", FourSplits, Compared(DevAndTest(Shifted() with { RowsNeeded = rows }))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("train", "train_dev", ComparisonReason.TrainAndTrainDev, "4:3")]
    [InlineData("train", "dev", ComparisonReason.SameDistribution, "5:44")]
    public void EveryPair_IsReportedAtItsPlace(string a, string b, ComparisonReason reason, string place) =>
        Single("MLS1020 Warning " + place, FourSplits, Compared(Pair(a, b, reason, Shifted())));

    [Fact]
    public void ShiftedColumnBesideADifferentOne_IsReportedToo() =>
        Assert.Equal(
            ["MLS1001 Error 5:3", "MLS1020 Warning 5:3"],
            Of(FourSplits, Compared(DevAndTest(Shifted(), Column("b", Verdict.Different)))).Findings.Select(Place));

    [Theory]
    [InlineData("age")]
    [InlineData("test")]
    [InlineData("dev/test")]
    public void WaivedByAnyOfItsNames_IsSilent(string where) =>
        Silent(FourSplits + $"accept: [{{ rule: MLS1020, where: {where}, because: x }}]", Compared(DevAndTest(Shifted())));

    [Theory]
    [InlineData(Verdict.Same)]
    [InlineData(Verdict.NoShiftFound)]
    [InlineData(Verdict.Different)]
    public void OtherVerdict_IsNotThisRules(Verdict verdict) =>
        Assert.Empty(Places("MLS1020", FourSplits, Compared(DevAndTest(Column("age", verdict)))));

    [Fact]
    public void NothingCompared_IsSilent() => Silent(FourSplits);

    [Fact]
    public void SwitchedOff_IsSilent() =>
        Silent(FourSplits + "rules: { MLS1020: off }", Compared(DevAndTest(Shifted())));

    private static ColumnComparison Shifted() => Column("age", Verdict.Shifted) with { Lower = 0.029 };
}
