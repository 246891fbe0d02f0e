namespace MlStrategyGuard.Engine.Tests.Leakage;

public sealed class SharedKeysTests
{
    private static readonly string[] Header = ["id", "user", "x"];

    [Fact]
    public void GroupInTwoSplits_IsCountedWithItsRows()
    {
        var keys = Find("group: user",
            [["1", "ann", "5"], ["2", "ann", "6"], ["3", "bob", "7"], ["4", "", "8"]],
            [["5", "ann", "9"], ["6", "cat", "1"], ["7", "", "2"]]).Keys;

        Assert.Equal(
            new SharedKeys("train", "test", IsGroup: true)
            {
                KeysA = 2,
                KeysB = 2,
                Shared = 1,
                SharedRowsA = 2,
                SharedRowsB = 1,
                OtherContent = 1,
            },
            Assert.Single(keys));
    }

    [Fact]
    public void IdInTwoSplits_KnowsWhetherTheRowsAreEqual()
    {
        var keys = Assert.Single(Find("id: id",
            [["1", "ann", "5"], ["2", "bob", "6"], ["3", "bob", "7"]],
            [["1", "ann", "5.0"], ["2", "bob", "66"], ["9", "bob", "7"]]).Keys);

        Assert.Equal((false, 2, 1), (keys.IsGroup, keys.Shared, keys.OtherContent));
    }

    [Fact]
    public void IdTwiceInASplit_IsCounted() =>
        Assert.Equal(
            [new RepeatedIds("train", 3, 2, 1), new RepeatedIds("test", 1, 1, 0)],
            Find("id: id", [["1", "a", "1"], ["1", "a", "2"], ["2", "a", "3"], ["", "a", "4"]], [["7", "b", "5"]]).RepeatedIds);

    [Fact]
    public void GroupsThatStayTogether_ShareNothing() =>
        Assert.Equal(0, Assert.Single(Find("group: user",
            [["1", "ann", "5"], ["2", "ann", "6"]], [["3", "bob", "5"], ["4", "bob", "6"]]).Keys).Shared);

    [Fact]
    public void RowsWithoutAGroup_ShareNone() =>
        Assert.Equal(0, Assert.Single(Find("group: user", [["1", "", "5"]], [["2", "NA", "6"]]).Keys).Shared);

    [Fact]
    public void NothingDeclared_FindsNoKeys()
    {
        var found = Find("label: x", [["1", "ann", "5"]], [["1", "ann", "5"]]);

        Assert.Empty(found.Keys);
        Assert.Empty(found.RepeatedIds);
    }

    private static LeakageEvidence Find(string data, string[][] train, string[][] test) =>
        new Table($"version: 1\ndata: {{ {data} }}", Header).With("train", train).With("test", test).Find();
}
