namespace MlStrategyGuard.Engine.Metrics;

/// <summary>Metrics of predicted probabilities. Arrays of probabilities are by class, then row.</summary>
internal static class ProbabilityMetrics
{
    /// <summary>Probabilities are kept this far from 0 and 1, as scikit-learn does, so that one row can't cost infinity.</summary>
    public const double Epsilon = 2.220446049250313e-16;

    private const int CalibrationBins = 15;

    /// <summary>Each row's −ln of the probability of the class that is right, of two classes.</summary>
    /// <param name="probabilities">Of the positive class, 0–1.</param>
    /// <param name="labels">Class numbers.</param>
    /// <param name="positive">The positive class.</param>
    public static double[] Losses(double[] probabilities, int[] labels, int positive)
    {
        var losses = new double[labels.Length];
        for (var i = 0; i < losses.Length; i++)
        {
            var p = Math.Clamp(probabilities[i], Epsilon, 1 - Epsilon);
            losses[i] = -Math.Log(labels[i] == positive ? p : 1 - p);
        }

        return losses;
    }

    /// <summary>Each row's −ln of the probability of the class that is right; its probabilities are made to sum to 1.</summary>
    public static double[] Losses(double[][] probabilities, int[] labels)
    {
        var losses = new double[labels.Length];
        for (var i = 0; i < losses.Length; i++)
        {
            var sum = 0.0;
            foreach (var ofClass in probabilities)
                sum += Math.Clamp(ofClass[i], Epsilon, 1 - Epsilon);
            losses[i] = -Math.Log(Math.Clamp(probabilities[labels[i]][i], Epsilon, 1 - Epsilon) / sum);
        }

        return losses;
    }

    /// <summary>One minus the mean loss divided by that of always answering the classes' shares.</summary>
    /// <param name="losses">Each row's, as of <see cref="Losses(double[], int[], int)"/>.</param>
    /// <param name="labels">Class numbers.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="weights">As many as rows, or null.</param>
    public static MetricEstimate LogLossReduction(double[] losses, int[] labels, int classes, double[]? weights)
    {
        var loss = RowMeans.Of(losses, weights);
        if (loss.Undefined is not null)
            return loss;
        var counts = new double[classes];
        for (var i = 0; i < labels.Length; i++)
            counts[labels[i]] += weights?[i] ?? 1;
        var total = counts.Sum();
        var prior = -counts.Where(count => count > 0).Sum(count => count / total * Math.Log(count / total));
        if (!(prior > 0))
            return MetricEstimate.None("every row has the same label");

        var ratio = loss.Value / prior;
        return MetricEstimate.Of(1 - ratio) with
        {
            Shape = IntervalShape.Positive,
            Deciding = loss.Deciding,
            Base = ratio,
            FromBase = one => 1 - one,
            BaseSlope = -1,
            InfluenceOf = () =>
            {
                var influence = new double[labels.Length];
                for (var i = 0; i < influence.Length; i++)
                {
                    var ofPrior = -Math.Log(counts[labels[i]] / total) - prior;
                    influence[i] = (weights?[i] ?? 1) * (losses[i] - loss.Value - (ratio * ofPrior)) / prior / total;
                }

                return influence;
            },
        };
    }

    /// <summary>The mean squared distance of the positive class's probability from 0 or 1.</summary>
    public static MetricEstimate Brier(double[] probabilities, int[] labels, int positive, double[]? weights) =>
        RowMeans.Of(
            [.. labels.Select((label, i) => Square(probabilities[i] - (label == positive ? 1 : 0)))], weights);

    /// <summary>Half the mean squared distance of all classes' probabilities, so that two classes come out the same.</summary>
    public static MetricEstimate Brier(double[][] probabilities, int[] labels, double[]? weights) =>
        RowMeans.Of(
            [.. labels.Select((label, i) => probabilities.Select((ofClass, k) => Square(ofClass[i] - (label == k ? 1 : 0))).Sum() / 2)],
            weights);

    /// <summary>The share of rows whose class is among the k most probable; of equal probabilities the right one comes last.</summary>
    public static MetricEstimate TopK(double[][] probabilities, int[] labels, int k, double[]? weights) =>
        RowMeans.Share(
            [.. labels.Select((label, i) => probabilities.Count(ofClass => ofClass[i] >= probabilities[label][i]) <= k)], weights);

    /// <summary>
    /// Expected calibration error: over 15 equal bins of confidence, the mean distance between confidence and the share
    /// of hits (Guo, Pleiss, Sun and Weinberger 2017). Of two classes: of the positive class's probability.
    /// </summary>
    /// <param name="confidences">0–1.</param>
    /// <param name="hits">Whether the class that the confidence is of is right.</param>
    /// <param name="weights">As many, or null.</param>
    public static MetricEstimate CalibrationError(double[] confidences, bool[] hits, double[]? weights)
    {
        var (all, squares, gaps, noise) = (
            new double[CalibrationBins], new double[CalibrationBins], new double[CalibrationBins], new double[CalibrationBins]);
        for (var i = 0; i < hits.Length; i++)
        {
            var (bin, weight) = (BinOf(confidences[i]), weights?[i] ?? 1);
            var gap = (hits[i] ? 1 : 0) - confidences[i];
            all[bin] += weight;
            squares[bin] += weight * weight;
            gaps[bin] += weight * gap;
            noise[bin] += weight * weight * gap * gap;
        }

        var total = all.Sum();
        if (!(total > 0))
            return MetricEstimate.None("there is no row with any weight");
        var bias = 0.0;
        for (var b = 0; b < CalibrationBins; b++)
        {
            if (!(all[b] > 0))
                continue;
            var mean = gaps[b] / all[b];
            var deviation = Math.Sqrt(Math.Max(0, noise[b] - (mean * mean * squares[b]))) / all[b];
            bias += all[b] / total * FoldedExcess(Math.Abs(mean), deviation);
        }

        var value = gaps.Sum(Math.Abs) / total;
        return MetricEstimate.Of(value) with
        {
            Shape = IntervalShape.Positive,
            Deciding = hits.LongLength,
            Bias = bias,
            InfluenceOf = () => [.. hits.Select((hit, i) =>
                (weights?[i] ?? 1) * ((Math.Sign(gaps[BinOf(confidences[i])]) * ((hit ? 1 : 0) - confidences[i])) - value) / total)],
        };
    }

    private static int BinOf(double confidence) =>
        Math.Clamp((int)Math.Ceiling(confidence * CalibrationBins) - 1, 0, CalibrationBins - 1);

    /// <summary>By how much the absolute value of a normal variable is larger, on average, than that of its mean.</summary>
    private static double FoldedExcess(double mean, double deviation)
    {
        if (!(deviation > 0))
            return 0;
        var z = mean / deviation;
        var folded = (deviation * Math.Sqrt(2 / Math.PI) * Math.Exp(-z * z / 2))
            + (mean * (1 - (2 * Statistics.SpecialFunctions.NormalSurvival(z))));
        return Math.Max(0, folded - mean);
    }

    private static double Square(double value) => value * value;
}
