using MlStrategyGuard.Statistics;
using Xunit;

namespace MlStrategyGuard.Strategy.Tests.Statistics;

public sealed class ChiSquareTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(19)]
    [InlineData(255)]
    [InlineData(100000)]
    public void UpperQuantile_InvertsSurvival(double df)
    {
        foreach (var tail in new[] { 1e-300, 1e-100, 1e-9, 0.01, 0.4, 0.6, 0.99, 1 - 1e-9 })
            Assert.Equal(1, ChiSquare.Survival(ChiSquare.UpperQuantile(tail, df), df) / tail, 1e-9);
    }

    [Fact]
    public void NoncentralityLimit_InvertsTheCdf()
    {
        foreach (var df in new double[] { 1, 9, 255, 100000 })
        {
            foreach (var x in new[] { 0.01, 1, 30, 1e4, 1e7 })
            {
                foreach (var tail in new[] { 1e-20, 0.01, 0.05, 0.7 })
                {
                    var limit = ChiSquare.NoncentralityLimit(x, df, tail);
                    if (limit == 0)
                        Assert.True(ChiSquare.NoncentralCdf(x, df, 0) <= tail * (1 + 1e-9));
                    else
                        Assert.Equal(1, ChiSquare.NoncentralCdf(x, df, limit) / tail, 1e-8);
                }
            }
        }
    }

    [Fact]
    public void NoncentralityLimit_NeverFallsAsTheValueGrows()
    {
        var previous = 0.0;
        for (var x = 0.0; x <= 400; x += 0.5)
        {
            var limit = ChiSquare.NoncentralityLimit(x, 19, 0.05);
            Assert.True(limit >= previous);
            previous = limit;
        }

        Assert.True(previous > 400);
    }

    [Fact]
    public void NoncentralityForPower_GivesThatPower()
    {
        foreach (var df in new double[] { 1, 20, 100000 })
        {
            foreach (var power in new[] { 0.011, 0.2, 0.8, 0.9999 })
            {
                var lambda = ChiSquare.NoncentralityForPower(df, 0.01, power);
                var critical = ChiSquare.UpperQuantile(0.01, df);
                Assert.Equal(1 - power, ChiSquare.NoncentralCdf(critical, df, lambda), 1e-10);
            }
        }
    }

    [Fact]
    public void PowerNotAboveTheLevel_NeedsNoNoncentrality()
    {
        Assert.Equal(0, ChiSquare.NoncentralityForPower(5, 0.05, 0.05));
        Assert.Equal(0, ChiSquare.NoncentralityForPower(5, 0.05, 0.01));
    }

    [Fact]
    public void NoncentralCdf_RisesInXAndFallsInNoncentrality()
    {
        foreach (var lambda in new[] { 0, 1e-300, 0.5, 40, 1e4 })
        {
            var previous = 0.0;
            for (var z = -6.0; z <= 6; z += 0.1)
            {
                var x = Math.Max(0, 7 + lambda + z * Math.Sqrt(2 * (7 + 2 * lambda)));
                var next = ChiSquare.NoncentralCdf(x, 7, lambda);
                Assert.True(next >= previous * (1 - 1e-12));
                Assert.True(ChiSquare.NoncentralCdf(x, 7, lambda + 1) <= next);
                previous = next;
            }
        }
    }

    [Fact]
    public void Corners_AreNumbers()
    {
        Assert.Equal(0, ChiSquare.NoncentralCdf(0, 1, 3));
        Assert.Equal(0, ChiSquare.NoncentralityLimit(0, 1, 0.05));
        Assert.Equal(1, ChiSquare.NoncentralCdf(1e300, 1, 1e7));
        Assert.Equal(1, ChiSquare.NoncentralCdf(double.PositiveInfinity, 1, 1e7));
        Assert.Equal(0, ChiSquare.NoncentralCdf(1e-300, 100000, 1e7));
        Assert.Equal(0, ChiSquare.Survival(1e300, 100000));
        Assert.Equal(1, ChiSquare.Survival(0, 1));
        Assert.Equal(double.PositiveInfinity, ChiSquare.UpperQuantile(0, 3));
        Assert.Equal(0, ChiSquare.UpperQuantile(1, 3));
        Assert.InRange(ChiSquare.NoncentralityLimit(1e7, 100000, 1e-300), 9.9e6, 1.2e7);
        Assert.InRange(ChiSquare.NoncentralityLimit(1e-12, 1, 1e-9), 1e-3, 100);
    }

    [Fact]
    public void ImpossibleArguments_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquare.Survival(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquare.Survival(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquare.NoncentralCdf(1, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquare.NoncentralityLimit(1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquare.NoncentralityLimit(double.NaN, 1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquare.NoncentralityForPower(1, 0.05, 1));
    }
}
