using System.Globalization;
using MlStrategyGuard.Engine.Comparison;

namespace MlStrategyGuard.Engine.Tests.Comparison;

public sealed class DateAndTextTests
{
    private static readonly DateTime Start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void OtherDaysOfTheWeek_AreFound()
    {
        var random = new Random(1);
        string Day(int first, int days) => Start.AddDays((7 * random.Next(50)) + first + random.Next(days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        var columns = Compare(() => Day(0, 5), () => Day(2, 5)).Columns;

        Assert.Equal([ColumnAspect.Values, ColumnAspect.Weekday], columns.Select(column => column.Aspect));
        Assert.Equal(Verdict.Different, columns[1].Verdict);
        Assert.NotEqual(Verdict.Different, columns[0].Verdict);
        Assert.Contains(columns[1].Movers, mover => mover.Name == "value on Sunday");
    }

    [Fact]
    public void OtherHours_AreFound()
    {
        var random = new Random(2);
        string Time(int from) => Start.AddDays(random.Next(350)).AddHours(from + random.Next(8)).ToString("s", CultureInfo.InvariantCulture);

        var hour = Compare(() => Time(6), () => Time(12)).Columns.Single(column => column.Aspect == ColumnAspect.Hour);

        Assert.Equal(Verdict.Different, hour.Verdict);
    }

    [Fact]
    public void SameDatesAndTimes_AreSilent()
    {
        var random = new Random(3);
        string Time() => Start.AddHours(random.Next(9_000)).ToString("s", CultureInfo.InvariantCulture);

        Assert.InRange(Compare(Time, Time).Verdict, Verdict.Same, Verdict.NoShiftFound);
    }

    [Fact]
    public void WordThatIsSaidMoreOften_IsFoundAndNamed()
    {
        var random = new Random(4);

        var words = Compare(() => Text(random, 0.05), () => Text(random, 0.3)).Columns.Single(column => column.Aspect == ColumnAspect.Words);

        Assert.Equal(Verdict.Different, words.Verdict);
        Assert.Contains(words.Movers, mover => mover.Name == "value with \"refund\"");
        Assert.InRange(words.Lower, 0.05, 0.25);
    }

    [Fact]
    public void OtherAlphabet_IsFound()
    {
        var random = new Random(5);

        var columns = Compare(() => Text(random, 0), () => Text(random, 0).Replace('a', 'ä').Replace('e', 'ж')).Columns;

        Assert.Equal(Verdict.Different, columns.Single(column => column.Aspect == ColumnAspect.NonAscii).Verdict);
    }

    [Fact]
    public void NearlyUniqueNames_AreIdentifiers_AndSentencesAreNot()
    {
        var random = new Random(7);
        string Name() => "u" + random.NextInt64();
        string Sentence() => $"please send my {random.Next(900)} parcels to number {random.Next(900)} again";

        Assert.Equal("identifier", Assert.Single(Compare(Name, Name).LeftOut).Value);
        Assert.Empty(Compare(Sentence, Sentence).LeftOut);
    }

    [Fact]
    public void SameTexts_RaiseNoAlarm_AndAreNeverCalledTheSame()
    {
        var random = new Random(6);
        for (var draw = 0; draw < 20; draw++)
            Assert.Equal(Verdict.NoShiftFound, Compare(() => Text(random, 0.1), () => Text(random, 0.1)).Verdict);
    }

    [Theory]
    [InlineData("unknown", 1)]
    [InlineData("2024-13-01", 1)]
    [InlineData("?", 3)]
    public void FewDatesBesideValuesThatAreNone_RaiseNoAlarm(string stray, int strays)
    {
        var strategy = Profiles.Strategy("version: 1");
        for (var draw = 0; draw < 10; draw++)
        {
            var random = new Random(draw);
            string[][] Rows(int own) =>
                [.. Enumerable.Range(0, 400).Select(i => new[] { Draws.Normal(random).ToString("F3", CultureInfo.InvariantCulture), i < own ? stray : $"2024-01-0{1 + (i % 5)}" })];
            var profiles = Profiles.Of(strategy, ("dev", ["x", "day"], Rows(draw % 2 == 0 ? 0 : strays)), ("test", ["x", "day"], Rows(draw % 2 == 0 ? strays : 0)));
            var comparison = SplitComparer.Compare(strategy, ComparedSplit.Of(profiles[0]), ComparedSplit.Of(profiles[1]), ComparisonReason.DevAndTest);

            Assert.Equal(Verdict.NoShiftFound, comparison.Verdict);
            Assert.False(comparison.Joint!.IsSignificant);
        }
    }

    [Fact]
    public void DatesThatTurnAgainstAnotherColumn_AreNamedAsDates_BesideAValueThatIsNone()
    {
        var strategy = Profiles.Strategy("version: 1");
        var random = new Random(9);
        string[][] Rows(int sign, string last) =>
            [.. Enumerable.Range(0, 2_000).Select(i => new[] { (Draws.Normal(random) + (sign * ((i % 2) - 0.5) * 2)).ToString("F3", CultureInfo.InvariantCulture), i == 1_999 ? last : $"2024-01-0{1 + (i % 2)}" })];
        var profiles = Profiles.Of(strategy, ("dev", ["x", "day"], Rows(1, "2024-01-02")), ("test", ["x", "day"], Rows(-1, "none")));
        var joint = SplitComparer.Compare(strategy, ComparedSplit.Of(profiles[0]), ComparedSplit.Of(profiles[1]), ComparisonReason.DevAndTest).Joint!;

        Assert.Equal(Verdict.Different, joint.Verdict);
        Assert.Contains(joint.Movers, mover => mover.Name.Contains("day=2024-01-0", StringComparison.Ordinal));
    }

    [Fact]
    public void TheWholesBound_IsOneThatAFindingShows()
    {
        var random = new Random(2);
        string[][] Rows(int month) =>
            [.. Enumerable.Range(0, 800).Select(_ => new[] { $"2026-0{month}-{random.Next(1, 29):00}", Draws.Normal(random).ToString("F2", CultureInfo.InvariantCulture) })];
        var strategy = Profiles.Strategy("version: 1");
        var profiles = Profiles.Of(strategy, ("dev", ["day", "x"], Rows(1)), ("test", ["day", "x"], Rows(2)));
        var comparison = SplitComparer.Compare(strategy, ComparedSplit.Of(profiles[0]), ComparedSplit.Of(profiles[1]), ComparisonReason.DevAndTest);

        Assert.Equal(Verdict.Different, comparison.Verdict);
        Assert.Equal(comparison.Columns.Max(column => column.Lower), comparison.Lower);
    }

    [Fact]
    public void TheWordAtTheEndOfWhatIsLookedAt_IsNoWord()
    {
        string Lorem(string start) => start + string.Concat(Enumerable.Repeat("lorem ", 1_000));
        var columns = Compare(() => Lorem(""), () => Lorem(" ")).Columns;

        Assert.DoesNotContain(columns, column => column.Aspect == ColumnAspect.Words && column.IsSignificant);
        Assert.Equal(["lorem", "lorem"], WordTest.WordsOf("lorem lorem"));
    }

    private static string Text(Random random, double refunds)
    {
        var words = Enumerable.Range(0, 6).Select(_ => "word" + (char)('a' + random.Next(20)) + random.Next(10)).ToList();
        words[0] = random.NextDouble() < refunds ? "Refund" : "please";
        return string.Join(" ", words);
    }

    private static MlStrategyGuard.Comparison Compare(Func<string> dev, Func<string> test)
    {
        var strategy = Profiles.Strategy("version: 1");
        IEnumerable<string[]> Rows(Func<string> value) => Enumerable.Range(0, 700).Select(_ => new[] { value() }).ToList();
        var profiles = Profiles.Of(strategy, ("dev", ["value"], Rows(dev)), ("test", ["value"], Rows(test)));
        return SplitComparer.Compare(strategy, ComparedSplit.Of(profiles[0]), ComparedSplit.Of(profiles[1]), ComparisonReason.DevAndTest);
    }
}
