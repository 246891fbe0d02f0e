using MlStrategyGuard.Statistics;
using Xunit;

namespace MlStrategyGuard.Strategy.Tests.Statistics;

public sealed class HypergeometricTests
{
    [Fact]
    public void TwiceSmallerTail_IsTheSameForTheUnmarkedItems()
    {
        for (var k = 0; k <= 30; k++)
        {
            var marked = Hypergeometric.TwiceSmallerTail(k, 100, 30, 45);
            Assert.Equal(1, Hypergeometric.TwiceSmallerTail(45 - k, 100, 70, 45) / marked, 1e-11);
            Assert.Equal(1, Hypergeometric.TwiceSmallerTail(k, 100, 45, 30) / marked, 1e-11);
        }
    }

    [Fact]
    public void TwiceSmallerTail_IsLargestInTheMiddle()
    {
        var values = Enumerable.Range(0, 31).Select(k => Hypergeometric.TwiceSmallerTail(k, 100, 30, 45)).ToList();
        var top = values.IndexOf(values.Max());

        Assert.InRange(top, 13, 14);
        Assert.Equal(values.Take(top + 1).Order(), values.Take(top + 1));
        Assert.Equal(values.Skip(top).OrderDescending(), values.Skip(top));
    }

    [Fact]
    public void TwiceSmallerTail_KeepsItsLevel()
    {
        // The probability of every table with p ≤ .05, by the masses themselves.
        double mass(int k) => Choose(20, k) * Choose(30, 25 - k) / Choose(50, 25);
        var alarms = Enumerable.Range(0, 21)
            .Where(k => Hypergeometric.TwiceSmallerTail(k, 50, 20, 25) <= 0.05)
            .Sum(mass);

        Assert.InRange(alarms, 0.005, 0.05);
    }

    [Fact]
    public void NothingToChoose_HasProbabilityOne()
    {
        Assert.Equal(1, Hypergeometric.TwiceSmallerTail(0, 0, 0, 0));
        Assert.Equal(1, Hypergeometric.TwiceSmallerTail(0, 10, 0, 4));
        Assert.Equal(1, Hypergeometric.TwiceSmallerTail(4, 10, 10, 4));
        Assert.Equal(1, Hypergeometric.TwiceSmallerTail(3, 10, 3, 10));
    }

    [Fact]
    public void HugeTotals_End()
    {
        Assert.Equal(0, Hypergeometric.TwiceSmallerTail(0, 100_000_000, 50_000_000, 50_000_000));
        Assert.InRange(Hypergeometric.TwiceSmallerTail(25_000_000, 100_000_000, 50_000_000, 50_000_000), 0.9999, 1);
        Assert.InRange(
            Hypergeometric.TwiceSmallerTail(250_000_000_000, 1_000_000_000_000, 500_000_000_000, 500_000_000_000),
            0.99, 1);
    }

    [Fact]
    public void ImpossibleCounts_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric.TwiceSmallerTail(6, 10, 5, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric.TwiceSmallerTail(0, 10, 7, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric.TwiceSmallerTail(0, 10, 11, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric.TwiceSmallerTail(0, -1, 0, 0));
    }

    private static double Choose(int n, int k) =>
        Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);
}
