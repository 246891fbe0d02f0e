using MlStrategyGuard.Engine.Metrics;

namespace MlStrategyGuard.Benchmarks.Intervals;

/// <summary>Two candidates that are equally good on one population, though no row has the same error.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Metric">The metric in which they are compared.</param>
/// <param name="Draw">Draws so many rows with the predictions of both.</param>
internal sealed record Pair(string Name, string Metric, Func<Random, int, (ScoredRows First, ScoredRows Second)> Draw)
{
    /// <summary>All pairs.</summary>
    public static IReadOnlyList<Pair> All { get; } =
    [
        Of("pair: normal", Normal),
        Of("pair: t, 5 degrees", random => StudentT(random, 5)),
        Of("pair: t, 3 degrees", random => StudentT(random, 3)),
        Of("pair: log-normal 1", random => Math.Exp(Normal(random)) - Math.Exp(0.5)),
        Of("pair: 5 % are 5 x as large", random => Normal(random) * (random.NextDouble() < 0.05 ? 5 : 1)),
        Unlike("pair: normal against log-normal .5", Normal, random => (Math.Exp(0.5 * Normal(random)) - Math.Exp(0.125)) / 0.6039005332),
        Unlike("pair: normal against t, 5 degrees", Normal, random => StudentT(random, 5) / Math.Sqrt(5.0 / 3)),
        new("pair: AUC .99, 15 % positive", "roc_auc", (random, n) => Scores(random, n, 2.3263478740 * Math.Sqrt(2))),
        new("pair: AUC .9, 15 % positive", "roc_auc", (random, n) => Scores(random, n, 1.2815515655 * Math.Sqrt(2))),
    ];

    /// <summary>Both have half of their error in common.</summary>
    private static Pair Of(string name, Func<Random, double> error) => new(name, "rmse", (random, n) => Numbers(random, n, random =>
    {
        var common = error(random);
        return (common + error(random), common + error(random));
    }));

    /// <summary>Errors of equal variance and different tails.</summary>
    private static Pair Unlike(string name, Func<Random, double> one, Func<Random, double> other) =>
        new(name, "rmse", (random, n) => Numbers(random, n, random => (one(random), other(random))));

    private static (ScoredRows First, ScoredRows Second) Numbers(Random random, int n, Func<Random, (double, double)> errors)
    {
        var (labels, first, second) = (new double[n], new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            labels[i] = Normal(random);
            var (one, other) = errors(random);
            (first[i], second[i]) = (labels[i] + one, labels[i] + other);
        }

        ScoredRows Rows(double[] estimates) => new() { Task = LearningTask.Regression, Count = n, Targets = labels, Estimates = estimates };
        return (Rows(first), Rows(second));
    }

    private static (ScoredRows First, ScoredRows Second) Scores(Random random, int n, double distance)
    {
        var (labels, first, second) = (new int[n], new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            labels[i] = i < 0.15 * n ? 1 : 0;
            var common = Normal(random);
            first[i] = (labels[i] * distance) + (Math.Sqrt(0.5) * (common + Normal(random)));
            second[i] = (labels[i] * distance) + (Math.Sqrt(0.5) * (common + Normal(random)));
        }

        ScoredRows Rows(double[] scores) => new()
        {
            Task = LearningTask.BinaryClassification,
            Count = n,
            Classes = ["no", "yes"],
            Positive = 1,
            Labels = labels,
            Scores = scores,
        };
        return (Rows(first), Rows(second));
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double StudentT(Random random, int freedom) =>
        Normal(random) / Math.Sqrt(Enumerable.Range(0, freedom).Sum(_ => Math.Pow(Normal(random), 2)) / freedom);
}
