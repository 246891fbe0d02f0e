namespace MlStrategyGuard.Engine.Tests.Reports.Html;

public sealed class LeaksPartTests : IDisposable
{
    private const string TwoSplits = "version: 1\nsplits:\n  dev: { files: dev.csv }\n  test: { files: test.csv }\n";

    private readonly Pages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Fact]
    public void CopiedRows_AreABarAndARow()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 600).Select(_ => FormattableString.Invariant($"{random.NextDouble()},{random.NextDouble()}\n")).ToList();
        _pages.Folder.Write("dev.csv", "a,b\n" + string.Concat(rows.Take(300)));
        _pages.Folder.Write("test.csv", "a,b\n" + string.Concat(rows.Skip(250)));

        var part = _pages.Part(TwoSplits, "leaks")!;

        Assert.Contains(Pages.Pictures(part), words => words.EndsWith("dev and test 50 of 300 (16.7 %)", StringComparison.Ordinal));
        Assert.Equal("copies", Pages.Row(part, "dev and test")[^1]);
        Assert.Contains("MLS1006", part.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void NoEqualRows_AreATableAndNoPicture()
    {
        _pages.Folder.WriteTable("dev.csv", 300, seed: 1);
        _pages.Folder.WriteTable("test.csv", 300, seed: 2);

        var part = _pages.Part(TwoSplits, "leaks")!;

        Assert.Empty(Pages.Pictures(part));
        Assert.Contains("No row of one split stands in another.", part.Value, StringComparison.Ordinal);
        Assert.Equal("none", Pages.Row(part, "dev and test")[^1]);
    }

    [Fact]
    public void GroupsInBothSplits_AreCounted_AndWhatWasNotFoundIsSaid()
    {
        string Table(int first, string id) => "id,user,x\n" + string.Concat(Enumerable.Range(0, 200).Select(i => FormattableString.Invariant($"{id}{i},u{first + (i % 50)},{(i * 7919 % 1009) + (first / 100.0)}\n")));
        _pages.Folder.Write("dev.csv", Table(0, "d"));
        _pages.Folder.Write("test.csv", Table(40, "t"));

        var part = _pages.Part(TwoSplits + "data: { id: id, group: user }\n", "leaks")!;

        Assert.Contains(part.Descendants("tr"), row => row.Value == "dev and testgroups in both10 of 50 and 50");
        Assert.Contains("not found: ids in both", part.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void ColumnThatGivesTheLabelAway_IsNamed()
    {
        var rows = string.Concat(Enumerable.Range(0, 500).Select(i => $"{(i % 2 == 0 ? "yes" : "no")},{i % 2},{i % 13}\n"));
        _pages.Folder.Write("dev.csv", "answer,label,x\n" + rows);
        _pages.Folder.Write("test.csv", "answer,label,x\n" + rows);

        Assert.Contains("the label given away by answer", _pages.Part(TwoSplits + "task: binary_classification\ndata: { label: label }\n", "leaks")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutData_NothingWasLookedFor() => Assert.Null(_pages.Part("version: 1\nmetrics: { optimize: f1 }\n", "leaks"));
}
