using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Strategy.Tests.Statistics;

/// <summary>
/// Reference figures: the first three are those of Newcombe (1998, Statistics in Medicine 17, 873–890, method 10); the
/// others were computed with SciPy's normal quantile and double arithmetic.
/// </summary>
public sealed class NewcombeTests
{
    [Theory]
    [InlineData(48, 80, 56, 70, 0.95, 0.0524314724, 0.3338726540)]
    [InlineData(3, 10, 9, 10, 0.95, 0.1705227239, 0.8090179735)]
    [InlineData(2, 7, 6, 7, 0.95, 0.0582279275, 0.8062496375)]
    [InlineData(0, 56, 5, 56, 0.95, 0.0075818982, 0.1925600139)]
    [InlineData(0, 20, 0, 10, 0.95, -0.1611251581, 0.2775327999)]
    [InlineData(29, 56, 56, 56, 0.95, 0.3412129473, 0.6098961608)]
    [InlineData(56, 56, 29, 56, 0.95, -0.6098961608, -0.3412129473)]
    [InlineData(0, 10, 10, 10, 0.95, 0.6075093504, 1)]
    [InlineData(100, 10000, 120, 8000, 0.99, 0.0007351374, 0.0095271421)]
    [InlineData(1, 84, 9, 85, 0.99, -0.0070371378, 0.2105615381)]
    public void Limits_AreThoseOfTheReference(int k1, int n1, int k2, int n2, double confidence, double lower, double upper)
    {
        var actual = Newcombe.Difference((double)k1 / n1, n1, (double)k2 / n2, n2, confidence);

        Assert.Equal(lower, actual.Lower, 8);
        Assert.Equal(upper, actual.Upper, 8);
    }

    [Fact]
    public void AShareWithoutRows_IsExact()
    {
        var (lower, upper) = Wilson.Interval(80, 1_000, 0.95);
        var actual = Newcombe.Difference(0.01, null, 0.08, 1_000, 0.95);

        Assert.Equal(lower - 0.01, actual.Lower, 12);
        Assert.Equal(upper - 0.01, actual.Upper, 12);
        Assert.Equal(0.07, Newcombe.Difference(0.01, null, 0.08, null, 0.95).Lower, 12);
    }

    [Theory]
    [InlineData(-0.1, 0.5)]
    [InlineData(0.5, 1.1)]
    [InlineData(double.NaN, 0.5)]
    public void NoShare_IsRefused(double first, double second) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Newcombe.Difference(first, 10, second, 10, 0.95));

    [Theory]
    [InlineData(0.01, 0.03, 500)]
    [InlineData(0.08, 0.1, 200)]
    [InlineData(0.05, 0.05, 1_000)]
    [InlineData(0.3, 0.6, 60)]
    public void Coverage_IsAtLeast93Percent(double first, double second, int rows)
    {
        const int Draws = 2_000;
        var random = new Random(11);
        int Draw(double share) => Enumerable.Range(0, rows).Count(_ => random.NextDouble() < share);
        var covered = 0;
        for (var i = 0; i < Draws; i++)
        {
            var (lower, upper) = Newcombe.Difference((double)Draw(first) / rows, rows, (double)Draw(second) / rows, rows, 0.95);
            if (lower <= second - first && second - first <= upper)
                covered++;
        }

        Assert.InRange((double)covered / Draws, 0.93, 0.975);
    }
}
