using MlStrategyGuard.Engine.Comparison;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Tests.Comparison;

/// <summary>Counting in bins finds what walking through all values in order finds, bit by bit.</summary>
public class FixedStepsTests
{
    [Theory]
    [InlineData(1, 1, 10, 0)]
    [InlineData(50, 70, 10, 0)]
    [InlineData(500, 700, 100_000, 2)]
    [InlineData(5_000, 3_000, 16_384, 1)]
    [InlineData(5_000, 5_000, 16_385, 1)]
    [InlineData(20_000, 20_000, 2_000_000_000, 4)]
    [InlineData(20_000, 100, 1_000_000, 3)]
    public void UniformNumbers_WalkAlike(int n, int m, int range, int scale)
    {
        var random = new Random(n + m);
        Alike(Draw(n, () => random.Next(range) - (range / 2)), Draw(m, () => random.Next(range) - (range / 2)), scale);
    }

    [Fact]
    public void AHeavyTail_WalksAlike()
    {
        var random = new Random(1);
        int Tail() => (int)Math.Clamp(10 * Math.Tan(Math.PI * (random.NextDouble() - 0.5)), int.MinValue, int.MaxValue);
        Alike(Draw(30_000, Tail), Draw(30_000, Tail), 3);
    }

    [Fact]
    public void AFewNumbersFarOut_WalkAlike()
    {
        var random = new Random(5);
        int Near() => random.Next(1_000) == 0 ? (random.Next(2) * 2 - 1) * random.Next(1 << 30) : random.Next(30_000);
        Alike(Draw(30_000, Near), Draw(20_000, Near), 2);
        Alike([.. Draw(9_000, () => random.Next(20_000)), int.MaxValue], Draw(9_000, () => 40 + random.Next(20_000)), 1);
        Alike(Draw(9_000, () => random.Next(20_000)), [int.MinValue, .. Draw(9_000, () => random.Next(20_000))], 1);
    }

    [Fact]
    public void NearlyAlwaysOneNumber_WalksAlike()
    {
        var random = new Random(6);
        int Rare() => random.Next(500) == 0 ? random.Next(1 << 24) : 0;
        Alike(Draw(20_000, Rare), Draw(20_000, Rare), 0);
    }

    [Fact]
    public void ShiftedNumbers_WalkAlike()
    {
        var random = new Random(2);
        Alike(Draw(9_000, () => random.Next(1_000_000)), Draw(8_000, () => 30_000 + random.Next(1_000_000)), 2);
    }

    [Fact]
    public void ApartNumbers_WalkAlike()
    {
        var random = new Random(3);
        Alike(Draw(2_000, () => random.Next(100_000)), Draw(2_000, () => 500_000 + random.Next(100_000)), 0);
    }

    [Fact]
    public void EqualSamples_WalkAlike()
    {
        var random = new Random(4);
        var all = Draw(4_000, () => random.Next(10_000_000));
        Alike(all, [.. all.Reverse()], 5);
    }

    [Fact]
    public void AllExtremes_WalkAlike() => Alike([int.MinValue, 0, int.MaxValue], [int.MinValue, 5, 7, int.MaxValue], 9);

    private static int[] Draw(int count, Func<int> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];

    private static void Alike(int[] a, int[] b, int scale)
    {
        var (first, second) = (Fixed(a, scale), Fixed(b, scale));
        var (x, y) = (first.ToSorted(), second.ToSorted());
        var last = Math.Max(x[^1], y[^1]);
        var expected = new SortedSteps(x, y).Walk(New(a.Length, b.Length));
        var steps = new FixedSteps(first, second);
        var found = steps.Walk(New(a.Length, b.Length));

        Assert.Equal(new SortedSteps(x, y).Range, steps.Range);
        double[] places = [.. x.Concat(y).Where((_, i) => i % Math.Max(1, (x.Length + y.Length) / 50) == 0)
            .SelectMany(value => new[] { value, value - 0.5, value + 0.00001 }).Append(x[0] - 1).Append(last + 1).Order()];
        Assert.Equal(new SortedSteps(x, y).UpTo(places), steps.UpTo(places));
        Assert.Equal(expected.Furthest, found.Furthest);
        Assert.Equal(expected.Upper, found.Upper);
        var (edges, binsA, binsB) = expected.Quantiles(last);
        var (foundEdges, foundA, foundB) = found.Quantiles(last);
        Assert.Equal(edges, foundEdges);
        Assert.Equal(binsA, foundA);
        Assert.Equal(binsB, foundB);
    }

    private static NumericWalk New(int n, int m) => new(n, m, n, m, 20, 1.6);

    private static FixedNumbers Fixed(int[] digits, int scale) =>
        new([digits.AsMemory(0, digits.Length / 3), digits.AsMemory(digits.Length / 3)], scale);
}
