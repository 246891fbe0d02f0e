using MlStrategyGuard.Engine.Metrics;

namespace MlStrategyGuard.Benchmarks.Intervals;

/// <summary>A population to draw rows from, with everything that metrics need.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Task">What is predicted.</param>
/// <param name="Metrics">The metrics whose intervals are tried.</param>
/// <param name="Draw">Draws so many rows.</param>
internal sealed record World(string Name, LearningTask Task, string[] Metrics, Func<Random, int, ScoredRows> Draw)
{
    private static readonly string[] OfClasses =
    [
        "accuracy", "balanced_accuracy", "precision", "recall", "specificity", "f1", "f2", "f0.5", "f1_macro", "jaccard", "mcc", "kappa",
        "roc_auc", "pr_auc", "log_loss", "log_loss_reduction", "brier",
    ];

    /// <summary>All populations.</summary>
    public static IReadOnlyList<World> All { get; } =
    [
        new("balanced classes", LearningTask.BinaryClassification, [.. OfClasses, "ece"], (random, n) => Binary(random, n, 0.5, 1.5, 1)),
        new("15 % positive", LearningTask.BinaryClassification, OfClasses, (random, n) => Binary(random, n, 0.15, 1.5, 1)),
        new("15 % positive, good model", LearningTask.BinaryClassification, OfClasses, (random, n) => Binary(random, n, 0.15, 3, 1)),
        new("rows in groups of 5", LearningTask.BinaryClassification, OfClasses, (random, n) => Binary(random, n, 0.4, 1.5, 5)),
        new("weighted rows", LearningTask.BinaryClassification, OfClasses, (random, n) => Binary(random, n, 0.4, 1.5, 1) with
        {
            Weights = [.. Enumerable.Range(0, n).Select(_ => 0.2 + random.NextDouble())],
        }),
        new("4 classes", LearningTask.MulticlassClassification,
            ["accuracy", "balanced_accuracy", "f1_macro", "f1_weighted", "precision", "recall", "mcc", "kappa", "log_loss", "brier", "roc_auc", "top_k_accuracy@2"], Classes),
        new("numbers", LearningTask.Regression, ["mae", "mse", "rmse", "r2", "smape", "median_absolute_error", "pinball@0.9"], (random, n) => Numbers(random, n, heavy: false)),
        new("heavy-tailed numbers", LearningTask.Regression, ["mae", "rmse", "r2", "smape", "median_absolute_error"], (random, n) => Numbers(random, n, heavy: true)),
        new("rankings", LearningTask.Ranking, ["ndcg", "ndcg@5", "mrr", "map", "hit_rate@3"], Rankings),
        new("several labels", LearningTask.MultilabelClassification, ["accuracy", "hamming_loss", "f1", "f1_micro", "jaccard"], Sets),
    ];

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>Rows of one group share their class's tendency and the model's slip.</summary>
    private static ScoredRows Binary(Random random, int n, double rate, double skill, int group)
    {
        var (labels, scores, groups) = (new int[n], new double[n], new int[n]);
        var (slip, tendency) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            groups[i] = i / group;
            if (i % group == 0)
                (slip, tendency) = (group > 1 ? Normal(random) : 0, group > 1 ? 0.4 * (random.NextDouble() - 0.5) : 0);
            labels[i] = random.NextDouble() < rate + tendency ? 1 : 0;
            scores[i] = Logistic((skill * ((2 * labels[i]) - 1)) + (1.2 * Normal(random)) + slip + Math.Log(rate / (1 - rate)));
        }

        return new()
        {
            Task = LearningTask.BinaryClassification,
            Count = n,
            Classes = ["no", "yes"],
            Positive = 1,
            Labels = labels,
            Scores = scores,
            Predictions = Array.ConvertAll(scores, score => score >= 0.5 ? 1 : 0),
            Groups = group > 1 ? groups : null,
        };
    }

    private static ScoredRows Classes(Random random, int n)
    {
        const int K = 4;
        double[] shares = [0.35, 0.3, 0.2, 0.15];
        var (labels, predictions) = (new int[n], new int[n]);
        var probabilities = Enumerable.Range(0, K).Select(_ => new double[n]).ToArray();
        for (var i = 0; i < n; i++)
        {
            var u = random.NextDouble();
            while (labels[i] < K - 1 && (u -= shares[labels[i]]) > 0)
                labels[i]++;
            var sum = 0.0;
            for (var k = 0; k < K; k++)
                sum += probabilities[k][i] = Math.Exp(Normal(random) + (k == labels[i] ? 1.5 : 0));
            for (var k = 0; k < K; k++)
                probabilities[k][i] /= sum;
            predictions[i] = Enumerable.Range(0, K).MaxBy(k => probabilities[k][i]);
        }

        return new()
        {
            Task = LearningTask.MulticlassClassification,
            Count = n,
            Classes = ["a", "b", "c", "d"],
            Labels = labels,
            Predictions = predictions,
            Probabilities = probabilities,
        };
    }

    private static ScoredRows Numbers(Random random, int n, bool heavy)
    {
        var (labels, estimates) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            labels[i] = heavy ? Math.Exp(0.5 * Normal(random)) : 5 + Normal(random);
            estimates[i] = heavy ? labels[i] * Math.Exp(0.3 * Normal(random)) : labels[i] + (0.5 * Normal(random));
        }

        return new() { Task = LearningTask.Regression, Count = n, Targets = labels, Estimates = estimates };
    }

    /// <summary>As many queries, of 10 items each.</summary>
    private static ScoredRows Rankings(Random random, int n)
    {
        const int Items = 10;
        var (gains, scores, queries) = (new double[n * Items], new double[n * Items], new int[n * Items]);
        for (var i = 0; i < gains.Length; i++)
        {
            gains[i] = random.NextDouble() < 0.2 ? random.Next(1, 4) : 0;
            scores[i] = gains[i] + (1.5 * Normal(random));
            queries[i] = i / Items;
        }

        return new() { Task = LearningTask.Ranking, Count = gains.Length, Targets = gains, Scores = scores, Queries = queries };
    }

    private static ScoredRows Sets(Random random, int n)
    {
        var (labels, predictions) = (new int[n][], new int[n][]);
        for (var i = 0; i < n; i++)
        {
            var given = Enumerable.Range(0, 5).Select(k => random.NextDouble() < 0.2 + (0.05 * k)).ToArray();
            labels[i] = [.. Enumerable.Range(0, 5).Where(k => given[k])];
            predictions[i] = [.. Enumerable.Range(0, 5).Where(k => random.NextDouble() < 0.15 ? !given[k] : given[k])];
        }

        return new()
        {
            Task = LearningTask.MultilabelClassification,
            Count = n,
            Classes = ["a", "b", "c", "d", "e"],
            LabelSets = labels,
            PredictionSets = predictions,
        };
    }
}
