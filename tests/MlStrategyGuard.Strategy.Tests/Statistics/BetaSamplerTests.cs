using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Strategy.Tests.Statistics;

public sealed class BetaSamplerTests
{
    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(0.5, 500.5)]
    [InlineData(8.5, 92.5)]
    [InlineData(3, 1)]
    [InlineData(2_500.5, 47_500.5)]
    public void MeanAndDeviation_AreThoseOfTheBetaDistribution(double a, double b)
    {
        const int Draws = 40_000;
        var sampler = new BetaSampler();
        var drawn = Enumerable.Range(0, Draws).Select(_ => sampler.Next(a, b)).ToList();

        var mean = a / (a + b);
        var deviation = Math.Sqrt(mean * (1 - mean) / (a + b + 1));
        var average = drawn.Average();
        Assert.InRange((average - mean) / deviation, -4 / Math.Sqrt(Draws), 4 / Math.Sqrt(Draws));
        Assert.Equal(1, Math.Sqrt(drawn.Average(value => (value - average) * (value - average))) / deviation, 0.05);
        Assert.All(drawn, value => Assert.InRange(value, 0, 1));
    }

    [Fact]
    public void Uniform_HasItsQuartilesWhereTheyBelong()
    {
        var sampler = new BetaSampler();
        var sorted = Enumerable.Range(0, 40_001).Select(_ => sampler.Next(1, 1)).Order().ToList();

        Assert.Equal(0.25, sorted[10_000], 0.01);
        Assert.Equal(0.5, sorted[20_000], 0.01);
        Assert.Equal(0.75, sorted[30_000], 0.01);
    }

    [Fact]
    public void TwoSamplers_DrawTheSame()
    {
        var (first, second) = (new BetaSampler(), new BetaSampler());
        for (var i = 0; i < 100; i++)
            Assert.Equal(first.Next(2.5, 7), second.Next(2.5, 7));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, -2)]
    [InlineData(double.NaN, 1)]
    public void ParametersThatAreNotAboveZero_AreRefused(double a, double b) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BetaSampler().Next(a, b));
}
