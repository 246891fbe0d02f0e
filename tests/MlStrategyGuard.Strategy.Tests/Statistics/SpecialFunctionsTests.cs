using MlStrategyGuard.Statistics;
using Xunit;

namespace MlStrategyGuard.Strategy.Tests.Statistics;

public sealed class SpecialFunctionsTests
{
    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(1, 1e6)]
    [InlineData(37, 4.5)]
    [InlineData(1e6, 3e6)]
    [InlineData(5e7, 5e7)]
    public void InverseBeta_InvertsBeta(double a, double b)
    {
        foreach (var p in new[] { 1e-12, 1e-3, 0.2, 0.5, 0.8, 0.999 })
        {
            var x = SpecialFunctions.InverseRegularizedBeta(a, b, p);
            Assert.Equal(1, SpecialFunctions.RegularizedBeta(a, b, x) / p, 1e-6);
        }
    }

    [Fact]
    public void NormalQuantile_InvertsSurvivalDownTo1eMinus300()
    {
        for (var exponent = -300; exponent <= -1; exponent++)
        {
            var p = Math.Pow(10, exponent);
            Assert.Equal(1, SpecialFunctions.NormalSurvival(-SpecialFunctions.NormalQuantile(p)) / p, 1e-10);
        }
    }

    [Fact]
    public void NormalQuantile_RisesAcrossTheSwitchOfMethods()
    {
        var previous = double.NegativeInfinity;
        for (var i = 1; i < 1000; i++)
        {
            var next = SpecialFunctions.NormalQuantile(i / 1000.0);
            Assert.True(next > previous);
            previous = next;
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(80)]
    [InlineData(1e8)]
    public void GammaPAndQ_AddToOneAndMoveApart(double a)
    {
        var previous = -1.0;
        foreach (var z in new[] { -30, -8, -3, -1, -0.1, 0, 0.1, 1, 3, 8, 30 })
        {
            var x = Math.Max(1e-9, a + z * Math.Sqrt(a));
            var p = SpecialFunctions.RegularizedGammaP(a, x);
            Assert.Equal(1, p + SpecialFunctions.RegularizedGammaQ(a, x), 1e-12);
            Assert.True(p >= previous);
            previous = p;
        }
    }

    [Fact]
    public void EndsOfTheRange_AreExact()
    {
        Assert.Equal(0, SpecialFunctions.RegularizedGammaP(3, 0));
        Assert.Equal(1, SpecialFunctions.RegularizedGammaQ(3, 0));
        Assert.Equal(0, SpecialFunctions.RegularizedGammaQ(3, 1e300));
        Assert.Equal(0, SpecialFunctions.RegularizedGammaQ(3, double.PositiveInfinity));
        Assert.Equal(0, SpecialFunctions.RegularizedBeta(2, 3, 0));
        Assert.Equal(1, SpecialFunctions.RegularizedBeta(2, 3, 1));
        Assert.Equal(0, SpecialFunctions.InverseRegularizedBeta(2, 3, 0));
        Assert.Equal(1, SpecialFunctions.InverseRegularizedBeta(2, 3, 1));
        Assert.Equal(0.5, SpecialFunctions.NormalSurvival(0), 1e-16);
        Assert.Equal(0, SpecialFunctions.NormalSurvival(double.PositiveInfinity));
        Assert.Equal(1, SpecialFunctions.NormalSurvival(double.NegativeInfinity));
        Assert.Equal(double.NegativeInfinity, SpecialFunctions.NormalQuantile(0));
        Assert.Equal(double.PositiveInfinity, SpecialFunctions.NormalQuantile(1));
        Assert.Equal(0, SpecialFunctions.LogGamma(1));
        Assert.Equal(0, SpecialFunctions.LogGamma(2));
    }

    [Fact]
    public void ImpossibleArguments_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SpecialFunctions.LogGamma(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpecialFunctions.LogGamma(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpecialFunctions.RegularizedGammaP(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpecialFunctions.RegularizedGammaQ(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpecialFunctions.RegularizedBeta(1, 1, 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpecialFunctions.InverseRegularizedBeta(1, 0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpecialFunctions.NormalQuantile(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpecialFunctions.NormalSurvival(double.NaN));
    }
}
