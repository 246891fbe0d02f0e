namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1009Tests : RuleTest
{
    private static readonly NearRows Rows = new("train", "test", null)
    {
        RowsA = 9_000,
        RowsB = 1_000,
        SharedA = 201,
        SharedB = 200,
        Patterns = 200,
        Repeated = 203,
        Expected = 36.6,
    };

    [Fact]
    public void NearlyEqualRows_AreCountedAtTest()
    {
        var finding = Single("MLS1009 Warning 6:3", FourSplits, Of(Rows));

        Assert.Equal(
            "200 of 1,000 rows of test are nearly equal to a row of train (numbers to three digits, all else equal), without being equal. "
            + "Of 203 such sets of rows 200 stand in both splits; a random split would put about 37 there. "
            + "Look whether they are changed copies (rounded, resampled, edited); if so, keep each with its original in one split.",
            finding.Message);
        Assert.Equal(("test", null), (finding.Split, finding.ColumnName));
    }

    [Fact]
    public void NearlyEqualTexts_NameTheirColumn()
    {
        var finding = Single("MLS1009 Warning 5:3", FourSplits, Of(Rows with { A = "dev", Text = "review" }));

        Assert.StartsWith("201 of 9,000 rows of dev have nearly the same 'review' as a row of test, without being equal.", finding.Message, StringComparison.Ordinal);
        Assert.Equal("review", finding.ColumnName);
    }

    [Fact]
    public void NothingNear_IsSilent() => Silent(FourSplits, Of());

    [Fact]
    public void NothingRead_IsSilent() => Silent(FourSplits);

    [Fact]
    public void Waived_IsSilent() => Silent(FourSplits + "accept: [{ rule: MLS1009, where: train/test, because: x }]", Of(Rows));

    [Fact]
    public void Figures_AreGivenInOrder() =>
        Assert.Equal(
            [
                new("a", "train"), new("b", "test"), new("rows_a", 9_000L), new("rows_b", 1_000L),
                new("shared_a", 201L), new("shared_b", 200L), new("patterns", 200L), new("expected", 36.6),
            ],
            Single("MLS1009 Warning 6:3", FourSplits, Of(Rows)).Data);

    [Fact]
    public void EveryPair_IsReportedAtItsSplit() =>
        Assert.Equal(
            ["MLS1009 Warning 5:3", "MLS1009 Warning 6:3"],
            Places("MLS1009", FourSplits, Of(Rows with { B = "dev" }, Rows)).Order(StringComparer.Ordinal));

    [Fact]
    public void WaivedForAnotherPair_IsReported() =>
        Assert.Equal(
            ["MLS1009 Warning 6:3"],
            Places("MLS1009", FourSplits + "accept: [{ rule: MLS1009, where: train/dev, because: x }]", Of(Rows)));

    [Fact]
    public void WaivedForTheColumnOfTheTexts_IsSilent() =>
        Silent(FourSplits + "accept: [{ rule: MLS1009, where: review, because: x }]", Of(Rows with { Text = "review" }));

    private static Evidence Of(params NearRows[] rows) => new() { DataWasRead = true, Leakage = new() { NearRows = rows } };
}
