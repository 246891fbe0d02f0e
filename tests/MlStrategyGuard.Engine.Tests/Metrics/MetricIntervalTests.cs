using MlStrategyGuard.Engine.Metrics;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Tests.Metrics;

public sealed class MetricIntervalTests
{
    [Theory]
    [InlineData("accuracy", 0.90)]
    [InlineData("f1", 0.90)]
    [InlineData("f1_macro", 0.90)]
    [InlineData("mcc", 0.90)]
    [InlineData("roc_auc", 0.90)]
    [InlineData("pr_auc", 0.90)]
    [InlineData("log_loss", 0.90)]
    [InlineData("fpr_at_tpr@0.9", 0.90)]
    [InlineData("tpr_at_fpr@0.1", 0.90)]
    public void IntervalsOfSmallSets_HoldTheTruthAsOftenAsTheySay(string metric, double least)
    {
        const int Draws = 400;
        var truth = new MetricEvaluator(Draw(1, 200_000)).Evaluate(metric).Value;
        var held = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            var evaluator = new MetricEvaluator(Draw(1_000 + draw, 300));
            var interval = MetricInterval.Of(evaluator.Evaluate(metric), null);
            held += interval.Lower <= truth && truth <= interval.Upper ? 1 : 0;
        }

        Assert.InRange((double)held / Draws, least, 0.99);
    }

    [Theory]
    [InlineData("fpr_at_tpr", "as in 'fpr_at_tpr@0.95'")]
    [InlineData("recall_at_fpr", "as in 'tpr_at_fpr@0.01'")]
    [InlineData("fpr_at_recall@1.5", "at most 1")]
    public void RateAtNoRate_IsUndefined(string metric, string why) =>
        Assert.Contains(why, new MetricEvaluator(Draw(1, 300)).Evaluate(metric).Undefined, StringComparison.Ordinal);

    [Theory]
    [InlineData("fpr_at_tpr@1")]
    [InlineData("fpr_at_tpr@0.999")]
    [InlineData("tpr_at_fpr@0.001")]
    public void RateAtAnExtreme_HasNoInterval(string metric)
    {
        var estimate = new MetricEvaluator(Draw(1, 300)).Evaluate(metric);

        Assert.InRange(estimate.Value, 0, 1);
        Assert.Contains("too few to place the threshold", MetricInterval.Of(estimate, null).Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void Accuracy_HasWilsonsInterval()
    {
        var rows = Draw(5, 500);
        var estimate = new MetricEvaluator(rows).Evaluate("accuracy");
        var hits = rows.Labels!.Zip(rows.Predictions!).LongCount(pair => pair.First == pair.Second);

        var interval = MetricInterval.Of(estimate, null);

        Assert.Equal(Wilson.Interval(hits, 500, 0.95), (interval.Lower, interval.Upper));
    }

    [Fact]
    public void Score_IsWilsonOnWholeRows()
    {
        var (lower, upper) = MetricInterval.Score(0.3, 100);
        var (wilsonLower, wilsonUpper) = Wilson.Interval(30, 100, 0.95);

        Assert.Equal(wilsonLower, lower, 1e-12);
        Assert.Equal(wilsonUpper, upper, 1e-12);
    }

    [Fact]
    public void EqualRowsInOneGroup_WidenTheInterval()
    {
        var rows = Draw(5, 400);
        int[] five = [.. Enumerable.Range(0, 2_000).Select(i => i / 5)];
        var repeated = rows.Take(five) with { Groups = five };
        var grouped = new MetricEvaluator(repeated);
        var plain = new MetricEvaluator(rows);

        foreach (var metric in new[] { "accuracy", "f1", "roc_auc", "log_loss" })
        {
            var (one, all) = (plain.Evaluate(metric), grouped.Evaluate(metric));
            var (alone, together) = (MetricInterval.Of(one, null), MetricInterval.Of(all, grouped.Units(all)));
            Assert.Equal(one.Value, all.Value, 1e-9);
            Assert.InRange((together.Upper - together.Lower) / (alone.Upper - alone.Lower), 0.95, 1.05);
        }
    }

    [Theory]
    [InlineData("recall")]
    [InlineData("f1")]
    [InlineData("roc_auc")]
    [InlineData("balanced_accuracy")]
    public void RareClass_HasTooFewRows(string metric)
    {
        var labels = new int[1_000];
        Array.Fill(labels, 1, 0, 29);
        var rows = Draw(5, 1_000) with { Labels = labels };

        var interval = MetricInterval.Of(new MetricEvaluator(rows).Evaluate(metric), null);

        Assert.Contains("too few for an interval", interval.Missing, StringComparison.Ordinal);
        Assert.True(double.IsNaN(interval.Lower));
    }

    [Fact]
    public void PerfectScores_HaveAnIntervalThatEndsAtOne()
    {
        var rows = Draw(5, 300);
        var perfect = rows with { Scores = [.. rows.Labels!.Select(label => label * 0.5)] };

        var interval = MetricInterval.Of(new MetricEvaluator(perfect).Evaluate("roc_auc"), null);

        Assert.Equal(1, interval.Upper);
        Assert.InRange(interval.Lower, 0.9, 0.99);
    }

    [Fact]
    public void RootOfAMean_HasTheRootsOfItsLimits()
    {
        double[] labels = [.. Enumerable.Range(0, 100).Select(i => (double)(i % 9))];
        double[] guesses = [.. Enumerable.Range(0, 100).Select(i => (double)(i % 5))];

        var mean = MetricInterval.Of(RegressionMetrics.Mse(labels, guesses, null), null);
        var root = MetricInterval.Of(RegressionMetrics.Rmse(labels, guesses, null), null);

        Assert.Equal(Math.Sqrt(mean.Lower), root.Lower, 1e-12);
        Assert.Equal(Math.Sqrt(mean.Upper), root.Upper, 1e-12);
    }

    [Theory]
    [InlineData("roc_auc")]
    [InlineData("log_loss")]
    [InlineData("brier")]
    public void SpreadThatIsToldWithoutInfluences_IsTheirs(string metric)
    {
        var rows = Draw(5, 3_000);
        var estimate = new MetricEvaluator(rows with { Scores = [.. rows.Scores!.Select(score => Math.Round(score, 2))] }).Evaluate(metric);

        var (direct, summed) = (estimate.SpreadOf!(), Spread.Of(estimate.Influence!, null));

        Assert.Equal(summed.Error, direct.Error, 1e-12);
        Assert.Equal(summed.Skewness, direct.Skewness, 1e-9);
        Assert.Equal(summed.Units, direct.Units);
    }

    [Fact]
    public void ShuffledRows_HaveTheSameIntervals()
    {
        var rows = Draw(5, 3_000);
        var shuffled = rows.Take([.. Enumerable.Range(0, 3_000).OrderBy(i => (i * 7_919) % 3_001)]);

        foreach (var metric in new[] { "accuracy", "f1", "mcc", "roc_auc", "pr_auc", "log_loss", "ece" })
        {
            var (a, b) = (new MetricEvaluator(rows).Evaluate(metric), new MetricEvaluator(shuffled).Evaluate(metric));
            Assert.Equal(a.Value, b.Value, 1e-14);
            Assert.Equal(MetricInterval.Of(a, null).Lower, MetricInterval.Of(b, null).Lower, 1e-13);
        }
    }

    private static ScoredRows Draw(int seed, int n)
    {
        var random = new Random(seed);
        var (labels, scores) = (new int[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            labels[i] = random.NextDouble() < 0.3 ? 1 : 0;
            var noise = random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
            scores[i] = 1 / (1 + Math.Exp(-((2.5 * labels[i]) - 1.5 + (2 * noise))));
        }

        return new()
        {
            Task = LearningTask.BinaryClassification,
            Count = n,
            Classes = ["0", "1"],
            Positive = 1,
            Labels = labels,
            Scores = scores,
            Predictions = [.. scores.Select(score => score >= 0.5 ? 1 : 0)],
        };
    }
}
