using System.Globalization;
using System.IO.Compression;
using MlStrategyGuard.Engine.Comparison;

namespace MlStrategyGuard.Engine.Tests.Comparison;

public sealed class SplitComparerTests
{
    private static readonly Strategy Plain = Profiles.Strategy("version: 1");

    [Fact]
    public void HundredRandomHalvesOfRealData_GiveNoDifferentAndAlmostNoShifted()
    {
        var (header, rows) = Randhie();
        var random = new Random(1);
        var (different, shifted) = (0, 0);
        for (var draw = 0; draw < 100; draw++)
        {
            var order = rows.ToArray();
            random.Shuffle(order);
            var comparison = Compare(Plain, header, order[..(order.Length / 2)], order[(order.Length / 2)..]);
            different += comparison.Verdict == Verdict.Different ? 1 : 0;
            shifted += comparison.Verdict == Verdict.Shifted ? 1 : 0;
        }

        Assert.Equal(0, different);
        Assert.InRange(shifted, 0, 3); // One in a hundred is promised at most; four would be a chance of 2 %.
    }

    [Fact]
    public void RealDataAgainstItself_IsTheSame()
    {
        var (header, rows) = Randhie();

        var comparison = Compare(Plain, header, rows, rows);

        Assert.Equal(Verdict.Same, comparison.Verdict);
        Assert.Equal(0, comparison.Lower);
        Assert.All(comparison.Columns, column => Assert.False(column.IsSignificant));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(99)]
    public void AnythingAgainstItself_IsNeverDifferent_WhateverIsMissing(int percentMissing)
    {
        var random = new Random(percentMissing);
        var rows = Rows(300, _ => [random.Next(100) < percentMissing ? "" : Number(random.NextDouble()), random.Next(100) < percentMissing ? "NA" : "abc"[..random.Next(1, 4)]]);

        var verdict = Compare(Plain, ["x", "word"], rows, rows).Verdict;

        Assert.InRange(verdict, Verdict.Same, Verdict.NoShiftFound);
    }

    [Fact]
    public void SameDistribution_MixedTable_AlarmsAtMostAsOftenAsPromised()
    {
        var random = new Random(7);
        var alarms = 0;
        for (var draw = 0; draw < 200; draw++)
        {
            string[][] Draw() => Rows(500, _ =>
            [
                Number(Normal(random)), Number(Math.Exp(2 * Normal(random))), random.Next(5).ToString(CultureInfo.InvariantCulture),
                "level" + (int)Math.Exp(4 * random.NextDouble()), random.Next(10) == 0 ? "" : "yes",
            ]);
            var comparison = Compare(Plain, ["normal", "heavy", "code", "word", "gap"], Draw(), Draw());
            alarms += comparison.Verdict >= Verdict.Shifted ? 1 : 0;
        }

        Assert.InRange(alarms, 0, 7); // α is 1 %; eight of 200 would be a chance below 0.2 %.
    }

    [Fact]
    public void LabelFromFiveToTenPercent_IsFoundAtTwoThousandRows()
    {
        var strategy = Profiles.Strategy("version: 1\ntask: binary_classification\ndata: { label: y }");
        var random = new Random(3);
        var found = 0;
        for (var draw = 0; draw < 200; draw++)
        {
            string[][] Draw(double share) => Rows(2_000, _ => [random.NextDouble() < share ? "1" : "0", Number(Normal(random))]);
            found += Compare(strategy, ["y", "x"], Draw(0.05), Draw(0.10)).Verdict >= Verdict.Shifted ? 1 : 0;
        }

        Assert.InRange(found, 195, 200);
    }

