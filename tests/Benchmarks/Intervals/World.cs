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
        Errors("errors: normal", random => Normal(random), 1),
        Errors("errors: Laplace", random => Laplace(random), 2),
        Errors("errors: t, 5 degrees", random => StudentT(random, 5), 5.0 / 3),
        Errors("errors: t, 3 degrees", random => StudentT(random, 3), 3),
        Errors("errors: log-normal .5", random => LogNormal(random, 0.5), LogNormalVariance(0.5)),
        Errors("errors: log-normal 1", random => LogNormal(random, 1), LogNormalVariance(1)),
        Errors("errors: 5 % are 5 x as large", random => Normal(random) * (random.NextDouble() < 0.05 ? 5 : 1), 0.95 + (0.05 * 25)),
        Errors("errors: 2 % are 10 x as large", random => Normal(random) * (random.NextDouble() < 0.02 ? 10 : 1), 0.98 + (0.02 * 100)),
        Errors("errors: 1 % are 10 x as large", random => Normal(random) * (random.NextDouble() < 0.01 ? 10 : 1), 0.99 + (0.01 * 100)),
        Multiplied("labels: log-normal .5", 0.5),
        Multiplied("labels: log-normal 1", 1),
        Area("AUC .95, 15 % positive", 0.95, 0.15, 1),
        Area("AUC .99, 15 % positive", 0.99, 0.15, 1),
        Area("AUC .99, half positive", 0.99, 0.5, 1),
        Area("AUC .995, 15 % positive", 0.995, 0.15, 1),
        Area("AUC .999, half positive", 0.999, 0.5, 1),
        Area("AUC .95, positives spread 3 x", 0.95, 0.15, 3),
        new("rankings", LearningTask.Ranking, ["ndcg", "ndcg@5", "mrr", "map", "hit_rate@3"], Rankings),
        new("several labels", LearningTask.MultilabelClassification, ["accuracy", "hamming_loss", "f1", "f1_micro", "jaccard"], Sets),
    ];

    /// <summary>Values that are known without drawing, by metric.</summary>
    public IReadOnlyDictionary<string, double> Truths { get; init; } = new Dictionary<string, double>();

    /// <summary>A population of numbers with normal labels and errors of that distribution and variance.</summary>
    private static World Errors(string name, Func<Random, double> error, double variance) => new(
        name, LearningTask.Regression, ["rmse", "r2"],
        (random, n) =>
        {
            var labels = new double[n];
            var estimates = new double[n];
            for (var i = 0; i < n; i++)
                (labels[i], estimates[i]) = Label(random, 0.5 * error(random));
            return new() { Task = LearningTask.Regression, Count = n, Targets = labels, Estimates = estimates };

            static (double, double) Label(Random random, double error)
            {
                var label = 5 + Normal(random);
                return (label, label + error);
            }
        })
    {
        Truths = new Dictionary<string, double> { ["rmse"] = Math.Sqrt(0.25 * variance), ["r2"] = 1 - (0.25 * variance) },
    };

    /// <summary>Log-normal labels, and errors in proportion to them.</summary>
    private static World Multiplied(string name, double sigma)
    {
        var noise = 0.3 * 0.3;
        var square = Math.Exp(2 * sigma * sigma) * (Math.Exp(2 * noise) - (2 * Math.Exp(noise / 2)) + 1);
        return new(name, LearningTask.Regression, ["rmse", "r2"],
            (random, n) =>
            {
                var (labels, estimates) = (new double[n], new double[n]);
                for (var i = 0; i < n; i++)
                {
                    labels[i] = Math.Exp(sigma * Normal(random));
                    estimates[i] = labels[i] * Math.Exp(0.3 * Normal(random));
                }

                return new() { Task = LearningTask.Regression, Count = n, Targets = labels, Estimates = estimates };
            })
        {
            Truths = new Dictionary<string, double> { ["rmse"] = Math.Sqrt(square), ["r2"] = 1 - (square / LogNormalVariance(sigma)) },
        };
    }

    /// <summary>Two normal distributions of scores with that area, and a fixed number of positives.</summary>
    private static World Area(string name, double area, double rate, double spread)
    {
        var distance = -Statistics.SpecialFunctions.NormalQuantile(1 - area) * Math.Sqrt(1 + (spread * spread));
        return new(name, LearningTask.BinaryClassification, ["roc_auc"],
            (random, n) =>
            {
                var (labels, scores) = (new int[n], new double[n]);
                for (var i = 0; i < n; i++)
                {
                    labels[i] = i < rate * n ? 1 : 0;
                    scores[i] = labels[i] == 1 ? distance + (spread * Normal(random)) : Normal(random);
                }

                return new() { Task = LearningTask.BinaryClassification, Count = n, Classes = ["no", "yes"], Positive = 1, Labels = labels, Scores = scores };
            })
        {
            Truths = new Dictionary<string, double> { ["roc_auc"] = area },
        };
    }

    private static double Laplace(Random random) =>
        -Math.Log(1 - random.NextDouble()) * (random.NextDouble() < 0.5 ? -1 : 1);

    private static double StudentT(Random random, int freedom) =>
        Normal(random) / Math.Sqrt(Enumerable.Range(0, freedom).Sum(_ => Math.Pow(Normal(random), 2)) / freedom);

    private static double LogNormal(Random random, double sigma) => Math.Exp(sigma * Normal(random)) - Math.Exp(sigma * sigma / 2);

    private static double LogNormalVariance(double sigma) => (Math.Exp(sigma * sigma) - 1) * Math.Exp(sigma * sigma);

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
