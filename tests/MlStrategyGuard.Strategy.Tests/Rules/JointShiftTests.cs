namespace MlStrategyGuard.Strategy.Tests.Rules;

/// <summary>What several columns show together, in the words of MLS1001–1004 and MLS1020.</summary>
public sealed class JointShiftTests : RuleTest
{
    [Fact]
    public void PairThatMoved_IsNamedWithItsCombinations()
    {
        var finding = Single("MLS1001 Error 5:3", FourSplits, Compared(Jointly(DevAndTest(Column("age", Verdict.Same)), Pair(Verdict.Different))));

        Assert.Equal(
            "dev and test are different: no single column shows it: 'age' and 'height' together moved by at least 7.0 points "
            + "(age ≤ 30 and height ≤ 160: 20.0 % → 10.0 %; 99 % interval 7.0–13.4, 500 + 600 rows, tolerance 5 points). "
            + "Draw both from one shuffled pool of the rows that the model must do well on.",
            finding.Message);
        Assert.Equal(("dev", null), (finding.Split, finding.ColumnName));
    }

    [Fact]
    public void Classifier_NamesTheColumnsThatGaveItAway() =>
        Assert.Contains(
            "no single column shows it: a classifier tells the rows of both apart by 'a', 'b' and 'c'; they moved by at least 7.0 points (99 % interval",
            Single("MLS1001 Error 5:3", FourSplits, Compared(Jointly(DevAndTest(Column("a", Verdict.Same)), Classifier(Verdict.Different, "a", "b", "c")))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void ManyColumns_AreCounted() =>
        Assert.Contains(
            "apart by 'a', 'b', 'c', 'd' and 2 more; they",
            Single("MLS1001 Error 5:3", FourSplits, Compared(Jointly(DevAndTest(Column("a", Verdict.Same)), Classifier(Verdict.Different, "a", "b", "c", "d", "e", "f")))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void ShiftTogether_IsAWarningWithTheRowsNeeded()
    {
        var message = Single("MLS1020 Warning 5:3", FourSplits,
            Compared(Jointly(DevAndTest(Column("age", Verdict.Same)), Pair(Verdict.Shifted) with { Lower = 0.02, RowsNeeded = 9_000 }))).Message;

        Assert.Contains("'age' and 'height' together moved by 2.0 to 13.4 points", message, StringComparison.Ordinal);
        Assert.EndsWith("About 9,000 rows a split would settle it.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorTogether_IsSaidBesideAWarningOfOneColumn()
    {
        var findings = Of(FourSplits, Compared(Jointly(DevAndTest(Column("age", Verdict.Shifted)), Pair(Verdict.Different)))).Findings;

        Assert.Equal(["MLS1001 Error 5:3", "MLS1020 Warning 5:3"], findings.Select(Place));
        Assert.Contains("several columns show more than each by itself: 'age' and 'height'", findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Verdict.Different)]
    [InlineData(Verdict.Shifted)]
    public void ColumnThatShowsAsMuch_SpeaksAlone(Verdict verdict)
    {
        var finding = Assert.Single(Of(FourSplits, Compared(Jointly(DevAndTest(Column("age", verdict)), Pair(verdict)))).Findings);

        Assert.Equal("age", finding.ColumnName);
    }

    [Theory]
    [InlineData(ComparisonReason.TrainAndTrainDev, "MLS1003 Error 4:3", "train_dev isn't distributed like train: no single column")]
    [InlineData(ComparisonReason.SameDistribution, "MLS1004 Error 4:44", "'web' and differ: no single column")]
    public void OtherPairs_SpeakToo(ComparisonReason reason, string place, string words) =>
        Assert.Contains(words, Single(place, FourSplits,
            Compared(Jointly(Pair("train", "train_dev", reason, Column("age", Verdict.Same)), Pair(Verdict.Different)))).Message, StringComparison.Ordinal);

    [Fact]
    public void NothingBeyondChance_IsSilent() =>
        Silent(FourSplits, Compared(Jointly(DevAndTest(Column("age", Verdict.Same)), Pair(Verdict.Different) with { IsSignificant = false })));

    [Fact]
    public void RealButSmall_IsSilent() =>
        Silent(FourSplits, Compared(Jointly(DevAndTest(Column("age", Verdict.Same)), Pair(Verdict.Same))));

    [Theory]
    [InlineData("height")]
    [InlineData("test")]
    [InlineData("dev/test")]
    public void WaivedByAnyOfItsNames_IsSilent(string where) =>
        Silent(
            FourSplits + $"accept: [{{ rule: MLS1001, where: {where}, because: x }}]",
            Compared(Jointly(DevAndTest(Column("age", Verdict.Same)), Pair(Verdict.Different))));

    private static Comparison Jointly(Comparison comparison, JointComparison joint) =>
        comparison with { Joint = joint, Verdict = joint.Verdict > comparison.Verdict ? joint.Verdict : comparison.Verdict };

    private static JointComparison Pair(Verdict verdict) => Joint(verdict) with
    {
        Pairs = [new ColumnPair("age", "height", 1e-9)],
        Movers = [new MovedShare("age ≤ 30 and height ≤ 160", 0.2, 0.1)],
    };

    private static JointComparison Classifier(Verdict verdict, params string[] columns) =>
        Joint(verdict) with { Features = [.. columns.Select(column => new KeyValuePair<string, double>(column, 1.0 / columns.Length))] };

    private static JointComparison Joint(Verdict verdict) => new()
    {
        RowsA = 500,
        RowsB = 600,
        Verdict = verdict,
        Estimate = 0.1,
        Lower = 0.07,
        IntervalUpper = 0.134,
        Upper = 0.15,
        P = 1e-9,
        IsSignificant = true,
    };
}
