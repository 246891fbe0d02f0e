namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1015Tests : RuleTest
{
    private static readonly EncodingChange Unit = new("length", "train", "test") { Change = "times 1,000", Before = 0.987, After = 0.021 };

    private static readonly EncodingChange Spelling = new("country", "train", "test") { Spellings = [new("USA", "usa"), new("France", "france")] };

    [Fact]
    public void OtherUnits_SayWhichAndHowMuchBetterTheyFit()
    {
        var finding = Single("MLS1015 Warning 6:3", FourSplits, Of(Unit));

        Assert.Equal(
            "'length' seems to be in other units in test than in train: train's values times 1,000 are distributed like test's to 2.1 points, as they are to 98.7. Write both in one unit.",
            finding.Message);
        Assert.Equal(("test", "length"), (finding.Split, finding.ColumnName));
    }

    [Fact]
    public void OtherSpellings_AreNamed() =>
        Assert.Equal(
            "'country' is spelled in another way in test than in train: 'USA' is 'usa' there, 'France' is 'france' there. To a model these are different values; write both alike.",
            Single("MLS1015 Warning 6:3", FourSplits, Of(Spelling)).Message);

    [Fact]
    public void DevAndTest_AreReportedAtTest() => Single("MLS1015 Warning 6:3", FourSplits, Of(Unit with { A = "dev" }));

    [Fact]
    public void NoChange_IsSilent() => Silent(FourSplits, Of());

    [Fact]
    public void NothingRead_IsSilent() => Silent(FourSplits);

    [Theory]
    [InlineData("length")]
    [InlineData("test")]
    [InlineData("train/test")]
    public void Waived_IsSilent(string where) =>
        Silent(FourSplits + $"accept: [{{ rule: MLS1015, where: {where}, because: x }}]", Of(Unit));

    [Fact]
    public void OtherUnits_CarryTheirFigures() =>
        Assert.Equal(
            [new("a", "train"), new("b", "test"), new("change", "times 1,000"), new("distance_before", 0.987), new("distance_after", 0.021)],
            Single("MLS1015 Warning 6:3", FourSplits, Of(Unit)).Data);

    [Fact]
    public void OtherSpellings_CarryTheSplitsOnly() =>
        Assert.Equal([new("a", "train"), new("b", "test")], Single("MLS1015 Warning 6:3", FourSplits, Of(Spelling)).Data);

    [Fact]
    public void OtherSpellings_AreAboutTheSecondSplit()
    {
        var finding = Single("MLS1015 Warning 5:3", FourSplits, Of(Spelling with { A = "train_dev", B = "dev" }));

        Assert.Equal(("dev", "country"), (finding.Split, finding.ColumnName));
    }

    [Fact]
    public void EveryColumn_IsReported() =>
        Assert.Equal(["length", "country"], Of(FourSplits, Of(Unit, Spelling)).Findings.Select(finding => finding.ColumnName));

    [Fact]
    public void WaivedForAnotherPair_IsReported() =>
        Assert.Equal(
            ["MLS1015 Warning 6:3"],
            Places("MLS1015", FourSplits + "accept: [{ rule: MLS1015, where: dev/test, because: x }]", Of(Unit)));

    private static Evidence Of(params EncodingChange[] changes) => new() { DataWasRead = true, Leakage = new() { Encodings = changes } };
}
