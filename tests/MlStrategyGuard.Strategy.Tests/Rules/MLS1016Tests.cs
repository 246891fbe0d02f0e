namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1016Tests : RuleTest
{
    private const string Labelled = FourSplits + "data: { label: is_cat }\n";

    private static readonly LabelConflicts Floor = new("dev", 1_000, 30, 90, 40);

    [Fact]
    public void RowsThatContradictEachOther_AreAFloor()
    {
        var finding = Single("MLS1016 Warning 7:16", Labelled, Of(Floor));

        Assert.Equal(
            "90 of dev's 1,000 rows have an equal row with another 'is_cat', so no model of these columns gets below 4.0 % errors there. "
            + "Look whether the labels are wrong or a column is missing that tells these rows apart; a Bayes error below this floor can't be reached.",
            finding.Message);
        Assert.Equal(new KeyValuePair<string, object>("floor", 0.04), finding.Data[0]);
    }

    [Fact]
    public void SeveralSplits_AreOneFindingAboutDev() =>
        Assert.Contains("errors there (test 3.0 %, train 8.0 %).",
            Single("MLS1016 Warning 7:16", Labelled, Of(
                Floor with { Split = "train", Wrong = 80 }, Floor, Floor with { Split = "test", Wrong = 30 })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void FloorAboveTheDifferenceThatMatters_IsReported() =>
        Assert.Single(Places("MLS1016", Labelled + "metrics: { optimize: accuracy, min_difference: 0.2% }", Of(Floor with { Wrong = 5 })));

    [Fact]
    public void FloorBelowTheDifferenceThatMatters_IsSilent() =>
        Assert.Empty(Places("MLS1016", Labelled + "metrics: { optimize: accuracy, min_difference: 5% }", Of(Floor)));

    [Fact]
    public void FloorBelowAPoint_IsSilent() => Silent(Labelled, Of(Floor with { Wrong = 9 }));

    [Fact]
    public void OneOddRowOfATinySplit_IsSilent() => Silent(Labelled, Of(new LabelConflicts("dev", 40, 1, 2, 1)));

    [Fact]
    public void RowsThatAgree_AreSilent() => Silent(Labelled, Of(new LabelConflicts("dev", 1_000, 0, 0, 0)));

    [Fact]
    public void DifferenceInAnotherUnit_IsNoLimit() =>
        Assert.Single(Places("MLS1016", Labelled + "metrics: { optimize: log_loss, min_difference: 0.2 }", Of(Floor)));

    [Fact]
    public void NoRows_AreSilent() => Silent(Labelled, Of(new LabelConflicts("dev", 0, 0, 0, 0)));

    [Fact]
    public void Waived_IsSilent() =>
        Silent(Labelled + "accept: [{ rule: MLS1016, where: is_cat, because: x }]", Of(Floor));

    [Fact]
    public void FloorOfJustAPoint_IsReported() =>
        Assert.Equal(["MLS1016 Warning 7:16"], Places("MLS1016", Labelled, Of(Floor with { Wrong = 10 })));

    [Fact]
    public void ThreeWrongRows_AreAPattern() =>
        Assert.Equal(["MLS1016 Warning 7:16"], Places("MLS1016", Labelled, Of(new LabelConflicts("dev", 100, 3, 6, 3))));

    [Fact]
    public void TwoWrongRows_AreSilent() => Silent(Labelled, Of(new LabelConflicts("dev", 100, 2, 4, 2)));

    [Theory]
    [InlineData("0", 5, 0)]
    [InlineData("1", 40, 1)]
    [InlineData("1.5", 40, 1)]
    public void DifferenceThatIsNoShare_LeavesTheLimitAtAPoint(string difference, long wrong, int findings) =>
        Assert.Equal(
            findings,
            Places("MLS1016", Labelled + $"metrics: {{ optimize: accuracy, min_difference: {difference} }}", Of(Floor with { Wrong = wrong })).Count);

    [Fact]
    public void Splits_AreNamedFromDevToTrain() =>
        Assert.Contains("90 of dev's 1,000 rows",
            Single("MLS1016 Warning 7:16", Labelled, Of(
                Floor with { Split = "train", Wrong = 80 }, Floor with { Split = "train_dev", Wrong = 70 },
                Floor with { Split = "test", Wrong = 60 }, Floor)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void OtherSplits_FollowInTheirOrder()
    {
        var finding = Single("MLS1016 Warning 7:16", Labelled, Of(
            Floor with { Split = "train", Wrong = 80 }, Floor with { Split = "train_dev", Wrong = 70 },
            Floor with { Split = "test", Wrong = 60 }, Floor));

        Assert.Contains("errors there (test 6.0 %, train_dev 7.0 %, train 8.0 %).", finding.Message, StringComparison.Ordinal);
        Assert.Equal(["dev", "test", "train_dev", "train"], finding.Subjects);
    }

    [Fact]
    public void Figures_AreThoseOfTheFirstSplit()
    {
        var finding = Single("MLS1016 Warning 7:16", Labelled, Of(new LabelConflicts("train", 9_000, 200, 500, 180), Floor));

        Assert.Equal([new("floor", 0.04), new("rows", 1_000L), new("patterns", 30L), new("conflicting", 90L), new("wrong", 40L)], finding.Data);
        Assert.Equal(("dev", "is_cat"), (finding.Split, finding.ColumnName));
    }

    [Fact]
    public void WaivedForAnotherOfTheSplits_IsSilent() =>
        Silent(Labelled + "accept: [{ rule: MLS1016, where: test, because: x }]", Of(Floor, Floor with { Split = "test" }));

    private static Evidence Of(params LabelConflicts[] conflicts) =>
        new() { DataWasRead = true, Leakage = new() { Conflicts = conflicts } };
}
