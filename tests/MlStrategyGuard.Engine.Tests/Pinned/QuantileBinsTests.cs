using System.Globalization;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Engine.Pinned;
using MlStrategyGuard.Engine.Tests.Comparison;

namespace MlStrategyGuard.Engine.Tests.Pinned;

public sealed class QuantileBinsTests
{
    public static TheoryData<int, int> Samples
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (var rows in new[] { 1, 9, 10, 19, 20, 57, 300, 2_000, 30_000 })
            {
                for (var shape = 0; shape < 6; shape++)
                    data.Add(rows, shape);
            }

            return data;
        }
    }

    [Theory]
    [InlineData(1L << 53)]
    [InlineData(10_000_000_000_000_000)]
    [InlineData(1_700_000_000_000_000_000)]
    [InlineData(-10_000_000_000_000_000)]
    public void WholeNumbersThatADoubleCantHold_HaveAscendingEdges(long first)
    {
        double[] sorted = [.. Enumerable.Range(0, 300).Select(i => (double)(first + (i % 5))).Order()];
        var bins = QuantileBins.Of(sorted, areWhole: true);

        Assert.Equal(bins.Edges.Distinct().Order(), bins.Edges);
        Assert.Equal(300, bins.Counts.Sum());
        for (var i = 0; i < bins.Edges.Length; i++)
            Assert.Equal(sorted.Count(value => value <= bins.Edges[i]), bins.Counts[..(i + 1)].Sum());
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void EveryBin_HasTenRowsOrNoneAndCountsWhatLiesInIt(int rows, int shape)
    {
        var sorted = Draw(rows, shape);
        var bins = QuantileBins.Of(sorted, areWhole: shape is 1 or 4);

        Assert.True(rows < QuantileBins.MinRows ? bins.Edges.Length == 0 : bins.Counts.All(count => count == 0 || count >= QuantileBins.MinRows));
        Assert.Equal(rows, bins.Counts.Sum());
        Assert.InRange(bins.Counts.Length, 1, 3 * 1024);
        Assert.Equal(bins.Edges.Distinct().Order(), bins.Edges);
        Assert.All(bins.Edges, edge => Assert.True(double.IsFinite(edge)));
        var below = 0L;
        for (var i = 0; i < bins.Edges.Length; i++)
        {
            below += bins.Counts[i];
            Assert.Equal(sorted.Count(value => value <= bins.Edges[i]), below);
        }
    }

    [Fact]
    public void EdgesBetweenRareValues_AreRoundAndNobodysValue()
    {
        var sorted = Draw(3_000, 0);
        var bins = QuantileBins.Of(sorted, areWhole: false);

        Assert.InRange(bins.Edges.Length, 100, 300);
        Assert.Empty(bins.Edges.Intersect(sorted));
        Assert.All(bins.Edges, edge => Assert.InRange(edge.ToString("R", CultureInfo.InvariantCulture).TrimStart('-', '0', '.').Length, 0, 6));
    }

    [Fact]
    public void FrequentValue_HasABinOfItsOwn()
    {
        double[] sorted = [.. Enumerable.Range(0, 500).Select(i => i < 200 ? 0.0 : i / 7.0).Order()];
        var bins = QuantileBins.Of(sorted, areWhole: false);

        Assert.Equal([Math.BitDecrement(0), 0], bins.Edges.Take(2));
        Assert.Equal([0L, 200], bins.Counts.Take(2));
    }

    [Fact]
    public void FrequentWholeNumbers_AreToldApartExactly()
    {
        double[] sorted = [.. Enumerable.Range(0, 300).Select(i => (double)(i % 5)).Order()];

        Assert.Equal(new double[] { -1, 0, 1, 2, 3, 4 }, QuantileBins.Of(sorted, areWhole: true).Edges);
    }

    [Theory]
    [InlineData(-3, 5, 0)]
    [InlineData(0, 5, 0)]
    [InlineData(0.123, 0.129, 0.125)]
    [InlineData(17.3, 46, 20)]
    [InlineData(42, 49, 45)]
    [InlineData(-49, -42, -45)]
    [InlineData(1e-200, 3e-200, 2e-200)]
    [InlineData(7e300, double.PositiveInfinity, 1e308)]
    [InlineData(double.NegativeInfinity, -7e300, -1e308)]
    public void RoundestNumber_HasTheFewestDigits(double low, double high, double expected) =>
        Assert.Equal(expected, QuantileBins.Roundest(low, high));

    [Fact]
    public void NumbersNextToEachOther_StillHaveAnEdge()
    {
        var low = 637_000_000_000_000_128.0;

        Assert.Equal(low, QuantileBins.Roundest(low, Math.BitIncrement(low)));
    }

    [Fact]
    public void InfiniteValues_StayInTheOutermostBins()
    {
        double[] sorted =
        [
            .. Enumerable.Repeat(double.NegativeInfinity, 40),
            .. Enumerable.Range(0, 100).Select(i => i * 1.5),
            .. Enumerable.Repeat(double.PositiveInfinity, 40),
        ];
        var bins = QuantileBins.Of(sorted, areWhole: false);

        Assert.Equal(180, bins.Counts.Sum());
        Assert.True(bins.Counts[0] >= 40 && bins.Counts[^1] >= 40);
    }

    [Fact]
    public void BinsThatWereCountedAlready_AreMergedUntilTheyHideEveryRow()
    {
        var bins = QuantileBins.Merge(new NumberBins([1, 2, 3, 4, 5, 6, 7, 8], [4, 3, 5, 20, 0, 0, 11, 2, 0]));

        Assert.Equal([3, 4, 6], bins.Edges);
        Assert.Equal([12L, 20, 0, 13], bins.Counts);
        Assert.Equal([3L], QuantileBins.Merge(new NumberBins([1, 2], [1, 1, 1])).Counts);
    }

    private static double[] Draw(int rows, int shape)
    {
        var random = new Random((rows * 10) + shape);
        return [.. Enumerable.Range(0, rows).Select(_ => shape switch
        {
            0 => Draws.Normal(random),
            1 => Math.Floor(Math.Exp(2 * Draws.Normal(random))),
            2 => random.Next(3) == 0 ? 0 : Draws.Normal(random),
            3 => random.Next(40) == 0 ? Draws.Normal(random) : Math.Round(Draws.Normal(random), 0),
            4 => 3,
            _ => Math.Exp(9 * Draws.Normal(random)) * (random.Next(2) - 0.5),
        }).Order()];
    }
}
