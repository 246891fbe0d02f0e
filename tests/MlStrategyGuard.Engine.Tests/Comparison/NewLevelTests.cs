using MlStrategyGuard.Engine.Comparison;

namespace MlStrategyGuard.Engine.Tests.Comparison;

public sealed class NewLevelTests
{
    [Fact]
    public void OneLevel_HasTheChanceThatAllItsRowsFallIntoTheSecondSplit() =>
        Assert.Equal(120.0 / 1_140, NewLevelTest.PValue([3], 10, 10, 3), 1e-6); // C(17, 10) / C(20, 10) = 10·9·8 / (20·19·18)

    [Fact]
    public void NoNewLevel_IsNoSurprise() => Assert.Equal(1, NewLevelTest.PValue([1, 1, 2, 4], 10, 10, 0));

    [Fact]
    public void LevelsThatComeAndGo_AlarmAtMostAsOftenAsPromised()
    {
        foreach (var (n, m) in new[] { (400, 400), (1_000, 100), (100, 1_000) })
        {
            var random = new Random(n);
            var alarms = Enumerable.Range(0, 300).Count(_ => NewLevelTest.Of("city", Draw(random, n, 0), Draw(random, m, 0))!.P <= 0.05);

            Assert.InRange(alarms, 0, 15);
        }
    }

    [Fact]
    public void ManyNewLevels_AreAShift_AndNeverCertain()
    {
        var random = new Random(3);

        var test = NewLevelTest.Of("city", Draw(random, 2_000, 0), Draw(random, 2_000, 0.1))!;

        Assert.InRange(test.P, 0, 1e-4);
        Assert.InRange(test.Estimate, 0.1, 0.2);
        Assert.Equal(0, test.Lower(0.01));
    }

    [Fact]
    public void RowsAskedFor_AreThoseThatMakeItsLevelsFrequent()
    {
        // Each of 1,000 levels has three rows of 3,000 + 3,000: 10,000 a split would have five on average.
        var counts = Enumerable.Range(0, 2_000).Select(k => k < 1_000 ? (A: 3L, B: 0L) : (A: 0L, B: 3L)).ToList();

        var test = NewLevelTest.Of("city", [.. counts.Select(count => count.A)], [.. counts.Select(count => count.B)])!;

        Assert.Equal(10_000, test.RowsForRareLevels);
    }

    [Fact]
    public void FrequentLevelsOnly_AreNotThisTestsBusiness() => Assert.Null(NewLevelTest.Of("city", [500, 400], [450, 450]));

    /// <summary>Rows by level: a long tail of 600 levels, and a share of rows with levels of their own.</summary>
    private static long[] Draw(Random random, int rows, double ownShare)
    {
        var counts = new long[2_000];
        for (var row = 0; row < rows; row++)
            counts[random.NextDouble() < ownShare ? 600 + random.Next(1_400) : (int)Math.Pow(600, random.NextDouble()) - 1]++;
        return counts;
    }
}