    [Fact]
    public void FraudTwentyfold_IsDifferentThoughItMovesLessThanTheTolerance()
    {
        var strategy = Profiles.Strategy("version: 1\ntask: binary_classification\ndata: { label: fraud }");

        var comparison = Compare(strategy, ["fraud"],
            Rows(100_000, i => [i < 50 ? "1" : "0"]), Rows(100_000, i => [i < 950 ? "1" : "0"]));

        var label = Assert.Single(comparison.Columns);
        Assert.Equal(Verdict.Different, label.Verdict);
        Assert.Equal(0.25 * 0.005, label.RelativeLimit!.Value, 12);
        Assert.InRange(label.Lower, 0.007, 0.009);
    }

    [Fact]
    public void SignificantAndSmall_IsTheSame()
    {
        var random = new Random(5);

        var comparison = Compare(Plain, ["x"],
            Rows(100_000, _ => [Number(Normal(random))]), Rows(100_000, _ => [Number(Normal(random) + 0.04)]));

        var column = Assert.Single(comparison.Columns);
        Assert.True(column.IsSignificant);
        Assert.Equal(Verdict.Same, column.Verdict);
    }

    [Fact]
    public void MoreData_NeverLosesAShift()
    {
        var verdicts = new[] { 200, 1_000, 5_000, 25_000 }.Select(rows =>
        {
            var random = new Random(11);
            return Compare(Plain, ["x"],
                Rows(rows, _ => [Number(Normal(random))]), Rows(rows, _ => [Number(Normal(random) + 0.5)])).Verdict;
        }).ToList();

        Assert.Equal(Verdict.Different, verdicts[^1]);
        Assert.Equal(verdicts.OrderBy(verdict => verdict), verdicts);
    }

    [Fact]
    public void FewRows_SayWhatWouldHaveShownAndHowManyAreNeeded()
    {
        var random = new Random(2);

        var comparison = Compare(Plain, [.. Enumerable.Range(0, 20).Select(i => "x" + i)],
            Rows(2_000, _ => [.. Enumerable.Range(0, 20).Select(_ => Number(random.NextDouble()))]),
            Rows(2_000, _ => [.. Enumerable.Range(0, 20).Select(_ => Number(random.NextDouble()))]));

        Assert.Equal(Verdict.NoShiftFound, comparison.Verdict);
        Assert.Equal(0.072, comparison.Resolution, 3); // Twenty numeric columns, 2,000 rows a split: 7.2 points.
        Assert.Equal(4_600, comparison.RowsNeeded);    // 2 (2.38 / .05)² = 4,532, rounded up to two digits.
    }

    [Fact]
    public void MissingValues_AreAColumnOfTheirOwn()
    {
        var comparison = Compare(Plain, ["age"],
            Rows(1_000, i => [i % 10 == 0 ? "" : Number(i % 97)]), Rows(1_000, i => [i % 2 == 0 ? "NA" : Number(i % 97)]));

        Assert.Equal([ColumnAspect.Values, ColumnAspect.Missing], comparison.Columns.Select(column => column.Aspect));
        Assert.Equal(Verdict.Different, comparison.Columns[1].Verdict);
        Assert.Equal(0.4, comparison.Columns[1].Estimate, 9);
    }

    [Fact]
    public void IdentifiersAndDeclaredRoles_AreLeftOut()
    {
        var strategy = Profiles.Strategy("version: 1\ndata: { id: key, source: origin, ignore: [path] }");
        string[] header = ["key", "origin", "path", "row", "name", "x"];

        var comparison = Compare(strategy, header,
            Rows(200, i => ["k", "a", "p", Number(i), "n" + i, Number(i % 7)]),
            Rows(200, i => ["j", "b", "q", Number(1_000 + i), "m" + i, Number(i % 7)]));

        Assert.Equal(["x"], comparison.Columns.Select(column => column.Column));
        Assert.Equal(
            ["key: id", "origin: source", "path: ignore", "row: identifier", "name: identifier"],
            comparison.LeftOut.Select(pair => $"{pair.Key}: {pair.Value}"));
    }

