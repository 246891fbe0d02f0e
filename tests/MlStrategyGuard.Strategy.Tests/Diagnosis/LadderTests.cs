namespace MlStrategyGuard.Strategy.Tests.Diagnosis;

public sealed class LadderTests : RuleTest
{
    [Fact]
    public void TenTimesTheRows_NeverNameAnotherCause()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var errors = new double[2 + random.Next(1, 5)];
            errors[0] = random.NextDouble() * 0.05;
            for (var rung = 1; rung < errors.Length; rung++)
                errors[rung] = Math.Clamp(errors[rung - 1] + ((random.NextDouble() - 0.2) * 0.08), 0.001, 0.9);

            var rows = random.Next(20, 3_000);
            var (few, many) = (Ladders.Of(errors, rows), Ladders.Of(errors, rows * 10L));
            if (few.Dominant is { } cause && !many.IsPastProxy)
                Assert.Equal(cause.Cause, many.Dominant?.Cause);
            if (many.Dominant is { } later)
                Assert.Equal(few.Gaps.MaxBy(gap => gap.Value)!.Cause, later.Cause);
        }
    }

    [Fact]
    public void SameLadderTwice_GivesTheSameFigures() =>
        Assert.Equal(
            Ladders.Of([0.01, 0.03, 0.04, 0.05], 700).Gaps.Select(gap => (gap.ProbabilityLargest, gap.Lower)),
            Ladders.Of([0.01, 0.03, 0.04, 0.05], 700).Gaps.Select(gap => (gap.ProbabilityLargest, gap.Lower)));

    [Fact]
    public void ProbabilitiesOfAllGaps_AddUpToOne() =>
        Assert.Equal(1, Ladders.Of([0.01, 0.03, 0.04, 0.05, 0.06, 0.08], 300).Gaps.Sum(gap => gap.ProbabilityLargest), 9);

    [Fact]
    public void Gaps_AreTheStepsOfTheLadderWithNewcombesLimits()
    {
        var ladder = Ladders.Of([0.01, 0.08, 0.09, 0.1, 0.12, 0.2], 5_000);

        Assert.Equal(
            [GapCause.Bias, GapCause.Variance, GapCause.Mismatch, GapCause.DevOverfit, GapCause.RealWorld],
            ladder.Gaps.Select(gap => gap.Cause));
        Assert.All(ladder.Gaps, gap => Assert.InRange(gap.Value, gap.Lower, gap.Upper));
        Assert.Equal(0.07, ladder.Gaps[0].Value, 12);
        Assert.Equal(0.08, ladder.Gaps[4].Value, 12);
    }

    [Fact]
    public void ExactFigures_NameTheLargestGapAndHaveNoIntervals()
    {
        var ladder = Ladders.Of([0.01, 0.08, 0.09, 0.1], null);

        Assert.True(ladder.IsExact);
        Assert.Equal(GapCause.Bias, ladder.Dominant?.Cause);
        Assert.All(ladder.Gaps, gap => Assert.Equal((gap.Value, gap.Value), (gap.Lower, gap.Upper)));
    }

    [Fact]
    public void EqualGaps_AreUndeterminedAndNoNumberOfRowsSettlesThem()
    {
        Assert.Null(Ladders.Of([0, 0.01, 0.02], null).Dominant);
        Assert.Null(Ladders.Of([0, 0.01, 0.02], null).RowsFactor);
        Assert.Null(Ladders.Of([0.01, 0.02, 0.03], 1_000_000).Dominant);
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(100_000, true)]
    [InlineData(null, true)]
    public void DevBelowTheProxy_IsPastItOnlyBeyondNoise(int? rows, bool isPast) =>
        Assert.Equal(isPast, Ladders.Of([0.01, 0.005, 0.007, 0.008], rows).IsPastProxy);

    [Theory]
    [InlineData("errors: { metric: accuracy, human: 99%, train: 92%, dev: 90% }", GapCause.Bias)]
    [InlineData("errors: { metric: accuracy, human: 92.5%, train: 92%, dev: 90% }", GapCause.Variance)]
    [InlineData("errors: { metric: rmse, human: 2.1, train: 3.5, dev: 4.0 }", GapCause.Bias)]
    [InlineData("errors: { metric: rmse, human: { error: 2.1, rows: 50 }, train: { error: 3.5, rows: 50 }, dev: { error: 9, rows: 50 } }", GapCause.Variance)]
    [InlineData("errors: { metric: r2, bayes: 0.95, train: 0.6, dev: 0.5 }", GapCause.Bias)]
    [InlineData("errors: { bayes: { error: 2.1, rows: 50, metric: rmse }, train: { error: 3.5, rows: 50, metric: rmse }, dev: { error: 9, rows: 50, metric: rmse } }", GapCause.Variance)]
    [InlineData("metrics: { optimize: { metric: profit, direction: higher } }\nerrors: { metric: profit, human: 100, train: 40, dev: 30 }", GapCause.Bias)]
    public void AnyMetric_IsTurnedIntoErrors(string text, GapCause cause) =>
        Assert.Equal(cause, Of("version: 1\n" + text).Ladder?.Dominant?.Cause);

    [Fact]
    public void AFigureThatIsNoShare_NeverBreaksTheCheck() =>
        Assert.False(Ladders.Of([0.1, 92, -3], 500).IsShare);

    [Fact]
    public void SeveralMetrics_MakeNoLadder() =>
        Assert.Null(Of("version: 1\nerrors: { human: 1%, train: { error: 90%, metric: accuracy }, dev: 10% }").Ladder);
}
