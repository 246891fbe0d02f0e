namespace MlStrategyGuard.Engine.Tests.Leakage;

public sealed class LabelConflictTests
{
    private const string Labelled = "version: 1\ndata: { label: y }";

    [Fact]
    public void RowsOutsideTheirPatternsMostFrequentClass_AreTheFloor()
    {
        var conflicts = Find(Labelled, "1 a", "1 a", "1 b", "2 a", "2 b", "3 a", "3 a", "4 b");

        Assert.Equal(new LabelConflicts("dev", 8, 2, 5, 2), conflicts);
        Assert.Equal(0.25, conflicts!.Floor);
    }

    [Fact]
    public void OtherSpellingOfANumber_IsTheSameRow() =>
        Assert.Equal(new LabelConflicts("dev", 2, 1, 2, 1), Find(Labelled, "1 a", "1.0 b"));

    [Fact]
    public void MissingLabels_DontCount() =>
        Assert.Equal(new LabelConflicts("dev", 3, 0, 0, 0), Find(Labelled, "1 a", "1 NA", "1 a", "2 b", "2 NA"));

    [Fact]
    public void EqualRowsThatAgree_HaveNoFloor() =>
        Assert.Equal(new LabelConflicts("dev", 4, 0, 0, 0), Find(Labelled, "1 a", "1 a", "2 b", "2 b"));

    [Fact]
    public void NumberToPredict_HasNoConflicts() =>
        Assert.Null(Find("version: 1\ntask: regression\ndata: { label: y }", "1 3", "1 4", "2 5"));

    [Fact]
    public void LabelOfManyNumbers_IsNoClass() =>
        Assert.Null(Find(Labelled, [.. Enumerable.Range(0, 60).Select(i => $"{i % 20} {i}.5")]));

    [Fact]
    public void NoLabel_HasNoConflicts() => Assert.Null(Find("version: 1", "1 a", "1 b"));

    private static LabelConflicts? Find(string strategy, params string[] rows) =>
        new Table(strategy, "x", "y").With("dev", rows.Select(row => row.Split(' '))).Find().Conflicts.SingleOrDefault();
}
