namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1006Tests : RuleTest
{
    private const string WithId = FourSplits + "data: { id: photo_id }\n";

    private const string OneFile =
        """
        version: 1
        splits:
          dev:  { files: a.csv }
          test: { files: a.csv }
          train: { files: b.csv }
        data: { id: photo_id }
        """;

    private static readonly SharedRows Copied = new("train", "test")
    {
        RowsA = 9_000,
        RowsB = 1_000,
        SharedA = 60,
        SharedB = 50,
        Patterns = 50,
        Repeated = 70,
        Expected = 12.6,
        P = 1e-9,
        Cause = RepeatCause.Copies,
    };

    private static readonly SharedKeys Ids = new("train", "dev", IsGroup: false)
    {
        KeysA = 900,
        KeysB = 100,
        Shared = 7,
        SharedRowsA = 7,
        SharedRowsB = 7,
    };

    [Fact]
    public void TestRowsInTrain_AreCountedAtTest()
    {
        var finding = Single("MLS1006 Error 6:3", FourSplits, Of(Copied));

        Assert.Equal(
            "50 of test's 1,000 rows (5.0 %) are in train as well. Of 70 rows that occur more than once, 50 stand in both splits; a random split would put about 13 there. "
            + "Take them out of train and train again; until then the score on test may be too good by that share.",
            finding.Message);
        Assert.Equal("test", finding.Split);
        Assert.Equal(
            [new("a", "train"), new("b", "test"), new("rows_a", 9_000L), new("rows_b", 1_000L), new("shared_a", 60L), new("shared_b", 50L), new("patterns", 50L), new("expected", 12.6)],
            finding.Data);
    }

    [Fact]
    public void DevRowsInTest_AreCountedAtDev()
    {
        var finding = Single("MLS1006 Error 5:3", FourSplits, Of(Copied with { A = "dev" }));

        Assert.StartsWith("60 of dev's 9,000 rows (0.67 %) are in test as well.", finding.Message, StringComparison.Ordinal);
        Assert.Contains("test has to be new", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WholeSplitInTheOther_SaysSo() =>
        Assert.StartsWith(
            "every row of dev is in test and the other way round (500 + 500 rows).",
            Single("MLS1006 Error 5:3", FourSplits, Of(Copied with { A = "dev", RowsA = 500, RowsB = 500, SharedA = 500, SharedB = 500 })).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("dev: { files: all.csv }", "test: { files: all.csv }")]
    [InlineData("dev: { files: all.csv }", "test: { files: ./all.csv }")]
    [InlineData("dev: { files: [a.csv, all.csv] }", "test: { files: [b.csv, all.csv] }")]
    public void OneFileInTwoSplits_NeedsNoData(string dev, string test)
    {
        var finding = Assert.Single(Of($"version: 1\nsplits:\n  {dev}\n  {test}\n").Findings);

        Assert.Equal(("MLS1006", 4, "dev"), (finding.Id, finding.Span.Line, finding.Split));
        Assert.Contains("is named by dev and by test, and nothing tells their rows apart", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneFileInTwoSplits_IsSaidOnce() =>
        Assert.Single(Places("MLS1006",
            "version: 1\nsplits: { dev: { files: a.csv }, test: { files: a.csv } }", Of(Copied with { A = "dev" })));

    [Fact]
    public void IdsOfEqualRows_AreTheSameRows() =>
        Assert.StartsWith(
            "7 values of the id 'photo_id' stand in train and in dev, with equal features: the same rows.",
            Single("MLS1006 Error 7:13", WithId, Of(Ids)).Message, StringComparison.Ordinal);

    [Fact]
    public void IdsOfOtherRows_AreAFaultOfTheData() =>
        Assert.StartsWith(
            "7 values of the id 'photo_id' stand in train and in dev, 3 of them with different features: the data is at fault.",
            Single("MLS1006 Error 7:13", WithId, Of(Ids with { OtherContent = 3 })).Message, StringComparison.Ordinal);

    [Fact]
    public void IdsOfRowsThatAreKnownCopies_AreSaidOnce() =>
        Assert.Equal(
            ["MLS1006 Error 6:3"],
            Places("MLS1006", WithId, new Evidence
            {
                DataWasRead = true,
                Leakage = new() { Rows = [Copied], Keys = [Ids with { B = "test" }] },
            }));

    [Theory]
    [InlineData(RepeatCause.Chance)]
    [InlineData(RepeatCause.Entities)]
    public void OtherCauses_AreNotThisRules(RepeatCause cause) =>
        Assert.Empty(Places("MLS1006", FourSplits, Of(Copied with { Cause = cause })));

    [Fact]
    public void NoSharedId_IsSilent() => Silent(WithId, Of(Ids with { Shared = 0 }));

    [Fact]
    public void SharedGroup_IsNotThisRules() =>
        Assert.Empty(Places("MLS1006", FourSplits + "data: { group: user }", Of(Ids with { IsGroup = true })));

    [Fact]
    public void OneFileWithOtherRowsEach_IsSilent() =>
        Silent("version: 1\nsplits:\n  dev: { files: all.csv, where: { part: dev } }\n  test: { files: all.csv, where: { part: test } }");

    [Fact]
    public void OneFileOfWhichASplitTakesAPart_IsLeftToTheData() =>
        Silent("version: 1\nsplits:\n  train: { files: all.csv }\n  test: { files: all.csv, where: { part: test } }");

    [Fact]
    public void SplitsWithoutFiles_AreSilent() =>
        Silent("version: 1\nsplits: { train: { rows: 10000 }, dev: { rows: 1000 }, test: { rows: 1000 } }");

    [Theory]
    [InlineData("test")]
    [InlineData("train/test")]
    public void Waived_IsSilent(string where) =>
        Silent(FourSplits + $"accept: [{{ rule: MLS1006, where: {where}, because: x }}]", Of(Copied));

    [Fact]
    public void NothingRead_IsSilent() => Silent(WithId);

    [Fact]
    public void EveryTestRowInTrain_IsNotTheOtherWayRound() =>
        Assert.StartsWith("1,000 of test's 1,000 rows (100.0 %) are in train as well.",
            Single("MLS1006 Error 6:3", FourSplits, Of(Copied with { SharedA = 1_100, SharedB = 1_000 })).Message, StringComparison.Ordinal);

    [Fact]
    public void EveryTrainRowInTest_IsNotTheOtherWayRound() =>
        Assert.StartsWith("400 of test's 1,000 rows (40.0 %) are in train as well.",
            Single("MLS1006 Error 6:3", FourSplits, Of(Copied with { RowsA = 300, SharedA = 300, SharedB = 400 })).Message, StringComparison.Ordinal);

    [Fact]
    public void EveryDevRowInTest_IsNotTheOtherWayRound() =>
        Assert.StartsWith("500 of dev's 500 rows (100.0 %) are in test as well.",
            Single("MLS1006 Error 5:3", FourSplits, Of(Copied with { A = "dev", RowsA = 500, SharedA = 500, RowsB = 900, SharedB = 500 })).Message, StringComparison.Ordinal);

    [Fact]
    public void TrainAndTestOfTheSameRows_SaySo() =>
        Assert.StartsWith("every row of train is in test and the other way round (600 + 500 rows).",
            Single("MLS1006 Error 6:3", FourSplits, Of(Copied with { RowsA = 600, SharedA = 600, RowsB = 500, SharedB = 500 })).Message, StringComparison.Ordinal);

    [Fact]
    public void OneCopiedRow_IsOne() =>
        Assert.StartsWith("1 of test's 10 rows (10.0 %) is in train as well.",
            Single("MLS1006 Error 6:3", FourSplits, Of(Copied with { RowsB = 10, SharedB = 1 })).Message, StringComparison.Ordinal);

    [Fact]
    public void SplitsInAnyOrderOfTheFile_AreNamedInTheirOwn()
    {
        var finding = Assert.Single(Of("version: 1\nsplits:\n  test: { files: [a.csv, b.csv] }\n  dev: { files: a.csv }\n").Findings);

        Assert.Equal(("MLS1006", 3, "dev"), (finding.Id, finding.Span.Line, finding.Split));
        Assert.StartsWith("'a.csv' is named by dev and by test,", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfSeveralFilesInTwoSplits_TheFirstIsNamed() =>
        Assert.StartsWith("'b.csv' is named by dev and by test,",
            Assert.Single(Of("version: 1\nsplits:\n  dev: { files: [a.csv, b.csv] }\n  test: { files: [b.csv, a.csv] }\n").Findings).Message,
            StringComparison.Ordinal);

    [Fact]
    public void OneSharedId_IsAFaultOfTheData() =>
        Assert.StartsWith("1 value of the id 'photo_id' stands in train and in dev, with different features: the data is at fault.",
            Single("MLS1006 Error 7:13", WithId, Of(Ids with { Shared = 1, OtherContent = 1 })).Message, StringComparison.Ordinal);

    [Fact]
    public void IdsThatAllNameOtherRows_AreNotCountedTwice() =>
        Assert.StartsWith("7 values of the id 'photo_id' stand in train and in dev, with different features: the data is at fault.",
            Single("MLS1006 Error 7:13", WithId, Of(Ids with { OtherContent = 7 })).Message, StringComparison.Ordinal);

    [Fact]
    public void FiguresOfIds_AreGivenInOrder()
    {
        var finding = Single("MLS1006 Error 7:13", WithId, Of(Ids with { OtherContent = 3, SharedRowsA = 8, SharedRowsB = 9 }));

        Assert.Equal(
            [new("a", "train"), new("b", "dev"), new("shared", 7L), new("other_content", 3L), new("shared_rows_a", 8L), new("shared_rows_b", 9L)],
            finding.Data);
        Assert.Equal(("dev", "photo_id"), (finding.Split, finding.ColumnName));
    }

    [Fact]
    public void IdsOfOtherRowsBesideKnownCopies_AreSaidToo() =>
        Assert.Equal(
            ["MLS1006 Error 6:3", "MLS1006 Error 7:13"],
            Places("MLS1006", WithId, new Evidence
            {
                DataWasRead = true,
                Leakage = new() { Rows = [Copied], Keys = [Ids with { B = "test", OtherContent = 2 }] },
            }).Order(StringComparer.Ordinal));

    [Fact]
    public void IdsOfASharedFile_AreSaidOnce() =>
        Assert.Equal(
            ["MLS1006 Error 4:18"],
            Places("MLS1006", OneFile, Of(Ids with { A = "dev", B = "test", OtherContent = 2 })));

    [Fact]
    public void IdsOfOtherSplitsThanThoseOfASharedFile_AreSaidToo() =>
        Assert.Equal(
            ["MLS1006 Error 4:18", "MLS1006 Error 6:13"],
            Places("MLS1006", OneFile, Of(Ids)).Order(StringComparer.Ordinal));

    [Fact]
    public void SharedGroupBesideAnId_IsNotThisRules() =>
        Assert.Empty(Places("MLS1006", FourSplits + "data: { id: photo_id, group: user }", Of(Ids with { IsGroup = true })));

    private static Evidence Of(SharedRows rows) => new() { DataWasRead = true, Leakage = new() { Rows = [rows] } };

    private static Evidence Of(SharedKeys keys) => new() { DataWasRead = true, Leakage = new() { Keys = [keys] } };
}
