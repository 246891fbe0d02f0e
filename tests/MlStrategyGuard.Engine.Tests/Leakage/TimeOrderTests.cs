namespace MlStrategyGuard.Engine.Tests.Leakage;

public sealed class TimeOrderTests
{
    private const string Temporal = "version: 1\ndata: { time: t }\nconsistency: { policy: temporal }";

    [Fact]
    public void RowsBeyondTheOtherSplitsEnds_AreCounted()
    {
        var order = Assert.Single(Find(Temporal, ("train", "2026-01-01 2026-01-05 2026-01-08"), ("test", "2026-01-04 2026-01-09 2026-01-10 2026-01-11")));

        Assert.Equal(new TimeOrder("train", "test") { RowsA = 3, RowsB = 4, LateA = 2, EarlyB = 1, IsExact = true }, order);
    }

    [Fact]
    public void SameDayInTrainAndDev_IsAViolation() =>
        Assert.Equal((1, 2), Late(Temporal, ("train", "2026-01-01 2026-01-05"), ("dev", "2026-01-05 2026-01-05 2026-01-06")));

    [Fact]
    public void Numbers_AreTimesToo() =>
        Assert.Equal((1, 1), Late(Temporal, ("train", "1 2 3.5"), ("test", "3 4 5")));

    [Fact]
    public void OneStrayRowThatTheSampleMayLack_IsSeen()
    {
        var train = Enumerable.Range(0, 5_000).Select(i => i == 10 ? "9000" : $"{i}");

        var order = Assert.Single(new Table(Temporal, "t").With("train", train.Select(t => (string[])[t]), memory: 100)
            .With("test", Enumerable.Range(6_000, 50).Select(i => (string[])[$"{i}"])).Find().Times);

        Assert.True(order is { LateA: >= 1, IsExact: false });
    }

    [Fact]
    public void SplitsInOrder_AreFine() =>
        Assert.All(
            Find(Temporal, ("train", "2026-01-01 2026-01-03"), ("dev", "2026-01-04"), ("test", "2026-01-05 2026-01-07")),
            order => Assert.Equal((0, 0), (order.LateA, order.EarlyB)));

    [Fact]
    public void DayThatEndsDevAndBeginsTest_IsFine() =>
        Assert.Equal((0, 0), Late(Temporal, ("dev", "2026-01-04 2026-01-05"), ("test", "2026-01-05 2026-01-07")));

    [Fact]
    public void TrainDev_IsHeldOutOfTrainAtAnyTime() =>
        Assert.Empty(Find(Temporal, ("train", "2026-01-01 2026-01-03"), ("train_dev", "2026-01-02")));

    [Fact]
    public void RandomPolicy_AsksForNoOrder() =>
        Assert.Empty(Find("version: 1\ndata: { time: t }", ("train", "2026-01-01 2026-01-03"), ("test", "2026-01-02")));

    [Fact]
    public void WordsAreNoTimes_AndThereIsNoOrder() =>
        Assert.Empty(Find(Temporal, ("train", "monday tuesday"), ("test", "friday monday")));

    [Fact]
    public void DatesAndNumbers_HaveNoOrder() =>
        Assert.Empty(Find(Temporal, ("train", "2026-01-01 2026-01-03"), ("test", "1 2")));

    [Fact]
    public void RowsWithoutATime_DontCount() =>
        Assert.Equal((0, 0), Late(Temporal, ("train", "2026-01-01 NA 2026-01-03"), ("test", "2026-01-04 NA")));

    [Theory]
    [InlineData("7 days", 2, 1)]
    [InlineData("6 days", 1, 1)]
    [InlineData("5 d", 0, 0)]
    [InlineData("120 h", 0, 0)]
    [InlineData("0 s", 0, 0)]
    public void RowsWithinTheEmbargo_AreCounted(string embargo, long late, long early) =>
        Assert.Equal(
            (late, early),
            Late(Embargo(embargo), ("train", "2026-01-01 2026-01-04 2026-01-05"), ("dev", "2026-01-10 2026-01-12 2026-01-20")));

    [Theory]
    [InlineData("3", 1)]
    [InlineData("2", 0)]
    public void EmbargoOfNumbers_IsInTheirUnit(string embargo, long late) =>
        Assert.Equal((late, late), Late(Embargo(embargo), ("train_dev", "1 2"), ("test", "4 9")));

    [Fact]
    public void Embargo_IsNoneBetweenDevAndTest() =>
        Assert.Equal((0, 0), Late(Embargo("9 days"), ("dev", "2026-01-01 2026-01-05"), ("test", "2026-01-05 2026-01-10")));

    [Theory]
    [InlineData("7 days", "1 2", "4 9")]
    [InlineData("7", "2026-01-01 2026-01-05", "2026-01-06")]
    public void EmbargoInAnotherUnit_IsNotChecked(string embargo, string train, string test) =>
        Assert.Equal((0, 0), Late(Embargo(embargo), ("train", train), ("test", test)));

    private static string Embargo(string embargo) => Temporal.Replace("temporal", $"temporal, embargo: {embargo}", StringComparison.Ordinal);

    private static (long A, long B) Late(string strategy, params (string Split, string Times)[] splits)
    {
        var order = Assert.Single(Find(strategy, splits));
        return (order.LateA, order.EarlyB);
    }

    private static IReadOnlyList<TimeOrder> Find(string strategy, params (string Split, string Times)[] splits)
    {
        var table = new Table(strategy, "t", "x");
        foreach (var (split, times) in splits)
            table.With(split, times.Split(' ').Select((time, i) => (string[])[time, $"{i}"]));
        return table.Find().Times;
    }
}