    [Fact]
    public void TimeUnderTemporalPolicy_IsLeftOut_AndComparedUnderRandom()
    {
        string[][] Year(int year) => Rows(300, i => [$"{year}-01-{(i % 28) + 1:00}", Number(i % 5)]);
        const string Text = "version: 1\ndata: {{ time: day }}\nconsistency: {{ policy: {0} }}";

        var temporal = Compare(Profiles.Strategy(string.Format(CultureInfo.InvariantCulture, Text, "temporal")), ["day", "x"], Year(2025), Year(2026));
        var random = Compare(Profiles.Strategy(string.Format(CultureInfo.InvariantCulture, Text, "random")), ["day", "x"], Year(2025), Year(2026));

        Assert.InRange(temporal.Verdict, Verdict.Same, Verdict.NoShiftFound);
        Assert.Equal(Verdict.Different, random.Verdict);
        Assert.Equal(ColumnKind.Date, random.Columns[0].Kind);
    }

    [Fact]
    public void ColumnInOneSplitOnly_IsAConflict()
    {
        var comparison = SplitComparer.Compare(Plain,
            ComparedSplit.Of(Profiles.Of("dev", ["x", "age"], Rows(10, i => [Number(i), "1"]))),
            ComparedSplit.Of(Profiles.Of("test", ["x", "weight"], Rows(10, i => [Number(i), "1"]))), ComparisonReason.DevAndTest);

        Assert.Equal([("age", "dev"), ("weight", "test")], comparison.Conflicts.Select(one => (one.Column, one.OnlyIn!)));
    }

    [Fact]
    public void NumbersHereAndWordsThere_AreAConflict_AndAFewStrayWordsAreNot()
    {
        var numbers = Rows(500, i => [Number(i % 9 * 0.5)]);
        var words = Rows(500, i => [i % 3 == 0 ? "unknown" : Number(i % 9 * 0.5)]);
        var stray = Rows(500, i => [i == 17 ? "unknown" : Number(i % 9 * 0.5)]);

        var conflict = Assert.Single(Compare(Plain, ["x"], numbers, words).Conflicts);

        Assert.Null(conflict.OnlyIn);
        Assert.Contains("167 of 500", conflict.Detail, StringComparison.Ordinal);
        Assert.Empty(Compare(Plain, ["x"], numbers, stray).Conflicts);
        Assert.InRange(Compare(Plain, ["x"], numbers, stray).Verdict, Verdict.Same, Verdict.NoShiftFound);
    }

    [Fact]
    public void OneStrayWordAmongNumbers_DoesNotHideTheirShift()
    {
        var random = new Random(6);
        var dev = Rows(2_000, _ => [Number(Normal(random))]);
        var test = Rows(2_000, i => [i == 1_234 ? "oops" : Number(Normal(random) + 5)]);

        var columns = Compare(Plain, ["x"], dev, test).Columns;

        Assert.Equal([(ColumnAspect.Values, Verdict.Different), (ColumnAspect.Stray, Verdict.Same)], columns.Select(column => (column.Aspect, column.Verdict)));
        Assert.InRange(columns[0].Lower, 0.9, 1);
    }

    [Fact]
    public void MoreAndMoreStrayWords_AreFoundThemselves()
    {
        var random = new Random(6);
        string[][] Draw(int percent) => Rows(2_000, i => [i % 100 < percent ? "n.n." : Number(random.NextDouble())]);

        var columns = Compare(Plain, ["x"], Draw(2), Draw(20)).Columns;

        Assert.Equal([(ColumnAspect.Values, ColumnKind.Numeric), (ColumnAspect.Stray, ColumnKind.Numeric)], columns.Select(column => (column.Aspect, column.Kind)));
        Assert.Equal(Verdict.Different, columns[1].Verdict);
        Assert.NotEqual(Verdict.Different, columns[0].Verdict);
    }

