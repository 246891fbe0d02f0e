namespace MlStrategyGuard.Strategy.Tests.Diagnosis;

/// <summary>Ladders drawn from known true errors: how often the verdict is wrong, and how often there is none.</summary>
public sealed class LadderSimulationTests
{
    private const int Draws = 400;

    /// <summary>Gaps of 2.0, 1.5, 0.5 and 0.2 points above a Bayes error of 1 %: bias dominates.</summary>
    private static readonly double[] Clear = [0.01, 0.03, 0.045, 0.05, 0.052];

    /// <summary>Gaps of 2.0, 1.9, 0.5 and 0.2 points.</summary>
    private static readonly double[] NearlyEqual = [0.01, 0.03, 0.049, 0.054, 0.056];

    [Theory]
    [InlineData(500)]
    [InlineData(2_000)]
    [InlineData(10_000)]
    [InlineData(50_000)]
    public void WrongDominantCause_IsRareAtAnyNumberOfRows(int rows)
    {
        Assert.InRange(Simulate(Clear, rows, seed: 1).Wrong, 0, 0.03);
        Assert.InRange(Simulate(NearlyEqual, rows, seed: 2).Wrong, 0, 0.03);
    }

    [Fact]
    public void NaiveLargestGap_IsWrongFarMoreOftenOnFewRows() =>
        Assert.True(Simulate(Clear, 500, seed: 1).NaiveWrong > 0.25);

    [Fact]
    public void ManyRows_ReachTheRightVerdict() =>
        Assert.True(Simulate(Clear, 100_000, seed: 3).Right > 0.9);

    [Theory]
    [InlineData(500)]
    [InlineData(2_000)]
    public void RowsThatAreAskedFor_ReachTheVerdictInFourCasesOutOfFive(int rows)
    {
        double[] errors = [0.01, 0.05, 0.065, 0.07, 0.072];
        var asked = Of(errors, 200).RowsFactor!.Value * 200;
        Assert.True(Simulate(errors, (int)Math.Ceiling(asked), seed: 4).Right >= 0.8);

        // The same from the other end: a ladder that can't tell yet, whatever its rows are.
        asked = Of(Clear, rows).RowsFactor!.Value * rows;
        Assert.True(Simulate(Clear, (int)Math.Ceiling(asked), seed: 5).Right >= 0.8);
    }

    private static (double Wrong, double Right, double NaiveWrong) Simulate(double[] errors, int rows, int seed)
    {
        var random = new Random(seed);
        var (wrong, right, naive) = (0, 0, 0);
        for (var i = 0; i < Draws; i++)
        {
            var drawn = errors.Select((error, rung) => rung == 0 ? error : (double)Binomial(random, rows, error) / rows).ToArray();
            var ladder = Of(drawn, rows);
            if (ladder.Dominant is { } dominant)
                _ = dominant.Cause == GapCause.Bias ? right++ : wrong++;
            if (ladder.Gaps.MaxBy(gap => gap.Value)!.Cause != GapCause.Bias)
                naive++;
        }

        return ((double)wrong / Draws, (double)right / Draws, (double)naive / Draws);
    }

    /// <summary>The hits of a binomial draw, by the geometric waits between them.</summary>
    private static int Binomial(Random random, int rows, double share)
    {
        var hits = 0;
        var scale = Math.Log(1 - share);
        for (double position = 0; ; hits++)
        {
            position += Math.Floor(Math.Log(1 - random.NextDouble()) / scale) + 1;
            if (position > rows)
                return hits;
        }
    }

    private static Ladder Of(double[] errors, int rows) => Ladders.Of(errors, rows);
}
