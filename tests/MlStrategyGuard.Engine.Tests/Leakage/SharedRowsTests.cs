using static MlStrategyGuard.Engine.Tests.Leakage.Table;

namespace MlStrategyGuard.Engine.Tests.Leakage;

public sealed class SharedRowsTests
{
    private const string Plain = "version: 1\ndata: { label: y }";

    private static readonly string[] Header = ["a", "b", "c", "y"];

    [Theory]
    [InlineData(20)]
    [InlineData(300)]
    [InlineData(5_000)]
    public void SameRowsInTwoSplits_AreCopies(int rows)
    {
        var table = Unique(new Random(rows), rows);

        Assert.Equal(RepeatCause.Copies, Cause(Plain, table, table));
    }

    [Fact]
    public void SameRowsInAnotherOrder_AreCopies()
    {
        var table = Unique(new Random(1), 60);

        Assert.Equal(RepeatCause.Copies, Cause(Plain, table, [.. table.Reverse()]));
    }

    [Fact]
    public void SameTableOfFewLevels_IsCopied()
    {
        var table = FewLevels(new Random(2), 800, levels: 8);

        Assert.Equal(RepeatCause.Copies, Cause(Plain, table, table));
    }

    [Fact]
    public void FewTestRowsLeftInTrain_AreCopiesAndCounted()
    {
        var random = new Random(3);
        var test = Unique(random, 500);

        var rows = Find(Plain, [.. Unique(random, 4_500), .. test[..25]], test);

        Assert.Equal(RepeatCause.Copies, rows.Cause);
        Assert.Equal((25, 25, 25, 25), (rows.SharedA, rows.SharedB, rows.Patterns, rows.Repeated));
        Assert.InRange(rows.Expected, 4, 5); // 2 pq of 25 at 9 to 1.
    }

    [Fact]
    public void CopiesAmongNaturalRepeats_AreFound()
    {
        var random = new Random(4);
        var test = FewLevels(random, 2_000, levels: 40);

        Assert.Equal(RepeatCause.Copies, Cause(Plain, [.. FewLevels(random, 2_000, levels: 40), .. test], test));
    }

    [Fact]
    public void TestLeftInTrain_IsFoundInSpiteOfOtherSpelling()
    {
        var test = Unique(new Random(5), 100);
        string[][] respelled = [.. test.Select(row => row[..3].Select(field => field + "0").Append(row[3]).ToArray())];

        Assert.Equal(RepeatCause.Copies, Cause(Plain, respelled, test));
    }

    [Fact]
    public void FortyRandomSplitsOfTablesThatRepeat_GiveNoCopies()
    {
        var random = new Random(6);
        for (var draw = 0; draw < 40; draw++)
        {
            var (first, second) = Split(random, FewLevels(random, 1_000, levels: 2 + (3 * draw)), random.Next(100, 900));
            Assert.Equal(RepeatCause.Chance, Cause(Plain, first, second));
        }
    }

    [Fact]
    public void IndependentDrawsOfSkewedLevels_AreChance()
    {
        var random = new Random(7);
        for (var draw = 0; draw < 15; draw++)
        {
            string[][] Draw(int rows) => [.. Enumerable.Range(0, rows).Select(_ => (string[])
                [Level(random), Level(random), Level(random), random.Next(2).ToString(System.Globalization.CultureInfo.InvariantCulture)])];
            Assert.Equal(RepeatCause.Chance, Cause(Plain, Draw(3_000), Draw(300)));
        }
    }

    [Fact]
    public void AnswersOfPeopleWhoTickTheSameBoxThroughout_AreChance()
    {
        var random = new Random(11);
        string[][] Survey(int count) =>
        [
            .. Enumerable.Range(0, count).Select(_ =>
            {
                var mood = 3 + (1.3 * Normal(random));
                return (string[])[.. Enumerable.Range(0, 20).Select(_ => Number(Math.Clamp(Math.Round(mood + (0.5 * Normal(random))), 1, 5)))];
            }),
        ];
        var table = new Table("version: 1", [.. Enumerable.Range(1, 20).Select(i => $"answer{i}")]).With("dev", Survey(1_000)).With("test", Survey(1_000));

        Assert.Equal(RepeatCause.Chance, Assert.Single(table.Find().Rows).Cause);
    }

