namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1001Tests : RuleTest
{
    [Fact]
    public void DifferentColumn_IsReportedAtDevWithItsFigures()
    {
        var finding = Single("MLS1001 Error 5:3", FourSplits, Compared(DevAndTest(Column("age", Verdict.Different))));

        Assert.Equal(
            "dev and test are different: 'age' moved by at least 7.0 points (age > 60.3: 3.4 % → 6.6 %; 99 % interval 7.0–13.4, "
            + "500 + 600 rows, tolerance 5 points). Draw both from one shuffled pool of the rows that the model must do well on.",
            finding.Message);
        Assert.Equal(("dev", "age"), (finding.Split, finding.ColumnName));
        Assert.Equal(
            ["a", "b", "lower", "upper", "tolerance", "rows_a", "rows_b"], finding.Data.Select(figure => figure.Key));
        Assert.Equal(
            ["dev", "test", 0.07, 0.134, 0.05, 500L, 600L], finding.Data.Select(figure => figure.Value));
    }

    [Fact]
    public void InTime_TheAdviceIsToCutElsewhere() =>
        Assert.EndsWith("Cut at other points in time, so that dev is like the time that test stands for, or declare with 'consistency.tolerance' how much may change.",
            Single("MLS1001 Error 5:3", FourSplits + "consistency: { policy: temporal }\n", Compared(DevAndTest(Column("age", Verdict.Different)))).Message, StringComparison.Ordinal);

    [Fact]
    public void SeveralColumns_AreReportedWorstFirst() =>
        Assert.Equal(
            ["c", "a", "b", "d"],
            Of(FourSplits, Compared(DevAndTest(
                Column("b", Verdict.Different),
                Column("d", Verdict.Different) with { Estimate = 0.09 },
                Column("a", Verdict.Different),
                Column("c", Verdict.Different) with { Lower = 0.08 }))).Findings.Select(finding => finding.ColumnName));

    [Theory]
    [InlineData(ColumnAspect.Missing, "the share of missing values of 'age' moved by at least 7.0 points")]
    [InlineData(ColumnAspect.Length, "the length of 'age' moved by at least 7.0 points")]
    public void OtherAspect_IsNamed(ColumnAspect aspect, string words) =>
        Assert.Contains(words, Single("MLS1001 Error 5:3", FourSplits,
            Compared(DevAndTest(Column("age", Verdict.Different) with { Aspect = aspect }))).Message, StringComparison.Ordinal);

    [Fact]
    public void RareClass_NamesItsOwnLimit() =>
        Assert.Contains(
            "tolerance 5 points, relative limit 1.9 points)",
            Single("MLS1001 Error 5:3", FourSplits,
                Compared(DevAndTest(Column("label", Verdict.Different) with { RelativeLimit = 0.019 }))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void FigureFormats_AreReadable()
    {
        var comparison = DevAndTest(Column("age", Verdict.Different) with { RowsA = 1234567, Movers = [] });

        Assert.Contains(
            "(99.5 % interval 7.0–13.4, 1,234,567 + 600 rows, tolerance 0.25 points)",
            Single("MLS1001 Error 5:3", FourSplits,
                Compared(comparison with { Confidence = 0.995, Tolerance = 0.0025 })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void LongNames_AreShortened()
    {
        var column = Column(new string('n', 500), Verdict.Different) with
        {
            Movers = [new MovedShare(new string('v', 500), 0.1, 0.2)],
        };

        var message = Single("MLS1001 Error 5:3", FourSplits, Compared(DevAndTest(column))).Message;

        Assert.InRange(message.Length, 100, 500);
        Assert.Contains($"{new string('v', 59)}…: 10.0 % → 20.0 %", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Severity_CanBeSet() =>
        Single("MLS1001 Info 5:3", FourSplits + "rules: { MLS1001: info }", Compared(DevAndTest(Column("age", Verdict.Different))));

    [Theory]
    [InlineData(Verdict.Same)]
    [InlineData(Verdict.Shifted)]
    [InlineData(Verdict.NoShiftFound)]
    public void OtherVerdict_IsNotThisRules(Verdict verdict) =>
        Assert.Empty(Places("MLS1001", FourSplits, Compared(DevAndTest(Column("age", verdict)))));

    [Theory]
    [InlineData(ComparisonReason.TrainAndTrainDev)]
    [InlineData(ComparisonReason.SameDistribution)]
    public void OtherPair_IsNotThisRules(ComparisonReason reason) =>
        Assert.Empty(Places("MLS1001", FourSplits, Compared(Pair("train", "train_dev", reason, Column("age", Verdict.Different)))));

    [Fact]
    public void SameColumnBesideADifferentOne_IsSilent() =>
        Assert.Equal(
            "age",
            Single("MLS1001 Error 5:3", FourSplits,
                Compared(DevAndTest(Column("height", Verdict.Same), Column("age", Verdict.Different)))).ColumnName);

    [Fact]
    public void NothingCompared_IsSilent()
    {
        Silent(FourSplits);
        Silent(FourSplits, Compared());
        Silent(FourSplits, Compared(DevAndTest(Column("age", Verdict.Same))));
    }

    [Fact]
    public void Waived_IsSilent() =>
        Silent(
            FourSplits + "accept: [{ rule: MLS1001, where: age, because: the client changed, until: 2026-06-01 }]",
            Compared(DevAndTest(Column("age", Verdict.Different))));

    [Fact]
    public void SwitchedOff_IsSilent() =>
        Silent(FourSplits + "rules: { MLS1001: off }", Compared(DevAndTest(Column("age", Verdict.Different))));
}
