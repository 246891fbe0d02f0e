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

    private static Evidence Of(params LabelConflicts[] conflicts) =>
        new() { DataWasRead = true, Leakage = new() { Conflicts = conflicts } };
}
