using System.Globalization;
using System.Text.Json;
using MlStrategyGuard.Engine.Metrics;

namespace MlStrategyGuard.Engine.Tests.Metrics;

/// <summary>The metrics against scikit-learn's figures in reference/metrics.json, which reference/make.py wrote.</summary>
public sealed class ReferenceTests
{
    private const double Tolerance = 1e-9;

    private static readonly JsonElement[] Cases = Read();

    public static TheoryData<string> Names => [.. Cases.Select(one => one.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryMetric_EqualsScikitLearns(string name)
    {
        var found = Cases.Single(one => one.GetProperty("name").GetString() == name);
        var evaluator = new MetricEvaluator(Rows(found));
        foreach (var metric in found.GetProperty("metrics").EnumerateObject())
        {
            var estimate = evaluator.Evaluate(metric.Name);
            if (metric.Value.ValueKind == JsonValueKind.Null)
                Assert.True(estimate.Undefined is { Length: > 0 }, $"{metric.Name} is {estimate.Value} and should be undefined");
            else
                AssertNear(metric.Value.GetDouble(), estimate.Value, $"{metric.Name} ({estimate.Undefined})");
        }
    }

    [Fact]
    public void Influences_SumToZero()
    {
        foreach (var one in Cases)
        {
            var rows = Rows(one);
            var evaluator = new MetricEvaluator(rows);
            foreach (var metric in one.GetProperty("metrics").EnumerateObject())
            {
                var estimate = evaluator.Evaluate(metric.Name);
                if (estimate.Undefined is null && !double.IsNaN(estimate.BaseSlope) && estimate.Influence is { } influence)
                    AssertNear(0, influence.Sum() / Math.Max(1, Math.Abs(estimate.Value)), $"{one.GetProperty("name")}: {metric.Name}");
            }
        }
    }

    [Fact]
    public void DeviationOfTheAreaUnderTheCurve_IsDeLongs()
    {
        var compared = 0;
        foreach (var one in Cases.Where(one => one.TryGetProperty("deviations", out _)))
        {
            var rows = Rows(one);
            var estimate = new MetricEvaluator(rows).Evaluate("roc_auc");
            AssertNear(one.GetProperty("deviations").GetProperty("roc_auc").GetDouble(), Spread.Of(estimate.Influence!, null).Error, one.GetProperty("name").GetString()!);
            compared++;
        }

        Assert.True(compared >= 5);
    }

    private static void AssertNear(double expected, double actual, string what) =>
        Assert.True(
            Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)),
            string.Create(CultureInfo.InvariantCulture, $"{what}: {actual:R} instead of {expected:R}"));

    private static ScoredRows Rows(JsonElement found)
    {
        double[]? Numbers(string key) => found.TryGetProperty(key, out var list) ? [.. list.EnumerateArray().Select(one => one.GetDouble())] : null;
        int[] Codes(string key) => [.. found.GetProperty(key).EnumerateArray().Select(one => one.GetInt32())];
        int[][] Sets(string key) => [.. found.GetProperty(key).EnumerateArray().Select(row => row.EnumerateArray().Select(one => one.GetInt32()).ToArray())];

        var count = found.GetProperty("labels").GetArrayLength();
        var classes = found.TryGetProperty("classes", out var number) ? number.GetInt32() : 2;
        string[] names = [.. Enumerable.Range(0, classes).Select(k => k.ToString(CultureInfo.InvariantCulture))];
        return found.GetProperty("task").GetString() switch
        {
            "binary" => new()
            {
                Task = LearningTask.BinaryClassification,
                Count = count,
                Classes = names,
                Positive = 1,
                Labels = Codes("labels"),
                Predictions = Codes("predictions"),
                Scores = Numbers("scores"),
                Weights = Numbers("weights"),
            },
            "multiclass" => new()
            {
                Task = LearningTask.MulticlassClassification,
                Count = count,
                Classes = names,
                Labels = Codes("labels"),
                Predictions = Codes("predictions"),
                Weights = Numbers("weights"),
                Probabilities = found.TryGetProperty("probabilities", out var columns)
                    ? [.. columns.EnumerateArray().Select(column => column.EnumerateArray().Select(one => one.GetDouble()).ToArray())]
                    : null,
            },
            "multilabel" => new()
            {
                Task = LearningTask.MultilabelClassification,
                Count = count,
                Classes = names,
                LabelSets = Sets("labels"),
                PredictionSets = Sets("predictions"),
                Weights = Numbers("weights"),
            },
            "regression" => new()
            {
                Task = LearningTask.Regression,
                Count = count,
                Targets = Numbers("labels"),
                Estimates = Numbers("predictions"),
                Weights = Numbers("weights"),
            },
            _ => new()
            {
                Task = LearningTask.Ranking,
                Count = count,
                Targets = Numbers("labels"),
                Scores = Numbers("scores"),
                Queries = Codes("queries"),
            },
        };
    }

    private static JsonElement[] Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Metrics", "reference", "metrics.json")));
        return [.. document.RootElement.EnumerateArray().Select(one => one.Clone())];
    }
}
