namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1013Tests : RuleTest
{
    private const string Labelled = FourSplits + "data: { label: animal }\n";

    [Fact]
    public void ClassThatTrainHasNeverSeen_IsAnError()
    {
        var finding = Single("MLS1013 Error 6:3", Labelled, Of(new ClassGap(ClassGapKind.Unseen, "test", "train") { Classes = 1, Rows = 12, Names = ["lynx"] }));

        Assert.Equal(
            "test has 12 rows of 1 class of 'animal' ('lynx') that train has never seen; no model can get them right. Put rows of each class into train, or take these out.",
            finding.Message);
        Assert.Equal(("test", "animal"), (finding.Split, finding.ColumnName));
    }

    [Fact]
    public void ClassesOfOneOfDevAndTestOnly_AreAnError() =>
        Assert.Equal(
            "dev has no row of 4 classes of 'animal' ('lynx', …), and test has 40 rows: dev and test ask for different things. Draw both from one shuffled pool.",
            Single("MLS1013 Error 5:3", Labelled, Of(new ClassGap(ClassGapKind.OneSided, "dev", "test") { Classes = 4, Rows = 40, Names = ["lynx"] })).Message);

    [Fact]
    public void MissingClass_IsAWarning() =>
        Assert.StartsWith("dev has no row of 1 class of 'animal' ('lynx'), and train has 90 rows",
            Single("MLS1013 Warning 5:3", Labelled, Of(new ClassGap(ClassGapKind.Missing, "dev", "train") { Classes = 1, Rows = 90, Names = ["lynx"] })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void NearlyMissingClass_IsAWarning() =>
        Assert.StartsWith("dev has 1 row of 1 class of 'animal', less than a tenth of what train with 900 rows lets expect.",
            Single("MLS1013 Warning 5:3", Labelled, Of(new ClassGap(ClassGapKind.NearlyMissing, "dev", "train") { Classes = 1, Rows = 900, Left = 1 })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void SeverityOfTheFile_CountsForAll() =>
        Single("MLS1013 Info 6:3", Labelled + "rules: { MLS1013: info }", Of(new ClassGap(ClassGapKind.Unseen, "test", "train") { Classes = 1, Rows = 1 }));

    [Fact]
    public void InTime_TheAdviceIsToCutElsewhere()
    {
        const string Temporal = Labelled + "consistency: { policy: temporal }\n";
        Assert.EndsWith("dev and test ask for different things. Cut at other points in time, so that dev has them.",
            Single("MLS1013 Error 5:3", Temporal, Of(new ClassGap(ClassGapKind.OneSided, "dev", "test") { Classes = 1, Rows = 40 })).Message, StringComparison.Ordinal);
        Assert.EndsWith("nothing can be said about them there. Cut at other points in time, so that dev has them.",
            Single("MLS1013 Warning 5:3", Temporal, Of(new ClassGap(ClassGapKind.Missing, "dev", "train") { Classes = 1, Rows = 40 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ClassesThatAreSpelledInAnotherWay_AreNotLacking()
    {
        Evidence Respelled(string column) => new()
        {
            DataWasRead = true,
            Leakage = new()
            {
                Classes = [new ClassGap(ClassGapKind.Unseen, "test", "train") { Classes = 2, Rows = 12 }, new ClassGap(ClassGapKind.Missing, "test", "train") { Classes = 2, Rows = 90 }],
                Encodings = [new EncodingChange(column, "train", "test") { Spellings = [new("lynx", "Lynx")] }],
            },
        };
        Assert.DoesNotContain(Of(Labelled, Respelled("animal")).Findings, finding => finding.Id == "MLS1013");
        Assert.Equal(2, Of(Labelled, Respelled("food")).Findings.Count(finding => finding.Id == "MLS1013"));
    }

    [Fact]
    public void NoGap_IsSilent() => Silent(Labelled, Of());

    [Fact]
    public void NoLabel_IsSilent() => Silent(FourSplits, Of(new ClassGap(ClassGapKind.Unseen, "test", "train") { Classes = 1, Rows = 1 }));

    [Fact]
    public void NothingRead_IsSilent() => Silent(Labelled);

    [Fact]
    public void SwitchedOff_IsSilent() =>
        Silent(Labelled + "rules: { MLS1013: off }", Of(new ClassGap(ClassGapKind.Unseen, "test", "train") { Classes = 1, Rows = 1 }));

    [Fact]
    public void WaivedForThePair_IsSilent() =>
        Silent(Labelled + "accept: [{ rule: MLS1013, where: test/train, because: x }]", Of(new ClassGap(ClassGapKind.Unseen, "test", "train") { Classes = 1, Rows = 1 }));

    [Theory]
    [InlineData(ClassGapKind.Unseen, "unseen", Severity.Error)]
    [InlineData(ClassGapKind.OneSided, "one_sided", Severity.Error)]
    [InlineData(ClassGapKind.Missing, "missing", Severity.Warning)]
    [InlineData(ClassGapKind.NearlyMissing, "nearly_missing", Severity.Warning)]
    public void Figures_SayWhichKind(ClassGapKind kind, string name, Severity severity)
    {
        var finding = Assert.Single(Of(Labelled, Of(new ClassGap(kind, "dev", "test") { Classes = 2, Rows = 90, Left = 4 })).Findings);

        Assert.Equal([new("kind", name), new("classes", 2), new("rows", 90L), new("left", 4L)], finding.Data);
        Assert.Equal(severity, finding.Severity);
    }

    [Fact]
    public void OneUnseenRow_IsOne() =>
        Assert.StartsWith("test has 1 row of 1 class of 'animal' that train has never seen;",
            Single("MLS1013 Error 6:3", Labelled, Of(new ClassGap(ClassGapKind.Unseen, "test", "train") { Classes = 1, Rows = 1 })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void SeveralRowsLeft_AreRows() =>
        Assert.StartsWith("dev has 4 rows of 2 classes of 'animal', less than a tenth",
            Single("MLS1013 Warning 5:3", Labelled, Of(new ClassGap(ClassGapKind.NearlyMissing, "dev", "train") { Classes = 2, Rows = 900, Left = 4 })).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("dev")]
    [InlineData("train")]
    [InlineData("dev/train")]
    [InlineData("train/dev")]
    [InlineData("animal")]
    public void WaivedForASplitThePairOrTheLabel_IsSilent(string where) =>
        Silent(
            Labelled + $"accept: [{{ rule: MLS1013, where: {where}, because: x }}]",
            Of(new ClassGap(ClassGapKind.Missing, "dev", "train") { Classes = 1, Rows = 90 }));

    private static Evidence Of(params ClassGap[] gaps) => new() { DataWasRead = true, Leakage = new() { Classes = gaps } };
}
