using MlStrategyGuard.Engine.Metrics;

namespace MlStrategyGuard.Engine.Tests.Metrics;

public sealed class HeavyTailTests
{
    private const double T = 1.96;

    [Fact]
    public void NormalValues_ReachNoFurtherThanStudentsT()
    {
        var spread = SpreadOf(Draw(3_000, Normal));

        Assert.InRange(HeavyTail.Reach(spread, T, isUpper: true), 0.9 * T * spread.Error, 1.1 * T * spread.Error);
        Assert.InRange(HeavyTail.Reach(spread, T, isUpper: false), 0.9 * T * spread.Error, 1.1 * T * spread.Error);
    }

    [Fact]
    public void ParetoValues_ReachMuchFurtherAboveAndNotBelow()
    {
        var spread = SpreadOf(Draw(3_000, random => Math.Pow(1 - random.NextDouble(), -1 / 1.6)));

        Assert.True(HeavyTail.Reach(spread, T, isUpper: true) > 2 * T * spread.Error);
        Assert.True(HeavyTail.Reach(spread, T, isUpper: false) < 1.1 * T * spread.Error);
    }

    [Fact]
    public void MirroredValues_ReachAsFarOnTheOtherSide()
    {
        var values = Draw(1_000, random => Math.Pow(1 - random.NextDouble(), -0.5));

        Assert.Equal(
            HeavyTail.Reach(SpreadOf(values), T, isUpper: true),
            HeavyTail.Reach(SpreadOf([.. values.Select(value => -value)]), T, isUpper: false), 1e-9);
    }

    [Fact]
    public void OrderOfRows_ChangesNothing()
    {
        var values = Draw(1_000, random => Math.Pow(1 - random.NextDouble(), -0.5));
        var spread = SpreadOf(values);
        double[] turned = [.. values.Reverse()];

        Assert.Equal(
            HeavyTail.Reach(spread, T, isUpper: true),
            HeavyTail.Reach(spread with { Deviations = spread.Deviations!.Value with { Parts = turned } }, T, isUpper: true));
    }

    [Fact]
    public void UnitsOfTheValues_DoNotMatter()
    {
        var values = Draw(1_000, random => Math.Pow(1 - random.NextDouble(), -0.5));

        Assert.Equal(
            1e6 * HeavyTail.Reach(SpreadOf(values), T, isUpper: true),
            HeavyTail.Reach(SpreadOf([.. values.Select(value => 1e6 * value)]), T, isUpper: true), 1e-3);
    }

    [Fact]
    public void EqualLargestValues_AreNoTail() =>
        Assert.Equal(0, HeavyTail.Reach(SpreadOf([.. Enumerable.Range(0, 400).Select(i => i % 2 == 0 ? 1.0 : 0.0)]), T, isUpper: true));

    [Fact]
    public void FewValues_AreNoTail() =>
        Assert.Equal(0, HeavyTail.Reach(SpreadOf(Draw(90, Normal)), T, isUpper: true));

    [Theory]
    [InlineData("rmse")]
    [InlineData("r2")]
    public void ErrorsOfHeavyTails_HaveIntervalsThatHoldTheTruth(string metric)
    {
        const int Draws = 300;
        var held = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            var random = new Random(draw);
            double[] labels = Draw(300, Normal, random);
            double[] predictions = [.. labels.Select(label => label + (Normal(random) / Math.Sqrt(Enumerable.Range(0, 3).Average(_ => Math.Pow(Normal(random), 2)))))];
            var interval = MetricInterval.Of(metric == "rmse" ? RegressionMetrics.Rmse(labels, predictions, null) : RegressionMetrics.R2(labels, predictions, null), null);
            var truth = metric == "rmse" ? Math.Sqrt(3) : -2;
            held += interval.Lower <= truth && truth <= interval.Upper ? 1 : 0;
        }

        // Student's t alone holds it in 85 of 100.
        Assert.InRange((double)held / Draws, 0.92, 0.99);
    }

    [Fact]
    public void WeightsThatAreAllTwo_ChangeNothing()
    {
        var values = Draw(1_000, random => Math.Pow(1 - random.NextDouble(), -0.5));

        var plain = MetricInterval.Of(RowMeans.Of(values, null, IntervalShape.Unlimited), null);
        var weighted = MetricInterval.Of(RowMeans.Of(values, [.. values.Select(_ => 2.0)], IntervalShape.Unlimited), null);

        Assert.Equal(plain.Lower, weighted.Lower, 1e-9);
        Assert.Equal(plain.Upper, weighted.Upper, 1e-9);
    }

    [Fact]
    public void GroupsOfOneRow_ChangeNothingButTheSmallGroupsCorrection()
    {
        var values = Draw(1_000, random => Math.Pow(1 - random.NextDouble(), -0.5));

        var plain = MetricInterval.Of(RowMeans.Of(values, null, IntervalShape.Unlimited), null);
        var grouped = MetricInterval.Of(RowMeans.Of(values, null, IntervalShape.Unlimited), [.. Enumerable.Range(0, values.Length)]);

        Assert.Equal(plain.Lower, grouped.Lower, 0.002);
        Assert.Equal(plain.Upper, grouped.Upper, 0.01);
    }

    private static Spread SpreadOf(double[] values) => RowMeans.Of(values, null, IntervalShape.Unlimited).SpreadOf!();

    private static double[] Draw(int rows, Func<Random, double> one, Random? random = null)
    {
        random ??= new Random(5);
        return [.. Enumerable.Range(0, rows).Select(_ => one(random))];
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
