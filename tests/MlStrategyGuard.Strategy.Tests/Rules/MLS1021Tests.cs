namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1021Tests : RuleTest
{
    private static readonly SharedRows Repeats = new("train", "test")
    {
        RowsA = 9_000,
        RowsB = 1_000,
        SharedA = 1_200,
        SharedB = 142,
        Patterns = 140,
        Repeated = 800,
        Expected = 141,
        P = 0.6,
        Cause = RepeatCause.Entities,
    };

    [Fact]
    public void ThingsSplitAtRandom_AreInformation() =>
        Assert.Equal(
            "14.2 % of test's rows have an equal row in train, about as often as rows repeat within a split: the same things are in the data several times and were split at random. "
            + "Name the column that tells them apart in 'data.group' and put each group into one split, or drop the repeats before splitting.",
            Single("MLS1021 Info 6:3", FourSplits, Of(Repeats)).Message);

    [Theory]
    [InlineData("train", "test", false, 12, 0)]
    [InlineData("train", "test", true, 12, 1)]
    [InlineData("train", "test", false, 0, 1)]
    [InlineData("train", "dev", false, 12, 1)]
    public void RowsWhoseIdsAreShared_AreLeftToMLS1006(string a, string b, bool isGroup, long shared, int findings) =>
        Assert.Equal(findings, Of(FourSplits, new Evidence
        {
            DataWasRead = true,
            Leakage = new() { Rows = [Repeats], Keys = [new SharedKeys(a, b, isGroup) { Shared = shared }] },
        }).Findings.Count(finding => finding.Id == "MLS1021"));

    [Fact]
    public void MoreThanRepeatsWouldGive_IsSaid() =>
        Assert.StartsWith(
            "14.2 % of test's rows have an equal row in train, more than a random split of repeated rows would give, though too few to be sure or with other labels: they may be copies,",
            Single("MLS1021 Info 6:3", FourSplits, Of(Repeats with { Expected = 60, P = 1e-9 })).Message, StringComparison.Ordinal);

    [Fact]
    public void ColumnThatTheSplitsWereSplitBy_IsInformation()
    {
        var finding = Single("MLS1021 Info 6:3", FourSplits, Compared("patient_id"));

        Assert.Equal(
            "dev and test seem to be split by 'patient_id': its values repeat within both and hardly one stands in both. They are compared by it as a group, not row by row. "
            + "If that is right, name it in 'data.group'; if not, name it in 'data.ignore'.",
            finding.Message);
        Assert.Equal(("test", "patient_id"), (finding.Split, finding.ColumnName));
    }

    [Fact]
    public void PairThatWasComparedRowByRow_IsSilent() => Silent(FourSplits, Compared(null));

    [Fact]
    public void ColumnThatIsDeclaredMeanwhile_IsSilent() => Silent(FourSplits + "data: { group: patient_id }", Compared("patient_id"));

    [Fact]
    public void OfSeveralPairs_TheWorstIsNamed() =>
        Single("MLS1021 Info 5:3", FourSplits, Of(Repeats, Repeats with { B = "dev", SharedB = 300 }));

    [Fact]
    public void IdThatRepeats_IsInformationAtTheKey() =>
        Assert.Equal(
            "'visit' is declared to identify a row and repeats: 3,100 ids on 10,000 rows of train. If rows of one id belong together, name the column in 'data.group' instead.",
            Single("MLS1021 Info 7:13", FourSplits + "data: { id: visit }", Ids(new("train", 10_000, 3_100, 2_000), new("test", 100, 100, 0))).Message);

    [Fact]
    public void FewRepeatedIds_AreSilent() =>
        Silent(FourSplits + "data: { id: visit }", Ids(new("train", 10_000, 9_800, 200), new("test", 100, 100, 0)));

    [Fact]
    public void DeclaredGroup_IsSilent() => Silent(FourSplits + "data: { group: user }", Of(Repeats));

    [Theory]
    [InlineData(RepeatCause.Chance)]
    [InlineData(RepeatCause.Copies)]
    public void OtherCauses_AreNotThisRules(RepeatCause cause) =>
        Assert.Empty(Places("MLS1021", FourSplits, Of(Repeats with { Cause = cause })));

    [Fact]
    public void NothingRead_IsSilent() => Silent(FourSplits + "data: { id: visit }");

    [Fact]
    public void ColumnThatNamesWhatRowsBelongTo_IsInformation()
    {
        var finding = Single("MLS1021 Info 5:3", FourSplits, Grouped(new UndeclaredGroup("dev", "user_id", 9_800, 1_200, ["age", "city", "plan", "sex"], 7)));

        Assert.Equal(
            "'user_id' seems to name what rows belong to: 1,200 values on 9,800 rows of dev, and rows of one value are alike in 4 of 7 other columns ('age', 'city', 'plan', …). "
            + "If so, name it in 'data.group': rows of a group aren't independent, and tests that take them for it raise false alarms.",
            finding.Message);
        Assert.Equal(("dev", "user_id"), (finding.Split, finding.ColumnName));
    }

    [Fact]
    public void SeveralSplits_SpeakOnce() =>
        Single("MLS1021 Info 3:3", FourSplits, Grouped(new("train", "user_id", 9_800, 1_200, ["age", "city"], 3), new("dev", "user_id", 980, 120, ["age", "city"], 3)));

    [Fact]
    public void GroupThatIsDeclared_IsSilent() =>
        Silent(FourSplits + "data: { group: user_id }", Grouped(new UndeclaredGroup("dev", "user_id", 9_800, 1_200, ["age", "city"], 3)));

    [Fact]
    public void FiguresOfThingsSplitAtRandom_AreGivenInOrder() =>
        Assert.Equal(
            [new("a", "train"), new("b", "test"), new("shared_a", 1_200L), new("shared_b", 142L), new("patterns", 140L), new("expected", 141.0)],
            Single("MLS1021 Info 6:3", FourSplits, Of(Repeats)).Data);

    [Fact]
    public void ThingsInDevAndTest_AreCountedInDev() =>
        Assert.StartsWith("13.33 % of dev's rows have an equal row in test,",
            Single("MLS1021 Info 5:3", FourSplits, Of(Repeats with { A = "dev" })).Message, StringComparison.Ordinal);

    [Fact]
    public void OfPairs_TheSharesOfTheirOwnSplitsDecide() =>
        Single("MLS1021 Info 6:3", FourSplits, Of(Repeats, Repeats with { A = "dev", SharedB = 900 }));

    [Fact]
    public void WaivedForThePair_IsSilent() =>
        Silent(FourSplits + "accept: [{ rule: MLS1021, where: train/test, because: x }]", Of(Repeats));

    [Fact]
    public void SplitWithMostRows_ShowsTheGroup()
    {
        var finding = Single("MLS1021 Info 3:3", FourSplits, Grouped(new("dev", "user_id", 980, 120, ["age", "city"], 3), new("train", "user_id", 9_800, 1_200, ["age", "city", "sex"], 5)));

        Assert.Equal([new("groups", 1_200L), new("rows", 9_800L), new("alike", 3), new("others", 5)], finding.Data);
        Assert.Contains("alike in 3 of 5 other columns ('age', 'city', 'sex').", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GroupByWhichPairsWereCompared_IsSaidOnce() =>
        Assert.Contains("seems to name what rows belong to",
            Single("MLS1021 Info 5:3", FourSplits, Compared("user_id") with { UndeclaredGroups = [new("dev", "user_id", 980, 120, ["age", "city"], 3)] }).Message,
            StringComparison.Ordinal);

    [Fact]
    public void AnotherGroupByWhichPairsWereCompared_IsSaidToo() =>
        Assert.Equal(
            ["patient_id", "user_id"],
            Of(FourSplits, Compared("patient_id") with { UndeclaredGroups = [new("dev", "user_id", 980, 120, ["age", "city"], 3)] }).Findings
                .Select(finding => finding.ColumnName).Order(StringComparer.Ordinal));

    [Fact]
    public void OfPairsComparedByOneGroup_TheLastIsNamed()
    {
        var finding = Single("MLS1021 Info 6:3", FourSplits, Compared(
            new Comparison("train", "train_dev", ComparisonReason.DevAndTest) { AssumedGroup = "patient_id" },
            new Comparison("dev", "test", ComparisonReason.DevAndTest) { AssumedGroup = "patient_id" }));

        Assert.Equal([new("a", "dev"), new("b", "test")], finding.Data);
    }

    [Fact]
    public void IdsThatRepeatInATwentiethOfTheRows_AreInformation()
    {
        var finding = Single("MLS1021 Info 7:13", FourSplits + "data: { id: visit }", Ids(new RepeatedIds("train", 1_000, 950, 40)));

        Assert.Equal([new("ids", 950L), new("rows", 1_000L), new("repeated", 40L)], finding.Data);
        Assert.Equal(("train", "visit"), (finding.Split, finding.ColumnName));
    }

    [Fact]
    public void IdsThatRepeatInAlmostATwentiethOfTheRows_AreSilent() =>
        Silent(FourSplits + "data: { id: visit }", Ids(new RepeatedIds("train", 1_000, 951, 40)));

    [Fact]
    public void SplitWhoseIdsRepeatMostOften_IsNamed() =>
        Assert.Contains("10 ids on 100 rows of dev.",
            Single("MLS1021 Info 7:13", FourSplits + "data: { id: visit }", Ids(new("train", 1_000, 500, 500), new("dev", 100, 10, 10), new("test", 100, 50, 50))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void SplitWithoutIds_IsSilent() =>
        Silent(FourSplits + "data: { id: visit }", Ids(new RepeatedIds("train", 0, 0, 0)));

    private static Evidence Grouped(params UndeclaredGroup[] groups) => new() { DataWasRead = true, UndeclaredGroups = groups };

    private static Evidence Of(params SharedRows[] rows) => new() { DataWasRead = true, Leakage = new() { Rows = rows } };

    private static Evidence Ids(params RepeatedIds[] ids) => new() { DataWasRead = true, Leakage = new() { RepeatedIds = ids } };

    private static Evidence Compared(string? group) =>
        Compared(new Comparison("dev", "test", ComparisonReason.DevAndTest) { AssumedGroup = group });
}