    [Fact]
    public void ThingsThatOccurSeveralTimesSplitAtRandom_AreEntities()
    {
        var random = new Random(8);
        var things = Unique(random, 800);
        var (train, test) = Split(random, [.. things.Concat(things).Concat(things)], 1_800);

        Assert.Equal(RepeatCause.Entities, Cause(Plain, train, test));
    }

    [Fact]
    public void ThingsThatOccurSeveralTimesKeptTogether_AreSilent()
    {
        var random = new Random(9);
        var things = Unique(random, 800);

        Assert.Equal(RepeatCause.Chance, Cause(Plain, [.. things[..600], .. things[..600], .. things[..600]], [.. things[600..], .. things[600..]]));
    }

    [Fact]
    public void TrainMultipliedAfterTheSplit_IsSilent()
    {
        var random = new Random(10);
        var train = FewLevels(random, 900, levels: 12);

        Assert.Equal(RepeatCause.Chance, Cause(Plain, [.. train, .. train, .. train, .. train, .. train], FewLevels(random, 300, levels: 12)));
    }

    [Fact]
    public void DesignWithEveryCombinationOnceInEachSplit_IsSilent()
    {
        var random = new Random(11);
        string[][] Design() => [.. from month in Enumerable.Range(1, 12)
                                   from hour in Enumerable.Range(0, 24)
                                   select (string[])[$"{month}", $"{hour}", "x", Number(random.NextDouble())]];

        Assert.Equal(RepeatCause.Chance, Cause(Plain, Design(), Design()));
    }

    [Fact]
    public void OneOrTwoEqualRows_AreChance()
    {
        var random = new Random(12);
        var test = Unique(random, 300);

        Assert.Equal(RepeatCause.Chance, Cause(Plain, [.. Unique(random, 600), .. test[..2]], test));
    }

    [Fact]
    public void DifferentRows_AreChance()
    {
        var random = new Random(13);

        var rows = Find(Plain, Unique(random, 500), Unique(random, 400));

        Assert.Equal((RepeatCause.Chance, 0, 0, 1.0), (rows.Cause, rows.SharedA, rows.Repeated, rows.P));
    }

    [Fact]
    public void OrderOfRows_ChangesNothing()
    {
        var random = new Random(14);
        var (a, b) = (FewLevels(random, 700, 9), FewLevels(random, 400, 9));

        Assert.Equal(Find(Plain, a, b), Find(Plain, [.. a.Reverse()], [.. b.OrderBy(row => row[1])]));
    }

    [Fact]
    public void AllPairsOfSplits_AreLookedAt()
    {
        var random = new Random(15);
        var test = Unique(random, 100);

        var rows = new Table(Plain, Header).With("test", test).With("dev", Unique(random, 100))
            .With("train", [.. Unique(random, 900), .. test]).With("train_dev", Unique(random, 100)).Find().Rows;

        Assert.Equal(
            ["train/train_dev", "train/dev", "train/test", "train_dev/dev", "train_dev/test", "dev/test"],
            rows.Select(pair => $"{pair.A}/{pair.B}"));
        Assert.Equal(["train/test"], rows.Where(pair => pair.Cause == RepeatCause.Copies).Select(pair => $"{pair.A}/{pair.B}"));
    }

    private static RepeatCause Cause(string strategy, string[][] a, string[][] b) => Find(strategy, a, b).Cause;

    private static SharedRows Find(string strategy, string[][] a, string[][] b) =>
        Assert.Single(new Table(strategy, Header).With("train", a).With("test", b).Find().Rows);

    private static string[][] Unique(Random random, int rows) =>
        [.. Enumerable.Range(0, rows).Select(_ => (string[])
            [Number(random.NextDouble()), Number(Math.Round(Normal(random), 2)), Number(random.Next(5) + 0.5), $"{random.Next(2)}"])];

    /// <summary>Two correlated columns and a third, of so many levels each; the label depends on them.</summary>
    private static string[][] FewLevels(Random random, int rows, int levels) =>
        [.. Enumerable.Range(0, rows).Select(_ =>
        {
            var a = random.Next(levels);
            var b = (a + random.Next(3)) % levels;
            return (string[])[$"l{a}", $"{b}", $"{random.Next(levels)}", a + b > levels ? "yes" : "no"];
        })];

    private static string Level(Random random) => "v" + (int)Math.Exp(3 * random.NextDouble());
}
