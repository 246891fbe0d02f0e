using MlStrategyGuard.Statistics;
using Xunit;

namespace MlStrategyGuard.Strategy.Tests.Statistics;

public sealed class IntervalTests
{
    public static IEnumerable<TheoryDataRow<long, long>> Counts() =>
    [
        new(0, 1), new(1, 1), new(0, 7), new(7, 7), new(3, 7), new(1, 1000), new(999, 1000), new(0, 100_000_000),
        new(1, 100_000_000), new(50_000_000, 100_000_000), new(100_000_000, 100_000_000), new(1, 1_000_000_000_000),
    ];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Limits_BracketTheShareAndStayInRange(long k, long n)
    {
        var share = (double)k / n;
        foreach (var tail in new[] { 1e-200, 1e-9, 0.005, 0.05, 0.3 })
        {
            Assert.InRange(ClopperPearson.Lower(k, n, tail), 0, share);
            Assert.InRange(ClopperPearson.Upper(k, n, tail), share, 1);
            var (lower, upper) = Wilson.Interval(k, n, 1 - 2 * tail > 1 - 1e-15 ? 1 - 1e-15 : 1 - 2 * tail);
            Assert.InRange(lower, 0, share);
            Assert.InRange(upper, share, 1);
        }
    }

    [Fact]
    public void NoHitsAndOnlyHits_HaveExactEnds()
    {
        Assert.Equal(0, ClopperPearson.Lower(0, 40, 0.025));
        Assert.Equal(1, ClopperPearson.Upper(40, 40, 0.025));
        Assert.Equal(0, Wilson.Interval(0, 40, 0.95).Lower);
        Assert.Equal(1, Wilson.Interval(40, 40, 0.95).Upper);
        Assert.Equal(1 - Math.Pow(0.025, 1 / 40.0), ClopperPearson.Upper(0, 40, 0.025), 1e-14);
        Assert.Equal(Math.Pow(0.025, 1 / 40.0), ClopperPearson.Lower(40, 40, 0.025), 1e-14);
    }

    [Fact]
    public void ClopperPearson_MirrorsHitsAndMisses()
    {
        for (var k = 0; k <= 60; k++)
        {
            Assert.Equal(
                ClopperPearson.Upper(k, 60, 0.01), 1 - ClopperPearson.Lower(60 - k, 60, 0.01), 1e-13);
        }
    }

    [Fact]
    public void ClopperPearson_WidensAsTheTailShrinks()
    {
        var (lower, upper) = (1.0, 0.0);
        foreach (var tail in new[] { 0.4, 0.1, 0.05, 1e-3, 1e-8, 1e-40 })
        {
            Assert.True(ClopperPearson.Lower(12, 100, tail) < lower);
            Assert.True(ClopperPearson.Upper(12, 100, tail) > upper);
            (lower, upper) = (ClopperPearson.Lower(12, 100, tail), ClopperPearson.Upper(12, 100, tail));
        }
    }

    [Fact]
    public void Wilson_MatchesThePublishedWidths()
    {
        // 5 % of 1,000: 3.8 to 6.5 %.
        var (lower, upper) = Wilson.Interval(50, 1000, 0.95);

        Assert.Equal(0.038, lower, 5e-4);
        Assert.Equal(0.065, upper, 5e-4);
    }

    [Fact]
    public void Mover_BracketsTheDistanceAndForgetsTheOrder()
    {
        long[][] pairs =
        [
            [0, 1, 0, 1], [0, 1, 1, 1], [5, 50, 40, 500], [0, 10, 0, 100], [1, 10, 10, 100], [10, 10, 0, 100_000_000],
            [100, 1000, 50, 1000], [3, 100_000_000, 7, 90_000_000],
        ];
        foreach (var pair in pairs)
        {
            var distance = Math.Abs((double)pair[0] / pair[1] - (double)pair[2] / pair[3]);
            foreach (var tail in new[] { 1e-100, 0.0005, 0.05, 0.4 })
            {
                var lower = Mover.LowerOfDifference(pair[0], pair[1], pair[2], pair[3], tail);
                var upper = Mover.UpperOfDifference(pair[0], pair[1], pair[2], pair[3], tail);
                Assert.InRange(lower, 0, distance);
                Assert.InRange(upper, distance, 1);
                Assert.Equal(lower, Mover.LowerOfDifference(pair[2], pair[3], pair[0], pair[1], tail));
                Assert.Equal(upper, Mover.UpperOfDifference(pair[2], pair[3], pair[0], pair[1], tail));
            }
        }
    }

    [Fact]
    public void EqualShares_HaveNoLowerLimit()
    {
        Assert.Equal(0, Mover.LowerOfDifference(10, 100, 100, 1000, 0.4));
        Assert.True(Mover.UpperOfDifference(10, 100, 100, 1000, 0.4) > 0);
    }

    [Fact]
    public void ClearDifference_HasALowerLimitAboveZero()
    {
        Assert.InRange(Mover.LowerOfDifference(1000, 10000, 500, 10000, 0.005), 0.035, 0.05);
        Assert.Equal(0, Mover.LowerOfDifference(10, 100, 5, 100, 0.005));
    }

    [Fact]
    public void ImpossibleCounts_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ClopperPearson.Lower(2, 1, 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClopperPearson.Upper(-1, 1, 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClopperPearson.Upper(0, 0, 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClopperPearson.Upper(0, 1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Interval(0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mover.LowerOfDifference(0, 1, 3, 2, 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mover.UpperOfDifference(0, 0, 1, 2, 0.05));
    }
}
