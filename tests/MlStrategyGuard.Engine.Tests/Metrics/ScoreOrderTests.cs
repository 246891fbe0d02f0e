using MlStrategyGuard.Engine.Metrics;

namespace MlStrategyGuard.Engine.Tests.Metrics;

public sealed class ScoreOrderTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(2_048)]
    [InlineData(2_049)]
    [InlineData(70_000)]
    public void Scores_AreOrderedAsByAStableSort(int count)
    {
        var random = new Random(count);
        double[] scores = [.. Enumerable.Range(0, count).Select(i => i % 3 == 0
            ? random.Next(-3, 4)
            : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 300)))];
        scores[0] = double.PositiveInfinity;
        scores[1] = double.NegativeInfinity;
        scores[2] = -0.0;

        var order = ScoreOrder.Ascending(scores);

        Assert.Equal([.. Enumerable.Range(0, count).OrderBy(i => scores[i])], order);
    }

    [Fact]
    public void ScoresThatDifferInTheirLastBitsOnly_AreOrdered()
    {
        // Short and long runs that agree in all bits that the passes look at.
        var random = new Random(1);
        double[] scores = [.. Enumerable.Range(0, 9_000).Select(i => (i % 3 == 0 ? 0.5 : i % 100) + (random.Next(1_000) * 1e-13))];

        Assert.Equal([.. Enumerable.Range(0, scores.Length).OrderBy(i => scores[i])], ScoreOrder.Ascending(scores));
    }

    [Fact]
    public void EqualScores_KeepTheirOrder() =>
        Assert.Equal([.. Enumerable.Range(0, 5_000)], ScoreOrder.Ascending(new double[5_000]));
}
