using MlStrategyGuard.Engine.Comparison;

namespace MlStrategyGuard.Engine.Tests.Comparison;

public sealed class NumberPictureTests
{
    [Fact]
    public void Edges_AreRoundAndAtMostTwentyFourBars()
    {
        var picture = Of(Normal(1, 3_000), Normal(2, 3_000))!;

        Assert.InRange(picture.A.Count, 12, ColumnPicture.MostBars);
        Assert.Equal(picture.A.Count - 1, picture.Edges.Count);
        Assert.All(picture.Edges, edge => Assert.Equal(Math.Round(edge, 1), edge));
        Assert.Equal(1, picture.A.Sum(), 9);
        Assert.Equal(1, picture.B.Sum(), 9);
    }

    [Fact]
    public void Bars_HoldWhatIsAboveTheEdgeBeforeAndAtMostTheirOwn()
    {
        var (a, b) = (Normal(1, 3_000), Normal(2, 3_000));
        var picture = Of(a, b)!;

        Assert.Equal(a.Count(value => value > picture.Edges[3] && value <= picture.Edges[4]) / 3_000.0, picture.A[4], 12);
        Assert.Equal(b.Count(value => value > picture.Edges[^1]) / 3_000.0, picture.B[^1], 12);
    }

    [Fact]
    public void HeavyTail_IsOneOpenBar()
    {
        double[] values = [.. Normal(1, 2_000).Select(value => Math.Exp(4 * value)).Order()];
        var picture = Of(values, values)!;

        Assert.InRange(picture.Edges[^1], 10, 2_000);
        Assert.True(picture.A.Count(share => share > 0.005) >= 5, "the rest isn't one bar");
    }

    [Fact]
    public void FewRowsAtAnEnd_AreJoined()
    {
        double[] values = [.. Enumerable.Range(0, 500).Select(i => (double)i), 1e6, 1e7];
        var picture = Of(values, values)!;

        Assert.All(new[] { picture.A[0] + picture.B[0], picture.A[^1] + picture.B[^1] }, share => Assert.True(share * 502 >= 10));
    }

    [Fact]
    public void OneValueOrHardlyARow_IsNoPicture()
    {
        Assert.Null(Of([5, 5, 5, 5, 5, 5, 5, 5, 5, 5], [5, 5, 5, 5, 5, 5, 5, 5, 5, 5]));
        Assert.Null(Of([1, 2, 3], [4, 5, 6]));
    }

    [Fact]
    public void MostlyOneValue_StillHasAPicture()
    {
        double[] values = [.. Enumerable.Repeat(0.0, 950), .. Enumerable.Range(1, 50).Select(i => i / 10.0)];
        var picture = Of(values, values)!;

        Assert.InRange(picture.A[0], 0.9, 1);
    }

    [Fact]
    public void Dates_HaveDaysAsEdges()
    {
        var start = new DateTime(2025, 1, 1).Ticks;
        double[] values = [.. Enumerable.Range(0, 900).Select(i => (double)(start + (i * TimeSpan.TicksPerHour * 9)))];
        var picture = new NumericTest("taken", ColumnAspect.Values, false, ColumnKind.Date, values, values).Picture!;

        Assert.All(picture.Edges, edge => Assert.Equal(TimeSpan.Zero, new DateTime((long)edge).TimeOfDay));
    }

    [Fact]
    public void CountedNumbers_UseTheirOwnEdges()
    {
        double[] edges = [.. Enumerable.Range(0, 200).Select(i => i + 0.25)];
        long[] counts = [.. Enumerable.Range(0, 201).Select(i => 10L)];
        var picture = new NumericTest("x", ColumnAspect.Values, false, ColumnKind.Numeric, edges, counts, counts).Picture!;

        Assert.All(picture.Edges, edge => Assert.Contains(edge, edges));
        Assert.Equal(1, picture.A.Sum(), 9);
        Assert.InRange(picture.A.Count, 10, ColumnPicture.MostBars);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    [InlineData(-1e18)]
    public void ExtremeNumbers_DoNoHarm(double unit)
    {
        double[] values = [.. Enumerable.Range(0, 300).Select(i => i * unit).Order()];
        var picture = Of(values, values)!;

        Assert.InRange(picture.A.Count, 2, ColumnPicture.MostBars);
        Assert.Equal(1, picture.A.Sum(), 9);
        Assert.Equal(picture.Edges.Order(), picture.Edges);
    }

    private static ColumnPicture? Of(double[] a, double[] b) => new NumericTest("x", ColumnAspect.Values, false, ColumnKind.Numeric, a, b).Picture;

    private static double[] Normal(int seed, int rows)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, rows).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())).Order()];
    }
}
