using MlStrategyGuard.Engine.Metrics;

namespace MlStrategyGuard.Engine.Tests.Metrics;

public sealed class RocAreaTests
{
    [Fact]
    public void LimitsAreAsManyErrorsAwayAsAskedFor()
    {
        const double Area = 0.9, Up = 40, Down = 160;
        var (lower, upper) = RocArea.Interval(Area, Up, Down, 0.95);

        foreach (var limit in new[] { lower, upper })
        {
            // Hanley and McNeil's variance of two exponential distributions, with half of all rows on each side.
            var (q1, q2, others) = (limit / (2 - limit), 2 * limit * limit / (1 + limit), ((Up + Down) / 2) - 1);
            var variance = ((limit * (1 - limit)) + (others * (q1 - (limit * limit))) + (others * (q2 - (limit * limit)))) / (Up * Down);
            Assert.Equal(1.959964, Math.Abs(Area - limit) / Math.Sqrt(variance), 1e-5);
        }
    }

    [Fact]
    public void TurnedScores_TurnTheInterval()
    {
        var (lower, upper) = RocArea.Interval(0.97, 30, 200, 0.95);
        var (turnedLower, turnedUpper) = RocArea.Interval(0.03, 30, 200, 0.95);

        Assert.Equal(1 - upper, turnedLower, 1e-9);
        Assert.Equal(1 - lower, turnedUpper, 1e-9);
    }

    [Fact]
    public void PerfectScores_HaveALowerLimitBelowOne()
    {
        var (lower, upper) = RocArea.Interval(1, 50, 50, 0.95);

        Assert.Equal(1, upper);
        Assert.InRange(lower, 0.9, 0.99);
    }

    [Fact]
    public void ManyPositivesInTheMiddle_HaveDeLongsInterval()
    {
        // Seven rows in ten are misplaced a little, so no few of them make the error.
        var labels = Enumerable.Range(0, 1_000).Select(i => i % 2).ToArray();
        var scores = labels.Select((label, i) => label + (i * 7919 % 1_000 / 300.0)).ToArray();
        var estimate = RankMetrics.RocAuc(RankedScores.Of(scores), labels, 1, null);

        var interval = MetricInterval.Of(estimate, null);

        var odds = Math.Log(estimate.Value / (1 - estimate.Value));
        var half = 1.96 * estimate.SpreadOf!().Error / (estimate.Value * (1 - estimate.Value));
        Assert.Equal(1 / (1 + Math.Exp(half - odds)), interval.Lower, 1e-3);
        Assert.Equal(1 / (1 + Math.Exp(-half - odds)), interval.Upper, 1e-3);
    }

    [Fact]
    public void OneMisplacedPositive_HasAWiderIntervalThanItsOwnErrorSays()
    {
        var labels = Enumerable.Range(0, 300).Select(i => i < 45 ? 1 : 0).ToArray();
        var scores = labels.Select((label, i) => i == 0 ? 0.2 : label + (i / 1_000.0)).ToArray();
        var estimate = RankMetrics.RocAuc(RankedScores.Of(scores), labels, 1, null);

        var interval = MetricInterval.Of(estimate, null);

        Assert.InRange(estimate.SpreadOf!().Effective, 1, 5);
        Assert.True(interval.Lower <= RocArea.Interval(estimate.Value, 45, 255, 0.95).Lower);
        Assert.True(interval.Upper < 1);
    }
}
