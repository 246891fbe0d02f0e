using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Diagnosis;

public sealed class OptimismTests
{
    [Fact]
    public void BestOfThree_IsOptimisticByTheNoiseOfItsFigure()
    {
        var found = Of("a accuracy 0.90 1000; b accuracy 0.88 1000; c accuracy 0.89 1000; d accuracy 0.7 1000", "a")!;

        Assert.Equal(3, found.Candidates);
        Assert.Equal(Math.Sqrt(2 * Math.Log(3) * 0.9 * 0.1 / 1000), found.AtMost, 1e-12);
    }

    [Fact]
    public void WinnerWithoutAChoice_IsOptimisticToo() =>
        Assert.Equal(2, Of("a accuracy 0.90 1000; b accuracy 0.88 1000", null)!.Candidates);

    [Theory]
    [InlineData("a accuracy 0.90 1000", "a")]
    [InlineData("a accuracy 0.90 1000; b accuracy 0.91 1000", "a")]
    [InlineData("a accuracy 0.90 1000; b accuracy 0.80 1000", "a")]
    [InlineData("a accuracy 0.90; b accuracy 0.88", "a")]
    [InlineData("a accuracy 0.90 1000; b f1 0.88 1000", "a")]
    public void AloneOrNotTheBestOrFarAheadOrExact_IsNotOptimistic(string candidates, string choice) => Assert.Null(Of(candidates, choice));

    [Fact]
    public void CandidateThatFailsAThreshold_WasNotChosenAmong()
    {
        var found = StrategyReader.Read(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: [{ metric: latency_ms, at_most: 100 }] }
            candidates:
              - { name: a, measured: { accuracy: { value: 0.90, rows: 1000 }, latency_ms: 50 } }
              - { name: b, measured: { accuracy: { value: 0.95, rows: 1000 }, latency_ms: 500 } }
              - { name: c, measured: { accuracy: { value: 0.89, rows: 1000 }, latency_ms: 50 } }
            choice: a
            """).Strategy;

        Assert.Equal(2, Optimism.Of(found)!.Candidates);
    }

    [Fact]
    public void RunsOfTheHistory_CountWhereTheyAreMore()
    {
        var runs = string.Join(", ", Enumerable.Range(1, 20).Select(run => $"{{ run: {run} }}"));
        var found = Of("a accuracy 0.90 1000; b accuracy 0.88 1000", "a", $"history: [{runs}]")!;

        Assert.Equal(20, found.Candidates);
    }

    [Fact]
    public void CandidatesThatHardlyDiffer_LeaveLittleToChooseAmong()
    {
        var strategy = StrategyReader.Read(Text("a accuracy 0.90 1000; b accuracy 0.899 1000", "a", "")).Strategy;
        var lead = new Lead("a", "b", 0.001, -0.00096, 0.00296, 0.3, 1000);
        strategy = strategy with { Candidates = [.. strategy.Candidates.Select(candidate => candidate with { Leads = [lead] })] };

        // Half of the variance of the difference is each one's own: 0.001 / √2, times √(2 ln 2).
        Assert.Equal(0.001 / Math.Sqrt(2) * Math.Sqrt(2 * Math.Log(2)), Optimism.Of(strategy)!.AtMost, 1e-9);
    }

    [Fact]
    public void BestOfMany_IsTooGoodByLessThanThat()
    {
        // Forty candidates of one error on 1,000 rows each: how far is the best of them above what it is worth?
        const int Draws = 400, Candidates = 40;
        var random = new Random(1);
        var excess = 0.0;
        for (var draw = 0; draw < Draws; draw++)
        {
            excess += Enumerable.Range(0, Candidates)
                .Max(_ => 0.9 + (Math.Sqrt(0.9 * 0.1 / 1000) * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))) - 0.9;
        }

        var said = Of(string.Join("; ", Enumerable.Range(0, Candidates).Select(i => $"m{i} accuracy 0.90 1000")), "m0")!.AtMost;

        Assert.InRange(excess / Draws, 0.6 * said, said);
    }

    private static Optimism? Of(string candidates, string? choice, string more = "") =>
        Optimism.Of(StrategyReader.Read(Text(candidates, choice, more)).Strategy);

    private static string Text(string candidates, string? choice, string more)
    {
        var list = candidates.Split("; ").Select(one => one.Split(' ')).Select(one =>
            $"- {{ name: {one[0]}, measured: {{ {one[1]}: {(one.Length > 3 ? $"{{ value: {one[2]}, rows: {one[3]} }}" : one[2])} }} }}");
        return $"version: 1\nmetrics: {{ optimize: accuracy }}\ncandidates:\n{string.Join('\n', list)}\n{(choice is null ? "" : $"choice: {choice}\n")}{more}";
    }
}
