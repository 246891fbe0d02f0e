namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1007Tests : RuleTest
{
    private const string Grouped = FourSplits + "data: { group: user_id }\n";

    private static readonly SharedKeys Shared = new("train", "test", IsGroup: true)
    {
        KeysA = 900,
        KeysB = 210,
        Shared = 37,
        SharedRowsA = 1_520,
        SharedRowsB = 412,
        OtherContent = 37,
    };

    [Fact]
    public void GroupsInTwoSplits_AreCountedAtTheKey()
    {
        var finding = Single("MLS1007 Error 7:16", Grouped, Of(Shared));

        Assert.Equal(
            "37 of test's 210 groups ('user_id') stand in train as well, with 412 of test's rows: the model is measured on what it has met before. "
            + "Put all rows of a group into one split.",
            finding.Message);
        Assert.Equal(("test", "user_id"), (finding.Split, finding.ColumnName));
    }

    [Fact]
    public void GroupInDevAndTest_IsAboutDev() =>
        Assert.StartsWith("1 of dev's 900 groups ('user_id') stands in test as well, with 1,520 of dev's rows",
            Single("MLS1007 Error 7:16", Grouped, Of(Shared with { A = "dev", Shared = 1 })).Message, StringComparison.Ordinal);

    [Fact]
    public void EveryPair_IsReported() =>
        Assert.Equal(
            ["train", "dev"],
            Of(Grouped, Of(Shared with { B = "train_dev" }, Shared with { A = "dev" })).Findings
                .Select(finding => finding.Subjects[0]));

    [Fact]
    public void NoSharedGroup_IsSilent() => Silent(Grouped, Of(Shared with { Shared = 0 }));

    [Fact]
    public void SharedId_IsNotThisRules() =>
        Assert.Empty(Places("MLS1007", FourSplits + "data: { id: photo }", Of(Shared with { IsGroup = false })));

    [Fact]
    public void NoGroupDeclared_IsSilent() => Silent(FourSplits, Of(Shared));

    [Fact]
    public void WaivedForThePair_IsSilent() =>
        Silent(Grouped + "accept: [{ rule: MLS1007, where: train/test, because: x }]", Of(Shared));

    [Fact]
    public void Figures_AreGivenInOrder() =>
        Assert.Equal(
            [
                new("a", "train"), new("b", "test"), new("groups_a", 900L), new("groups_b", 210L),
                new("shared", 37L), new("shared_rows_a", 1_520L), new("shared_rows_b", 412L),
            ],
            Single("MLS1007 Error 7:16", Grouped, Of(Shared)).Data);

    [Fact]
    public void SharedIdBesideAGroup_IsNotThisRules() =>
        Assert.Empty(Places("MLS1007", FourSplits + "data: { group: user_id, id: photo }", Of(Shared with { IsGroup = false })));

    [Fact]
    public void WaivedForAnotherPair_IsReported() =>
        Assert.Equal(
            ["MLS1007 Error 7:16"],
            Places("MLS1007", Grouped + "accept: [{ rule: MLS1007, where: dev/test, because: x }]", Of(Shared)));

    private static Evidence Of(params SharedKeys[] keys) => new() { DataWasRead = true, Leakage = new() { Keys = keys } };
}
