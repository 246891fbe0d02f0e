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

    private static Evidence Grouped(params UndeclaredGroup[] groups) => new() { DataWasRead = true, UndeclaredGroups = groups };

    private static Evidence Of(params SharedRows[] rows) => new() { DataWasRead = true, Leakage = new() { Rows = rows } };

    private static Evidence Ids(params RepeatedIds[] ids) => new() { DataWasRead = true, Leakage = new() { RepeatedIds = ids } };

    private static Evidence Compared(string? group) =>
        new() { DataWasRead = true, Comparisons = [new Comparison("dev", "test", ComparisonReason.DevAndTest) { AssumedGroup = group }] };
}
