using System.Globalization;
using System.Text;
using MlStrategyGuard.Engine.Comparison;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Engine.Tests.Comparison;

namespace MlStrategyGuard.Engine.Tests.Pinned;

public sealed class PinnedComparisonTests
{
    private static readonly Strategy Classes = Profiles.Strategy("version: 1\ntask: multiclass_classification\ndata: { label: y }\n");

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void LevelsMissingCodesAndLabel_AreComparedExactlyAsFromData(int seed)
    {
        var random = new Random(seed);
        int[] rows = [120 + random.Next(2_000), 120 + random.Next(2_000)];
        var shift = seed % 4 * 0.05;
        var splits = Profiles.Of(
            Classes,
            ("dev", ["y", "few", "tail", "code", "flag", "gap"], Rows(random, rows[0], 0)),
            ("test", ["y", "few", "tail", "code", "flag", "gap"], Rows(random, rows[1], shift)));
        var expected = Compare(Classes, ComparedSplit.Of(splits[0]), ComparedSplit.Of(splits[1]));

        Assert.InRange(expected.Columns.Count, 7, 12);
        foreach (var (a, b) in Pairs(Classes, splits))
        {
            var actual = Compare(Classes, a, b);
            Assert.Equal(expected.Columns.Select(WithoutNames), actual.Columns.Select(WithoutNames));
            Assert.Equal(
                expected.Columns.Select(column => (column.Picture?.A, column.Picture?.B)),
                actual.Columns.Select(column => (column.Picture?.A, column.Picture?.B)));
            Assert.Null(actual.Joint);
        }

        static IEnumerable<string[]> Rows(Random random, int count, double shift)
        {
            for (var i = 0; i < count; i++)
            {
                yield return
                [
                    "class " + (random.NextDouble() < 0.3 + shift ? 0 : random.Next(3) + (random.Next(200) == 0 ? 9 : 0)),
                    "abcde"[random.Next(random.NextDouble() < shift ? 2 : 5)].ToString(),
                    "level " + Math.Floor(Math.Exp(Draws.Normal(random) * (1 + shift)) * 8),
                    (random.NextDouble() < shift ? 1 : Math.Floor(random.NextDouble() * random.NextDouble() * 15)).ToString(CultureInfo.InvariantCulture),
                    random.NextDouble() < 0.02 + shift ? "yes" : "no",
                    random.NextDouble() < 0.1 + shift ? "" : "there",
                ];
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void NumbersDatesAndTexts_AreNeverCalledSameUnlessTheDataIs(int seed)
    {
        var strategy = Profiles.Strategy("version: 1\ndata: { columns: { words: text } }\n");
        var random = new Random(seed);
        var shift = seed % 4 * 0.06;
        var splits = Profiles.Of(
            strategy,
            ("dev", ["x", "n", "d", "words", "mixed"], Rows(random, 200 + (seed * 100), 0)),
            ("test", ["x", "n", "d", "words", "mixed"], Rows(random, 4_000, shift)));
        var expected = Compare(strategy, ComparedSplit.Of(splits[0]), ComparedSplit.Of(splits[1]));
        foreach (var (a, b) in Pairs(strategy, splits))
        {
            var actual = Compare(strategy, a, b);
            Assert.Equal(["x", "n", "d", "words", "mixed", "mixed"], actual.Columns.Select(column => column.Column));
            foreach (var pinned in actual.Columns)
            {
                var data = expected.Columns.Single(column => (column.Column, column.Aspect, column.Kind) == (pinned.Column, pinned.Aspect, pinned.Kind));
                Assert.True(pinned.Verdict != Verdict.Same || data.Verdict == Verdict.Same, data.Column);
                Assert.True(pinned.Upper >= data.Upper - 1e-12 && pinned.Estimate <= data.Estimate + 1e-12, data.Column);
            }

            if (shift == 0)
                Assert.All(actual.Columns, column => Assert.InRange(column.Verdict, Verdict.Same, Verdict.NoShiftFound));
        }

        static IEnumerable<string[]> Rows(Random random, int count, double shift)
        {
            for (var i = 0; i < count; i++)
            {
                var value = Draws.Normal(random) + (4 * shift);
                yield return
                [
                    value.ToString("R", CultureInfo.InvariantCulture),
                    Math.Floor(10 * Math.Exp(0.5 * value)).ToString(CultureInfo.InvariantCulture),
                    new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(Math.Floor(100 * (random.NextDouble() + shift))).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    new string('w', 1 + (int)(Math.Abs(value) * 30)) + i.ToString(CultureInfo.InvariantCulture),
                    random.Next(30) == 0 ? "off" : Math.Round(100 * value).ToString(CultureInfo.InvariantCulture),
                ];
            }
        }
    }

    [Fact]
    public void ClearShiftOfNumbers_IsDifferentFromProfilesToo()
    {
        var random = new Random(7);
        var splits = Profiles.Of(
            Classes,
            ("dev", ["x", "y"], Rows(2_000, () => [Draws.Normal(random).ToString("R", CultureInfo.InvariantCulture), "a"])),
            ("test", ["x", "y"], Rows(2_000, () => [(Draws.Normal(random) + 0.5).ToString("R", CultureInfo.InvariantCulture), "a"])));

        Assert.All(Pairs(Classes, splits), pair => Assert.Equal(Verdict.Different, Compare(Classes, pair.A, pair.B).Verdict));
    }

    [Fact]
    public void ColumnOfNames_IsLeftOutAsFromData()
    {
        var strategy = new Strategy();
        var splits = Profiles.Of(
            strategy,
            ("dev", ["name", "x"], Rows(100, i => [$"Anna {i}", "1"])),
            ("test", ["name", "x"], Rows(100, i => [$"Bert {i}", "1"])));

        Assert.All(Pairs(strategy, splits), pair => Assert.Contains(new("name", "identifier"), Compare(strategy, pair.A, pair.B).LeftOut));
    }

    [Fact]
    public void LevelsHereAndTextsThere_AreComparedInBuckets()
    {
        var random = new Random(2);
        var strategy = new Strategy();
        var splits = Profiles.Of(
            strategy,
            ("dev", ["word"], Rows(60, () => ["w" + random.Next(80)])),
            ("test", ["word"], Rows(3_000, () => ["w" + random.Next(80)])));

        Assert.All(Pairs(strategy, splits), pair =>
        {
            var column = Compare(strategy, pair.A, pair.B).Columns.Single(column => column.Aspect == ColumnAspect.Values);
            Assert.InRange(column.Verdict, Verdict.Same, Verdict.NoShiftFound);
            Assert.Equal(ColumnKind.Categorical, column.Kind);
        });
    }

    [Fact]
    public void NoShift_RaisesNoMoreAlarmsThanPromised()
    {
        const int Pairs = 150;
        var alarms = new int[3];
        for (var draw = 0; draw < Pairs; draw++)
        {
            var random = new Random(draw);
            var splits = Profiles.Of(Classes, ("dev", ["x", "y", "z"], Rows(250, Row)), ("test", ["x", "y", "z"], Rows(150, Row)));
            var i = 0;
            foreach (var (a, b) in PinnedComparisonTests.Pairs(Classes, splits))
                alarms[i++] += Compare(Classes, a, b).Verdict is Verdict.Shifted or Verdict.Different ? 1 : 0;

            string[] Row() =>
            [
                Draws.Normal(random).ToString("R", CultureInfo.InvariantCulture),
                random.Next(5) == 0 ? "a" : "b",
                Math.Floor(30 * Math.Exp(Draws.Normal(random))).ToString(CultureInfo.InvariantCulture),
            ];
        }

        // One in a hundred, and three standard errors.
        Assert.All(alarms, count => Assert.InRange(count, 0, 6));
    }

    [Fact]
    public void RareValuesIdsAndIgnoredColumns_AreNowhereInTheFile()
    {
        var strategy = Profiles.Strategy("version: 1\ndata: { id: id, ignore: [secret], label: y }\n");
        var split = Profiles.Of(strategy, ("dev", ["id", "secret", "y", "city", "name", "x"], Rows(100, i =>
        [
            $"id-{i}", $"secret-{i % 2}", i % 2 == 0 ? "yes" : "no", i < 9 ? $"Hamlet{i / 3}" : "Town", $"Anna Berg-{i}",
            (1_234.567 + (i * 0.001_37)).ToString("R", CultureInfo.InvariantCulture),
        ])))[0];

        var text = Encoding.UTF8.GetString(Pin.ToBytes(strategy, split));

        Assert.DoesNotContain("Hamlet", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", text, StringComparison.Ordinal);
        Assert.DoesNotContain("id-", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-", text, StringComparison.Ordinal);
        Assert.Contains("\"Town\":91", text, StringComparison.Ordinal);
        Assert.Contains("\"yes\":50", text, StringComparison.Ordinal);
        Assert.DoesNotContain((1_234.567).ToString("R", CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
        Assert.DoesNotContain((1_234.567 + (99 * 0.001_37)).ToString("R", CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
    }

    [Fact]
    public void OrderOfRows_ChangesNoByte()
    {
        var random = new Random(4);
        var rows = Rows(500, i => [Draws.Normal(random).ToString("R", CultureInfo.InvariantCulture), "w" + (i % 70), "t" + (i % 3)]).ToList();
        var forward = Profiles.Of("dev", ["x", "word", "t"], rows);
        var backward = Profiles.Of("dev", ["x", "word", "t"], Enumerable.Reverse(rows));

        Assert.Equal(Pin.ToBytes(new Strategy(), forward), Pin.ToBytes(new Strategy(), backward));
    }

    private static IEnumerable<(ComparedSplit A, ComparedSplit B)> Pairs(Strategy strategy, IReadOnlyList<SplitProfile> splits)
    {
        var (a, b) = (Pin.ReadBack(strategy, splits[0]), Pin.ReadBack(strategy, splits[1]));
        yield return (a, ComparedSplit.Of(splits[1]));
        yield return (ComparedSplit.Of(splits[0]), b);
        yield return (a, b);
    }

    private static MlStrategyGuard.Comparison Compare(Strategy strategy, ComparedSplit a, ComparedSplit b) =>
        SplitComparer.Compare(strategy, a, b, ComparisonReason.DevAndTest);

    private static ColumnComparison WithoutNames(ColumnComparison column) => column with { Movers = Array.Empty<MovedShare>(), Picture = null };

    private static IEnumerable<string[]> Rows(int count, Func<string[]> row) => [.. Enumerable.Range(0, count).Select(_ => row())];

    private static IEnumerable<string[]> Rows(int count, Func<int, string[]> row) => [.. Enumerable.Range(0, count).Select(row)];
}