    [Fact]
    public void StrayWordsAmongDates_LeaveThemDates()
    {
        string[][] Draw(int year) => Rows(400, i => [i % 80 == 7 ? "soon" : new DateTime(year, 1, 1).AddHours(i * 5).ToString("s", CultureInfo.InvariantCulture)]);

        Assert.Equal(Verdict.Different, Compare(Plain, ["t"], Draw(2025), Draw(2026)).Columns[0].Verdict);
        Assert.InRange(Compare(Plain, ["t"], Draw(2025), Draw(2025)).Verdict, Verdict.Same, Verdict.NoShiftFound);
    }

    [Fact]
    public void RareLevelsWithoutOverlap_AreNeverCalledTheSame()
    {
        string[][] Draw(string prefix) => Rows(400, i => [prefix + (i / 4)]);

        var comparison = Compare(Plain, ["city"], Draw("a"), Draw("b"));

        Assert.Equal(
            [(ColumnAspect.Values, Verdict.NoShiftFound), (ColumnAspect.NewLevel, Verdict.Shifted)],
            comparison.Columns.Select(column => (column.Aspect, column.Verdict)));
        Assert.Equal(1, comparison.Upper);
        Assert.InRange(comparison.Columns[0].RowsNeeded, 5_000, 20_000);
    }

    [Fact]
    public void FewRareLevels_DoNotPreventTheSame()
    {
        var random = new Random(8);
        string[][] Draw() => Rows(20_000, i => [i % 200 == 0 ? "rare" + random.Next(5_000) : "abc"[..random.Next(1, 4)]]);

        Assert.Equal(Verdict.Same, Compare(Plain, ["word"], Draw(), Draw()).Verdict);
    }

    [Fact]
    public void BinaryLabel_ShowsItsPositiveClass()
    {
        var strategy = Profiles.Strategy("version: 1\ntask: binary_classification\ndata: { label: y, positive: 1 }");

        var comparison = Compare(strategy, ["y"], Rows(5_000, i => [i % 20 < 19 ? "1" : "0"]), Rows(5_000, i => [i % 20 < 15 ? "1" : "0"]));

        Assert.Equal(new MovedShare("y=1", 0.95, 0.75), Assert.Single(comparison.Columns[0].Movers));
    }

    [Theory]
    [InlineData(2_000)]
    [InlineData(70_000)]
    public void TextIdentifiers_AreLeftOut_HoweverMany(int rows)
    {
        var comparison = Compare(Plain, ["id", "x"],
            Rows(rows, i => ["u" + i, Number(i % 7)]), Rows(rows, i => ["user" + i, Number(i % 7)]));

        Assert.Equal("identifier", comparison.LeftOut.Single().Value);
        Assert.InRange(comparison.Verdict, Verdict.Same, Verdict.NoShiftFound);
    }

    [Fact]
    public void NumericIdentifiers_SurviveARepeat_AndSixtyFourBits()
    {
        var comparison = Compare(Plain, ["id", "snowflake", "x"],
            Rows(2_001, i => [Number(i == 2_000 ? 7 : i), (1_700_000_000_000_000_001 + (64L * i)).ToString(CultureInfo.InvariantCulture), Number(i % 7)]),
            Rows(2_000, i => [Number(5_000 + i), (1_800_000_000_000_000_001 + (64L * i)).ToString(CultureInfo.InvariantCulture), Number(i % 7)]));

        Assert.Equal(["id", "snowflake"], comparison.LeftOut.Select(pair => pair.Key));
    }

    [Fact]
    public void TextOfTheSameLength_IsNeverCalledTheSame()
    {
        var random = new Random(9);
        string[][] Draw(int from) => Rows(3_000, _ => [(from + random.Next(200)) + "," + random.Next(10, 100)]);

        var comparison = Compare(Plain, ["price"], Draw(100), Draw(700));

        Assert.Equal(
            [(ColumnAspect.Length, Verdict.NoShiftFound), (ColumnAspect.Words, Verdict.Shifted)],
            comparison.Columns.Select(column => (column.Aspect, column.Verdict)));
        Assert.Equal(1, comparison.Upper);
    }

