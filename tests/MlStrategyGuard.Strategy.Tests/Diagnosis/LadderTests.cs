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

    [Fact]
    public void WithoutHumanOrBayes_OnlyTheMeasuredRungsAreThere() =>
        Assert.Equal(["train", "dev"], Of("version: 1\nerrors: { train: 1%, dev: 2% }").Ladder!.Rungs.Select(rung => rung.Name));

    [Fact]
    public void RungsMayNameTheMetricThemselves()
    {
        var ladder = Of("version: 1\nerrors: { human: { error: 2, metric: rmse }, train: { error: 12, metric: rmse }, dev: { error: 13, metric: rmse } }").Ladder!;

        Assert.Equal(("rmse", false, false), (ladder.Metric, ladder.IsShare, ladder.IsUpsideDown));
        Assert.Equal(GapCause.Bias, ladder.Dominant?.Cause);
    }

    [Theory]
    [InlineData("metric: accuracy, human: 99%, train: 90%, dev: 89%", true)]
    [InlineData("metric: log_loss, human: 0.1, train: 0.5, dev: 0.6", false)]
    [InlineData("metric: r2, human: 0.9, train: 0.5, dev: 0.4", false)]
    [InlineData("human: 0%, train: 99%, dev: 100%", true)]
    public void OnlyMetricsFromZeroToOne_AreShares(string errors, bool isShare) =>
        Assert.Equal(isShare, Of($"version: 1\nerrors: {{ {errors} }}").Ladder!.IsShare);

    [Theory]
    [InlineData("human: 1%, train_dev: 5%, dev: 9%", "Mismatch")]
    [InlineData("human: 1%, train: 3%, test: 5%", "Bias")]
    [InlineData("human: 1%, dev: 3%, test: 5%, production: 6%", "DevOverfit RealWorld")]
    [InlineData("human: 1%, test: 5%, production: 6%", "RealWorld")]
    [InlineData("human: 1%, train: 3%, production: 6%", "Bias")]
    [InlineData("human: 1%, train: 3%, dev: 4%, production: 6%", "Bias Variance DevOverfitOrRealWorld")]
    [InlineData("train: 3%, train_dev: 4%, dev: 6%", "Variance Mismatch")]
    public void MissingRungs_LeaveTheGapsBetweenTheOthers(string errors, string causes) =>
        Assert.Equal(causes, string.Join(" ", Of($"version: 1\nerrors: {{ {errors} }}").Ladder!.Gaps.Select(gap => gap.Cause)));

    [Fact]
    public void OneRungWithRows_MakesTheLadderInexact() =>
        Assert.False(Of("version: 1\nerrors: { human: 1%, train: 8%, dev: { error: 9%, rows: 5000 } }").Ladder!.IsExact);
}
