using System.Globalization;
using MlStrategyGuard.Engine.Comparison;

namespace MlStrategyGuard.Engine.Tests.Comparison;

public sealed class WeightTests
{
    private static readonly Strategy Weighted = Profiles.Strategy("version: 1\ntask: binary_classification\ndata: { label: y, weight: w }");

    [Fact]
    public void OversampledRows_AreTheSameByWeight()
    {
        // Test holds four times as many positives, each with a quarter of the weight.
        var random = new Random(1);

        var comparison = Compare(
            Rows(8_000, () => Row(random, random.NextDouble() < 0.1, 1)),
            Rows(8_000, () => random.NextDouble() < 0.4 / 1.3 ? Row(random, true, 0.25) : Row(random, false, 1)));

        Assert.InRange(comparison.Verdict, Verdict.Same, Verdict.NoShiftFound);
        Assert.Equal(0.1, comparison.Columns[0].Movers[0].ShareA, 0.02);
        Assert.Equal(0.1, comparison.Columns[0].Movers[0].ShareB, 0.02);
    }

    [Fact]
    public void WeightsThatMakeTheDifference_AreUsed()
    {
        var random = new Random(2);

        var comparison = Compare(
            Rows(4_000, () => Row(random, random.NextDouble() < 0.2, 1)),
            Rows(4_000, () => random.NextDouble() < 0.2 ? Row(random, true, 5) : Row(random, false, 1)));

        Assert.Equal(Verdict.Different, comparison.Columns[0].Verdict);
        Assert.Equal(1.0 / (1 + 0.8), comparison.Columns[0].Movers[0].ShareB, 0.05);
        Assert.Equal(4_000, comparison.Columns[0].RowsB);
    }

    [Fact]
    public void SameWeightedDistribution_AlarmsAtMostAsOftenAsPromised()
    {
        var alarms = 0;
        for (var draw = 0; draw < 150; draw++)
        {
            var random = new Random(draw);
            // Large values have large weights, and the splits use other scales.
            string[][] Draw(double scale) => Rows(600, () =>
            {
                var x = Draws.Normal(random);
                return [random.Next(3) == 0 ? "1" : "0", Number(x), Number(scale * Math.Exp(x + (0.5 * Draws.Normal(random))))];
            });
            alarms += Compare(Draw(1), Draw(100)).Verdict >= Verdict.Shifted ? 1 : 0;
        }

        Assert.InRange(alarms, 0, 6);
    }

    [Fact]
    public void EqualWeights_AreAsGoodAsNone()
    {
        var random = new Random(3);
        var (dev, test) = (Rows(2_000, () => Row(random, random.Next(2) == 0, 7)), Rows(2_000, () => Row(random, random.Next(2) == 0, 7)));

        var weighted = Compare(dev, test);
        var plain = Compare(Profiles.Strategy("version: 1\ntask: binary_classification\ndata: { label: y, ignore: [w] }"), dev, test);

        Assert.Equal(plain.Resolution, weighted.Resolution, 0.002);
        Assert.Equal(plain.Columns.Select(column => column.Verdict), weighted.Columns.Select(column => column.Verdict));
        Assert.All(plain.Columns.Zip(weighted.Columns), pair => Assert.Equal(pair.First.Estimate, pair.Second.Estimate, 0.001));
    }

    [Theory]
    [InlineData(1, 5_000)]
    [InlineData(1, 1e6)]
    [InlineData(0, 1)]
    [InlineData(1, 200)]
    public void OneRowWithNearlyAllWeight_ProvesNothing(double others, double first)
    {
        for (var draw = 0; draw < 10; draw++)
        {
            var random = new Random(draw);
            var i = 0;
            var comparison = Compare(
                Rows(400, () => Row(random, random.Next(3) == 0, i++ == 0 ? first : others)),
                Rows(400, () => Row(random, random.Next(3) == 0, 1)));

            Assert.Equal(Verdict.NoShiftFound, comparison.Verdict);
            Assert.True(comparison.Resolution > 0.3);
        }
    }

