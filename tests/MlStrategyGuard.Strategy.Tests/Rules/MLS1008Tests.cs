namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1008Tests : RuleTest
{
    private const string Temporal = FourSplits + "data: { time: taken_at }\nconsistency: { policy: temporal }\n";

    private static readonly TimeOrder Mixed = new("train", "test") { RowsA = 9_000, RowsB = 1_000, LateA = 412, EarlyB = 30, IsExact = true };

    [Fact]
    public void TrainThatReachesIntoTest_IsCountedAtTheKey()
    {
        var finding = Single("MLS1008 Error 7:15", Temporal, Of(Mixed));

        Assert.Equal(
            "train doesn't end before test begins: by 'taken_at' 412 of train's 9,000 rows come at or after test's first, and 30 of test's 1,000 at or before train's last. "
            + "Under 'policy: temporal' a model must not know what comes later: cut at one point in time.",
            finding.Message);
        Assert.Equal(("test", "taken_at"), (finding.Split, finding.ColumnName));
    }

    [Fact]
    public void Estimates_SaySo() =>
        Assert.Contains("about 412 of train's", Single("MLS1008 Error 7:15", Temporal, Of(Mixed with { IsExact = false })).Message, StringComparison.Ordinal);

    [Fact]
    public void EveryPair_IsReported() =>
        Assert.Equal(2, Places("MLS1008", Temporal, Of(Mixed, Mixed with { A = "dev" })).Count);

    [Fact]
    public void Order_IsSilent() => Silent(Temporal, Of(Mixed with { LateA = 0, EarlyB = 0 }));

    [Fact]
    public void NothingRead_IsSilent() => Silent(Temporal);

    [Fact]
    public void NoTimeDeclared_IsSilent() => Silent(FourSplits + "consistency: { policy: temporal }", Of(Mixed));

    [Fact]
    public void Waived_IsSilent() =>
        Silent(Temporal + "accept: [{ rule: MLS1008, where: taken_at, because: the clock of one client is wrong }]", Of(Mixed));

    [Fact]
    public void OneLateRow_IsEnough() =>
        Assert.Contains("by 'taken_at' 1 of train's 9,000 rows",
            Single("MLS1008 Error 7:15", Temporal, Of(Mixed with { LateA = 1, EarlyB = 1 })).Message, StringComparison.Ordinal);

    [Fact]
    public void RowsAtTheBoundaryOfDevAndTest_MayShareATime()
    {
        var finding = Single("MLS1008 Error 7:15", Temporal, Of(Mixed with { A = "dev" }));

        Assert.Equal(
            "dev doesn't end before test begins: by 'taken_at' 412 of dev's 9,000 rows come after test's first, and 30 of test's 1,000 before dev's last. "
            + "Under 'policy: temporal' a model must not know what comes later: cut at one point in time.",
            finding.Message);
        Assert.Equal("test", finding.Split);
    }

    [Fact]
    public void Figures_AreGivenInOrder() =>
        Assert.Equal(
            [new("a", "train"), new("b", "test"), new("late_a", 412L), new("early_b", 30L), new("rows_a", 9_000L), new("rows_b", 1_000L)],
            Single("MLS1008 Error 7:15", Temporal, Of(Mixed)).Data);

    [Theory]
    [InlineData("train/test")]
    [InlineData("train")]
    public void WaivedForThePairOrItsEarlierSplit_IsSilent(string where) =>
        Silent(Temporal + $"accept: [{{ rule: MLS1008, where: {where}, because: x }}]", Of(Mixed));

    [Theory]
    [InlineData("7 days", "7 days")]
    [InlineData("24 h", "1 day")]
    [InlineData("12 h", "12 h")]
    [InlineData("30", "30")]
    public void Embargo_IsNamed(string written, string shown)
    {
        var text = Temporal.Replace("temporal }", $"temporal, embargo: {written} }}", StringComparison.Ordinal);

        Assert.Equal(
            $"train doesn't end {shown} before test begins, as 'consistency.embargo' asks: by 'taken_at' 412 of train's 9,000 rows come less than {shown} before, or after, test's first, and 30 of test's 1,000 less than {shown} after, or before, train's last. "
            + "Under 'policy: temporal' a model must not know what comes later: cut at one point in time, and drop the last of the training rows.",
            Single("MLS1008 Error 7:15", text, Of(Mixed)).Message);
        Assert.DoesNotContain("embargo", Single("MLS1008 Error 7:15", text, Of(Mixed with { A = "dev" })).Message, StringComparison.Ordinal);
        Silent(text, Of(Mixed with { LateA = 0, EarlyB = 0 }));
    }

    private static Evidence Of(params TimeOrder[] times) => new() { DataWasRead = true, Leakage = new() { Times = times } };
}
