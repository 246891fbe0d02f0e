using System.Globalization;
using MlStrategyGuard.Engine.Comparison;

namespace MlStrategyGuard.Engine.Tests.Comparison;

public sealed class RowsNeededTests
{
    private static readonly Strategy Plain = Profiles.Strategy("version: 1");

    [Fact]
    public void ManyLevels_AskForTheRowsOfAllLevelsThatThoseRowsTellApart()
    {
        var random = new Random(1);

        var comparison = Compare(500, _ => "level" + random.Next(100), 500, _ => "level" + random.Next(100));

        // 500 rows tell half of the levels apart; all 100 beside the test of new levels take 2 (3.44 / .05)² = 9,467 rows.
        Assert.Equal(Verdict.NoShiftFound, comparison.Verdict);
        Assert.InRange(comparison.RowsNeeded!.Value, 9_400, 9_500);
    }

    [Fact]
    public void TwoLevels_AskForFewRows()
    {
        var random = new Random(2);

        var comparison = Compare(500, _ => "ab"[random.Next(2)].ToString(), 500, _ => "ab"[random.Next(2)].ToString());

        Assert.Equal(1_800, comparison.RowsNeeded); // 2 (1.5 / .05)².
    }

    [Fact]
    public void ShiftNearTheTolerance_AsksForMoreRowsThanItsEstimateAlone()
    {
        var comparison = Compare(1_000, i => Number(i), 1_000, i => Number(i + 100));

        // D is .1 and its standard error at most .022: not .05 but .039 is taken for its distance from the limit.
        Assert.Equal(Verdict.Shifted, comparison.Verdict);
        Assert.InRange(comparison.RowsNeeded!.Value, 7_500, 8_200);
    }

    [Fact]
    public void ShiftFarBeyondTheTolerance_AsksForFewMoreRows()
    {
        var comparison = Compare(300, i => Number(i), 300, i => Number(i + 45));

        Assert.Equal(Verdict.Shifted, comparison.Verdict);
        Assert.InRange(comparison.RowsNeeded!.Value, 300, 2_500);
    }

    [Fact]
    public void SameOrDifferent_AsksForNothing()
    {
        Assert.Null(Compare(20_000, i => Number(i), 20_000, i => Number(i)).RowsNeeded);
        Assert.Null(Compare(20_000, i => Number(i), 20_000, i => Number(i + 5_000)).RowsNeeded);
    }

    private static string Number(int value) => (value + 0.5).ToString(CultureInfo.InvariantCulture);

    private static MlStrategyGuard.Comparison Compare(int n, Func<int, string> first, int m, Func<int, string> second) =>
        SplitComparer.Compare(
            Plain,
            ComparedSplit.Of(Profiles.Of("dev", ["x"], Enumerable.Range(0, n).Select(i => new[] { first(i) }))),
            ComparedSplit.Of(Profiles.Of("test", ["x"], Enumerable.Range(0, m).Select(i => new[] { second(i) }))),
            ComparisonReason.DevAndTest);
}