    [Fact]
    public void TheFirstRangeOfNumbers_IsNamedOnce()
    {
        // Furthest apart at 5, which is the edge of the first bin as well.
        static string[] Value(int i, int fives) => [i % 10 < fives ? "5" : string.Create(CultureInfo.InvariantCulture, $"{6 + (i % 977)}")];
        var movers = Compare(Plain, ["v"], Rows(6_000, i => Value(i, 7)), Rows(6_000, i => Value(i, 5))).Columns[0].Movers;

        Assert.Equal(("v ≤ 5", 0.7, 0.5), (movers[0].Name, movers[0].ShareA, movers[0].ShareB));
        Assert.Equal(3, movers.Select(mover => mover.Name).Distinct().Count());
    }

    [Fact]
    public void AFewRowsThatAgreeByLuck_AreNotTheSame()
    {
        string[][] Draw(int rows) => Rows(rows, i => ["abc"[(i % 3)..((i % 3) + 1)]]);

        Assert.Equal(Verdict.NoShiftFound, Compare(Plain, ["v"], Draw(18), Draw(18)).Verdict);
        Assert.Equal(Verdict.Same, Compare(Plain, ["v"], Draw(6_000), Draw(6_000)).Verdict);
    }

    [Fact]
    public void LevelsOfAHandfulOfRows_StayUnnamed()
    {
        var comparison = Compare(Plain, ["v"],
            Rows(100, i => [i < 8 ? "anna" : i % 2 == 0 ? "a" : "b"]), Rows(100, i => [i % 2 == 0 ? "a" : "b"]));

        Assert.DoesNotContain(comparison.Columns[0].Movers, mover => mover.Name.Contains("anna", StringComparison.Ordinal));
    }

    [Fact]
    public void OrderOfRows_ChangesNothing()
    {
        var (header, rows) = Randhie();
        var (a, b) = (rows[..5_000], rows[5_000..10_000]);
        var shuffled = b.ToArray();
        new Random(4).Shuffle(shuffled);

        Assert.Equivalent(Compare(Plain, header, a, b), Compare(Plain, header, a, shuffled), strict: true);
    }

    [Fact]
    public void Culture_ChangesNothing()
    {
        var (header, rows) = Randhie();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var invariant = Compare(Plain, header, rows[..2_000], rows[2_000..4_000]);
            CultureInfo.CurrentCulture = new CultureInfo("de-DE") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "−" } };
            Assert.Equivalent(invariant, Compare(Plain, header, rows[..2_000], rows[2_000..4_000]), strict: true);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void HolmsAdjustment_StepsDown()
    {
        Assert.Equal([0.03, 0.06, 0.06, 0.005 * 4], SplitComparer.Holm([0.01, 0.03, 0.04, 0.005]), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Theory]
    [InlineData(0.99, 1, 0.99)]
    [InlineData(0.99, 4, 0.99)]
    [InlineData(0.99, 5, 0.992)]
    [InlineData(0.99, 6, 0.9933333333333333)]
    [InlineData(0.95, 8, 0.975)]
    public void ManyPairs_ShareWhatFourMayGetWrong(double declared, int pairs, double expected) =>
        Assert.Equal(expected, SplitComparer.ConfidenceOf(declared, pairs), 12);

    private static MlStrategyGuard.Comparison Compare(
        Strategy strategy, string[] header, IEnumerable<string[]> dev, IEnumerable<string[]> test) =>
        SplitComparer.Compare(
            strategy, ComparedSplit.Of(Profiles.Of("dev", header, dev)), ComparedSplit.Of(Profiles.Of("test", header, test)), ComparisonReason.DevAndTest);

    private static string[][] Rows(int count, Func<int, string[]> row) => [.. Enumerable.Range(0, count).Select(row)];

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static (string[] Header, string[][] Rows) Randhie()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "randhie.csv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (lines[0].Split(','), [.. lines.Skip(1).Select(line => line.Split(','))]);
    }
}