    [Theory]
    [InlineData(1e-200, 1e-200)]
    [InlineData(1e160, 1e160)]
    [InlineData(1e300, 1e-300)]
    public void OnlyRatiosOfWeightsCount(double ofDev, double ofTest)
    {
        var random = new Random(4);
        var (dev, test) = (Rows(1_000, () => Row(random, random.Next(4) == 0, 1)), Rows(1_000, () => Row(random, random.Next(2) == 0, 1)));
        var plain = Compare(dev, test);
        var scaled = Compare([.. dev.Select(row => new[] { row[0], row[1], Number(ofDev) })], [.. test.Select(row => new[] { row[0], row[1], Number(ofTest) })]);

        Assert.Equal(Verdict.Different, plain.Verdict);
        Assert.Equal((plain.Verdict, plain.Lower, plain.Upper), (scaled.Verdict, scaled.Lower, scaled.Upper));
    }

    [Fact]
    public void NoWeightAtAll_IsSaid()
    {
        using var folder = new TemporaryFolder();
        folder.Write("dev.csv", "y,x,w\n1,1,0\n0,2,0\n1,3,0\n");
        folder.Write("test.csv", "y,x,w\n1,1,1\n0,2,2\n0,3,2\n");
        var file = folder.Write("mlstrategy.yaml", "version: 1\ndata: { label: y, weight: w }\nsplits:\n  dev: { files: dev.csv }\n  test: { files: test.csv }");

        var report = StrategyCheck.Run(new CheckRequest(file, new DateOnly(2026, 11, 22)), null, default);

        var finding = Assert.Single(report.Findings, finding => finding.Id == "MLS0009");
        Assert.Equal((2, 27), (finding.Line, finding.Column));
        Assert.Equal("dev and test aren't compared: no row of dev has a weight above 0 in 'w'.", finding.Message);
        Assert.Empty(report.Comparisons);
    }

    [Theory]
    [InlineData("", "the weight is missing")]
    [InlineData("much", "the weight isn't a number")]
    [InlineData("-1", "the weight is negative or infinite")]
    [InlineData("inf", "the weight is negative or infinite")]
    public void WeightThatIsNone_IsNamedWithItsLine(string weight, string words)
    {
        using var folder = new TemporaryFolder();
        folder.Write("dev.csv", $"y,w\n1,0\n0,{weight}\n1,2\n");
        folder.Write("test.csv", "y,w\n1,1\n0,2\n");
        var file = folder.Write("mlstrategy.yaml", "version: 1\ndata: { label: y, weight: w }\nsplits:\n  dev: { files: dev.csv }\n  test: { files: test.csv }");

        var report = StrategyCheck.Run(new CheckRequest(file, new DateOnly(2026, 11, 22)), null, default);

        var finding = Assert.Single(report.Findings, finding => finding.Id == "MLS0006");
        Assert.Contains($"dev.csv, line 3 (row 2), column 'w' can't be read: {words}.", finding.Message, StringComparison.Ordinal);
        Assert.Empty(report.Comparisons);
    }

    private static string[] Row(Random random, bool positive, double weight) =>
        [positive ? "1" : "0", Number(Draws.Normal(random) + (positive ? 1 : 0)), Number(weight)];

    private static string[][] Rows(int count, Func<string[]> row) => [.. Enumerable.Range(0, count).Select(_ => row())];

    private static MlStrategyGuard.Comparison Compare(string[][] dev, string[][] test) => Compare(Weighted, dev, test);

    private static MlStrategyGuard.Comparison Compare(Strategy strategy, string[][] dev, string[][] test)
    {
        string[] header = ["y", "x", "w"];
        var profiles = Profiles.Of(strategy, ("dev", header, dev), ("test", header, test));
        return SplitComparer.Compare(strategy, ComparedSplit.Of(profiles[0]), ComparedSplit.Of(profiles[1]), ComparisonReason.DevAndTest);
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
