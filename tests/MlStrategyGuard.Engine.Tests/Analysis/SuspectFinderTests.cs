using MlStrategyGuard.Engine.Analysis;
using MlStrategyGuard.Engine.Metrics;

namespace MlStrategyGuard.Engine.Tests.Analysis;

public sealed class SuspectFinderTests
{
    [Fact]
    public void LabelsThatWereFlipped_AreFoundFirst()
    {
        var (rows, flipped) = Binary(2_000, noise: 0.05, seed: 1);

        var found = SuspectFinder.Find("dev", rows, out var order)!;

        Assert.Equal(("dev", 2_000, order.Length), (found.Split, found.Rows, found.Count));
        Assert.InRange(order.Take(50).Count(flipped.Contains), 45, 50);
        Assert.InRange(found.ExpectedShare, 0.03, 0.08);
        Assert.Equal(found.Count, found.Pairs.Sum(pair => pair.Count));
        Assert.All(found.Pairs, pair => Assert.NotEqual(pair.Given, pair.Likelier));
    }

    [Fact]
    public void Suspects_AreRankedByTheProbabilityOfTheirOwnClass()
    {
        var (rows, _) = Binary(500, noise: 0.1, seed: 2);

        SuspectFinder.Find("dev", rows, out var order);

        var own = order.Select(i => rows.Labels![i] == 1 ? rows.Scores![i] : 1 - rows.Scores![i]).ToList();
        Assert.Equal(own.Order(), own);
    }

    [Fact]
    public void ThresholdsAreOfEachClass_SoARareClassIsJudgedByItsOwnConfidence()
    {
        // The third class is never likelier than .5, and its own rows have .45: another row with .48 is as sure as those are.
        double[][] probabilities = [[], [], []];
        var labels = new List<int>();
        void Add(int label, params double[] p)
        {
            labels.Add(label);
            for (var k = 0; k < 3; k++)
                probabilities[k] = [.. probabilities[k], p[k]];
        }

        for (var i = 0; i < 30; i++)
        {
            Add(0, 0.9, 0.05, 0.05);
            Add(1, 0.05, 0.9, 0.05);
            Add(2, 0.3, 0.25, 0.45);
        }

        Add(0, 0.5, 0.02, 0.48);

        var found = SuspectFinder.Find("dev", Classes(labels, probabilities), out var order)!;

        Assert.Equal([90], order);
        Assert.Equal(new SuspectPair("c0", "c2", 1), Assert.Single(found.Pairs));
        Assert.Equal(31 * (1.0 / 31) / 91, found.ExpectedShare, 1e-12);
    }

    [Fact]
    public void PerfectProbabilities_SuspectNothing()
    {
        int[] labels = [.. Enumerable.Range(0, 100).Select(i => i % 2)];
        var rows = Scored(labels, [.. labels.Select(label => label == 1 ? 0.9 : 0.1)]);

        var found = SuspectFinder.Find("dev", rows, out var order)!;

        Assert.Empty(order);
        Assert.Equal((0, 0.0), (found.Count, found.ExpectedShare));
    }

    [Fact]
    public void ScoresThatAreNoProbabilities_SayNothing() =>
        Assert.Null(SuspectFinder.Find("dev", Scored([.. Enumerable.Range(0, 40).Select(i => i % 2)], [.. Enumerable.Range(0, 40).Select(i => i - 20.0)]), out _));

    [Fact]
    public void FewRowsOfAClass_SayNothing() =>
        Assert.Null(SuspectFinder.Find("dev", Scored([.. Enumerable.Range(0, 60).Select(i => i < 9 ? 1 : 0)], [.. Enumerable.Range(0, 60).Select(i => i / 60.0)]), out _));

    [Fact]
    public void ClassWithoutProbabilities_SaysNothing() =>
        Assert.Null(SuspectFinder.Find("dev", Classes([.. Enumerable.Range(0, 60).Select(i => i % 3)], [new double[60], new double[60], null!]), out _));

    [Fact]
    public void Predictions_WithoutScores_SayNothing() =>
        Assert.Null(SuspectFinder.Find("dev", Scored([.. Enumerable.Range(0, 40).Select(i => i % 2)], [.. Enumerable.Range(0, 40).Select(i => 0.5)]) with { Scores = null }, out _));

    private static (ScoredRows Rows, HashSet<int> Flipped) Binary(int count, double noise, int seed)
    {
        var random = new Random(seed);
        var (labels, scores, flipped) = (new int[count], new double[count], new HashSet<int>());
        for (var i = 0; i < count; i++)
        {
            var truth = random.Next(2);
            scores[i] = truth == 1 ? 0.75 + (0.24 * random.NextDouble()) : 0.25 * random.NextDouble();
            if (random.NextDouble() < noise)
            {
                flipped.Add(i);
                truth = 1 - truth;
            }

            labels[i] = truth;
        }

        return (Scored(labels, scores), flipped);
    }

    private static ScoredRows Scored(int[] labels, double[] scores) => new()
    {
        Task = LearningTask.BinaryClassification,
        Count = labels.Length,
        Classes = ["0", "1"],
        Positive = 1,
        Labels = labels,
        Scores = scores,
    };

    private static ScoredRows Classes(IReadOnlyList<int> labels, double[][] probabilities) => new()
    {
        Task = LearningTask.MulticlassClassification,
        Count = labels.Count,
        Classes = ["c0", "c1", "c2"],
        Labels = [.. labels],
        Probabilities = probabilities,
    };
}
