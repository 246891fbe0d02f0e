using MlStrategyGuard.Engine.Comparison;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Engine.Pinned;
using MlStrategyGuard.Engine.Tests.Comparison;

namespace MlStrategyGuard.Engine.Tests.Pinned;

public sealed class BinnedTestTests
{
    private const double Alpha = 0.0005;
    private const double Tail = 0.05;

    public static TheoryData<int, int, int> Tables
    {
        get
        {
            var data = new TheoryData<int, int, int>();
            foreach (var rows in new[] { 30, 200, 1_000, 6_000 })
            {
                for (var shape = 0; shape < 4; shape++)
                {
                    for (var shift = 0; shift < 4; shift++)
                        data.Add(rows, shape, shift);
                }
            }

            return data;
        }
    }

    /// <summary>Nothing that bins say may be more than what the numbers themselves say.</summary>
    [Theory]
    [MemberData(nameof(Tables))]
    public void BoundsFromBins_HoldTheNumbersOwn(int rows, int shape, int shift)
    {
        var random = new Random((rows * 100) + (shape * 10) + shift);
        var (a, b) = (Draw(random, rows, shape, 0), Draw(random, rows * 3 / 2, shape, shift * 0.1));
        var exact = Test(new NumberSet(a), new NumberSet(b), shape);
        foreach (var test in Pinned(a, b, shape))
        {
            Assert.True(test.Estimate <= exact.Estimate + 1e-12);
            Assert.True(test.Lower(Alpha) <= exact.Lower(Alpha) + 1e-12);
            Assert.True(test.Upper(Tail) >= exact.Upper(Tail) - 1e-12);
            Assert.True(test.IntervalUpper(Alpha) >= exact.IntervalUpper(Alpha) - 1e-12);
            var hidden = test.Resolution(Alpha) - exact.Resolution(Alpha);
            Assert.InRange(exact.Estimate - test.Estimate, -1e-12, hidden + 1e-12);
            Assert.Equal((exact.RowsA, exact.RowsB), (test.RowsA, test.RowsB));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ManyRows_HideLittle(int shape)
    {
        var random = new Random(shape);
        var (a, b) = (Draw(random, 6_000, shape, 0), Draw(random, 6_000, shape, 0));
        var exact = Test(new NumberSet(a), new NumberSet(b), shape);
        foreach (var test in Pinned(a, b, shape))
        {
            Assert.InRange(exact.Estimate - test.Estimate, 0, 0.01);
            Assert.InRange(test.Upper(Tail) - exact.Upper(Tail), 0, 0.015);
        }
    }

    [Fact]
    public void FrequentValues_HideNothing()
    {
        var random = new Random(3);
        var (a, b) = (Draw(random, 5_000, 1, 0), Draw(random, 5_000, 1, 1));
        (a, b) = ([.. a.Where(value => value < 12)], [.. b.Where(value => value < 12)]);
        var exact = Test(new NumberSet(a), new NumberSet(b), 1);
        foreach (var test in Pinned(a, b, 1))
        {
            Assert.Equal(exact.Estimate, test.Estimate, 12);
            Assert.Equal(exact.Upper(Tail), test.Upper(Tail), 12);
        }
    }

    [Theory]
    [InlineData(120, 120, 0)]
    [InlineData(120, 1_000, 0)]
    [InlineData(1_000, 120, 0)]
    [InlineData(400, 400, 1)]
    [InlineData(400, 900, 2)]
    [InlineData(900, 400, 3)]
    public void NoShift_AlarmsNoMoreOftenThanPromised(int n, int m, int shape)
    {
        const int Draws = 1_000;
        var random = new Random((n * 31) + m + shape);
        var alarms = new (int At5, int At1)[3];
        for (var draw = 0; draw < Draws; draw++)
        {
            var (a, b) = (Draw(random, n, shape, 0), Draw(random, m, shape, 0));
            var i = 0;
            foreach (var test in Pinned(a, b, shape))
            {
                alarms[i].At5 += test.P <= 0.05 ? 1 : 0;
                alarms[i].At1 += test.P <= 0.01 ? 1 : 0;
                i++;
            }
        }

        // Three standard errors above the nominal rate.
        Assert.All(alarms, count => Assert.InRange(count.At5, 0, (0.05 * Draws) + (3 * Math.Sqrt(0.05 * 0.95 * Draws))));
        Assert.All(alarms, count => Assert.InRange(count.At1, 0, (0.01 * Draws) + (3 * Math.Sqrt(0.01 * 0.99 * Draws))));
    }

    [Fact]
    public void ShiftOfHalfADeviation_IsFoundFromProfilesToo()
    {
        var random = new Random(5);
        foreach (var test in Pinned(Draw(random, 500, 0, 0), Draw(random, 500, 0, 0.5), 0))
            Assert.True(test.P < 1e-4);
    }

    [Fact]
    public void WiderSpread_IsFoundFromProfilesToo()
    {
        var random = new Random(6);
        foreach (var test in Pinned(Draw(random, 1_000, 0, 0), [.. Draw(random, 1_000, 0, 0).Select(value => 1.5 * value)], 0))
            Assert.True(test.P < 1e-4);
    }

    [Fact]
    public void FewerThanTenRows_ProveNothing()
    {
        var test = Pinned([1, 2, 3], [4, 5, 6, 7], 0).Last();

        Assert.Equal((0, 1, 1, 1), (test.Estimate, test.P, test.Upper(Tail), test.Resolution(Alpha)));
        Assert.Empty(test.Movers);
    }

    [Fact]
    public void Movers_NameRangesBetweenSharedEdges()
    {
        var random = new Random(8);
        var test = Pinned(Draw(random, 2_000, 0, 0), Draw(random, 2_000, 0, 0.5), 0).First();

        Assert.Equal(3, test.Movers.Count);
        Assert.StartsWith("x ≤ ", test.Movers[0].Name, StringComparison.Ordinal);
        Assert.Equal(test.Estimate, Math.Abs(test.Movers[0].ShareA - test.Movers[0].ShareB), 12);
    }

    /// <summary>A profile on the first side, on the second, and on both.</summary>
    private static IEnumerable<ColumnTest> Pinned(double[] a, double[] b, int shape)
    {
        var areWhole = shape == 1;
        var (first, second) = (new NumberSet(QuantileBins.Of(a, areWhole)), new NumberSet(QuantileBins.Of(b, areWhole)));
        yield return Test(first, new NumberSet(b), shape);
        yield return Test(new NumberSet(a), second, shape);
        yield return Test(first, second, shape);
    }

    private static ColumnTest Test(NumberSet a, NumberSet b, int shape) =>
        NumberSet.Test("x", ColumnAspect.Values, false, ColumnKind.Numeric, a, b, shape == 1);

    private static double[] Draw(Random random, int rows, int shape, double shift)
    {
        var numbers = new double[rows];
        for (var i = 0; i < rows; i++)
        {
            var value = Draws.Normal(random) + shift;
            numbers[i] = shape switch
            {
                1 => Math.Floor(Math.Exp(1.5 + (0.8 * value))),
                2 => random.Next(3) == 0 ? 0 : value,
                3 => Math.Exp(3 * value),
                _ => value,
            };
        }

        Array.Sort(numbers);
        return numbers;
    }
}
