namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1018Tests : RuleTest
{
    private const string Labelled = FourSplits + "data: { label: paid }\n";

    [Fact]
    public void ColumnOfWhichEachValueGoesWithOneClass_IsReportedAtTheLabel()
    {
        var finding = Single("MLS1018 Warning 7:16", Labelled, Of(new LabelGiveaway(GiveawayKind.Determines, "train", ["status"]) { Rows = 9_000, Exceptions = 2 }));

        Assert.Equal(
            "'status' gives 'paid' away: of 9,000 rows of train only 2 have another class than its value goes with. "
            + "Take it out if it isn't known yet, or made from the label, when a prediction is asked for.",
            finding.Message);
        Assert.Equal(("train", "status"), (finding.Split, finding.ColumnName));
    }

    [Fact]
    public void ColumnThatIsFilledForOneClass_SaysSo() =>
        Assert.StartsWith("'paid_on' gives 'paid' away by being empty or not: of 900 rows of train only 1 has another class than that goes with. Take it out",
            Single("MLS1018 Warning 7:16", Labelled, Of(new LabelGiveaway(GiveawayKind.Presence, "train", ["paid_on"]) { Rows = 900, Exceptions = 1 })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void ColumnThatHelpsTheOtherWayRound_SaysSo() =>
        Assert.EndsWith("0.822 there and 0.175 here. Where it is large in one split it is small in the other: look whether its sign or the label's coding has changed.",
            Single("MLS1018 Warning 7:16", Labelled, Of(new LabelGiveaway(GiveawayKind.Fades, "train", ["w"]) { Area = 0.822, Other = "test", OtherArea = 0.175 })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void ColumnThatSeparates_StatesItsArea() =>
        Assert.StartsWith("'days' alone gives 'paid' away: its area under the ROC curve on 900 rows of train is 0.998.",
            Single("MLS1018 Warning 7:16", Labelled, Of(new LabelGiveaway(GiveawayKind.Separates, "train", ["days"]) { Rows = 900, Area = 0.998 })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void ColumnThatSeparatesSeveralClasses_SaysSo() =>
        Assert.StartsWith("'days' alone gives 'paid' away: on 900 rows of train thresholds tell all classes apart.",
            Single("MLS1018 Warning 7:16", Labelled, Of(new LabelGiveaway(GiveawayKind.Separates, "train", ["days"]) { Rows = 900 })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void LabelInOtherUnits_SaysSo() =>
        Assert.StartsWith("'cents' gives 'paid' away: on all 900 rows of train 'paid' is 'cents' on another scale.",
            Single("MLS1018 Warning 7:16", Labelled, Of(new LabelGiveaway(GiveawayKind.Formula, "train", ["cents"]) { Rows = 900, Formula = "cents" })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void LabelMadeOfTwoColumns_StatesTheFormula() =>
        Assert.StartsWith("'paid' is net + tax on 899 of 900 rows of train: together the two give it away.",
            Single("MLS1018 Warning 7:16", Labelled, Of(
                new LabelGiveaway(GiveawayKind.Formula, "train", ["net", "tax"]) { Rows = 900, Exceptions = 1, Formula = "net + tax" })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void ColumnThatFades_ComparesBothAreas() =>
        Assert.StartsWith("'row' tells 'paid' much better in train than in test: its area under the ROC curve is 0.910 there and 0.520 here.",
            Single("MLS1018 Warning 7:16", Labelled, Of(
                new LabelGiveaway(GiveawayKind.Fades, "train", ["row"]) { Rows = 900, Area = 0.91, Other = "test", OtherArea = 0.52 })).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "none has another class")]
    [InlineData(1, "only 1 has another class")]
    [InlineData(2, "only 2 have another class")]
    public void Exceptions_AreCounted(long exceptions, string says) =>
        Assert.Contains(says, Single("MLS1018 Warning 7:16", Labelled, Of(
            new LabelGiveaway(GiveawayKind.Determines, "train", ["status"]) { Rows = 9_000, Exceptions = exceptions })).Message, StringComparison.Ordinal);

    [Fact]
    public void Finding_CarriesTheFiguresThatAreKnown()
    {
        static IReadOnlyList<KeyValuePair<string, object>> Data(LabelGiveaway giveaway) => Single("MLS1018 Warning 7:16", Labelled, Of(giveaway)).Data;

        Assert.Equal(
            [new("rows", 900L), new("exceptions", 0L), new("area", 0.91), new("other_area", 0.52)],
            Data(new LabelGiveaway(GiveawayKind.Fades, "train", ["row"]) { Rows = 900, Area = 0.91, Other = "test", OtherArea = 0.52 }));
        Assert.Equal(
            [new("rows", 900L), new("exceptions", 1L), new("formula", "net + tax")],
            Data(new LabelGiveaway(GiveawayKind.Formula, "train", ["net", "tax"]) { Rows = 900, Exceptions = 1, Formula = "net + tax" }));
    }

    [Fact]
    public void NoGiveaway_IsSilent() => Silent(Labelled, Of());

    [Fact]
    public void NoLabel_IsSilent() => Silent(FourSplits, Of(new LabelGiveaway(GiveawayKind.Determines, "train", ["x"])));

    [Fact]
    public void NothingRead_IsSilent() => Silent(Labelled);

    [Theory]
    [InlineData("net")]
    [InlineData("tax")]
    public void WaivedForAColumnOfTheFormula_IsSilent(string where) =>
        Silent(
            Labelled + $"accept: [{{ rule: MLS1018, where: {where}, because: x }}]",
            Of(new LabelGiveaway(GiveawayKind.Formula, "train", ["net", "tax"]) { Formula = "net + tax" }));

    [Fact]
    public void SwitchedOff_IsSilent() =>
        Silent(Labelled + "rules: { MLS1018: off }", Of(new LabelGiveaway(GiveawayKind.Determines, "train", ["x"])));

    [Fact]
    public void FiguresThatNobodyMeasured_AreLeftOut() =>
        Assert.Equal(
            [new("rows", 9_000L), new("exceptions", 2L)],
            Single("MLS1018 Warning 7:16", Labelled, Of(new LabelGiveaway(GiveawayKind.Determines, "train", ["status"]) { Rows = 9_000, Exceptions = 2 })).Data);

    [Fact]
    public void ColumnsOfAFormula_AreNamed()
    {
        var finding = Single("MLS1018 Warning 7:16", Labelled, Of(
            new LabelGiveaway(GiveawayKind.Formula, "train", ["net", "tax"]) { Rows = 900, Exceptions = 1, Formula = "net + tax" }));

        Assert.Equal("net", finding.ColumnName);
        Assert.Equal(["net", "tax"], finding.Subjects);
    }

    [Fact]
    public void WaivedForAColumnOfAnotherFormula_IsReported() =>
        Assert.Equal(
            ["MLS1018 Warning 7:16"],
            Places("MLS1018", Labelled + "accept: [{ rule: MLS1018, where: fee, because: x }]", Of(
                new LabelGiveaway(GiveawayKind.Formula, "train", ["net", "tax"]) { Formula = "net + tax" })));

    private static Evidence Of(params LabelGiveaway[] giveaways) => new() { DataWasRead = true, Leakage = new() { Giveaways = giveaways } };
}
