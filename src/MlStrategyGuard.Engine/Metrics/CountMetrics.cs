using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Engine.Metrics;

/// <summary>How the values of several classes become one.</summary>
internal enum ClassAverage
{
    /// <summary>Every class counts the same.</summary>
    Macro,

    /// <summary>All classes are counted together.</summary>
    Micro,

    /// <summary>Every class counts by its rows.</summary>
    Weighted,
}

/// <summary>
/// Metrics of predicted classes. All are functions of <see cref="ClassCounts"/> that don't change when every count is
/// multiplied, so their derivatives by the counts give each row's influence.
/// </summary>
internal static class CountMetrics
{
    /// <summary>A value and its derivatives by each count.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Undefined">Why it has none.</param>
    /// <param name="Slope">The derivatives, by class; <see cref="ClassCounts.Total"/> is unused.</param>
    /// <param name="TotalSlope">The derivative by the weight of all rows.</param>
    internal sealed record Derived(double Value, string? Undefined, ClassCounts Slope, double TotalSlope)
    {
        public static Derived None(string why) => new(double.NaN, why, new ClassCounts(0), 0);
    }

    /// <summary>Hits of any class out of all rows.</summary>
    public static Derived Accuracy(ClassCounts counts)
    {
        if (!(counts.Total > 0))
            return Derived.None("there is no row with any weight");
        var value = counts.Hits.Sum() / counts.Total;
        var slope = new ClassCounts(counts.Classes);
        Array.Fill(slope.Hits, 1 / counts.Total);
        return new Derived(value, null, slope, -value / counts.Total);
    }

    /// <summary>One minus the accuracy.</summary>
    public static Derived ErrorRate(ClassCounts counts)
    {
        var accuracy = Accuracy(counts);
        if (accuracy.Undefined is not null)
            return accuracy;
        for (var k = 0; k < counts.Classes; k++)
            accuracy.Slope.Hits[k] *= -1;
        return accuracy with { Value = 1 - accuracy.Value, TotalSlope = -accuracy.TotalSlope };
    }

    /// <summary>A ratio of one class.</summary>
    public static Derived OfClass(ClassCounts counts, CountRatio ratio, int k, IReadOnlyList<string> names)
    {
        var below = ratio.Denominator.Of(counts, k);
        if (!(below > 0))
            return Derived.None($"class '{Texts.Shorten(names[k])}' {ratio.Empty}");
        var slope = new ClassCounts(counts.Classes);
        var total = 0.0;
        var value = Add(slope, ref total, counts, ratio, k, 1);
        return new Derived(value, null, slope, total);
    }

    /// <summary>A ratio averaged over the classes that occur or are predicted.</summary>
    public static Derived Average(ClassCounts counts, CountRatio ratio, ClassAverage average, IReadOnlyList<string> names)
    {
        var present = Enumerable.Range(0, counts.Classes)
            .Where(k => counts.Labelled[k] > 0 || counts.Predicted[k] > 0).ToList();
        if (present.Count == 0)
            return Derived.None("there is no row with any weight");
        return average switch
        {
            ClassAverage.Micro => Micro(counts, ratio, present),
            ClassAverage.Weighted => WeightedMean(counts, ratio, present, names),
            _ => Macro(counts, ratio, present, names),
        };
    }

    /// <summary>The mean recall of the classes that occur.</summary>
    public static Derived BalancedAccuracy(ClassCounts counts, IReadOnlyList<string> names)
    {
        var present = Enumerable.Range(0, counts.Classes).Where(k => counts.Labelled[k] > 0).ToList();
        return present.Count == 0
            ? Derived.None("there is no row with any weight")
            : Macro(counts, CountRatio.Recall, present, names);
    }

    /// <summary>Matthews' correlation, of any number of classes (Gorodkin 2004).</summary>
    public static Derived Matthews(ClassCounts counts)
    {
        var (hits, total) = (counts.Hits.Sum(), counts.Total);
        var (both, predicted, labelled) = Products(counts);
        var spreadPredicted = (total * total) - predicted;
        var spreadLabelled = (total * total) - labelled;
        if (!(counts.Labelled.Max() < total) || !(spreadLabelled > 0))
            return Derived.None("every row has the same label");
        if (!(counts.Predicted.Max() < total) || !(spreadPredicted > 0))
            return Derived.None("every row has the same prediction");

        var root = Math.Sqrt(spreadPredicted * spreadLabelled);
        var covariance = (hits * total) - both;
        var slope = new ClassCounts(counts.Classes);
        for (var k = 0; k < counts.Classes; k++)
        {
            slope.Hits[k] = total / root;
            slope.Predicted[k] = (-counts.Labelled[k] + (covariance * counts.Predicted[k] / spreadPredicted)) / root;
            slope.Labelled[k] = (-counts.Predicted[k] + (covariance * counts.Labelled[k] / spreadLabelled)) / root;
        }

        var totalSlope = (hits - (covariance * ((total / spreadPredicted) + (total / spreadLabelled)))) / root;
        return new Derived(covariance / root, null, slope, totalSlope);
    }

    /// <summary>Cohen's kappa.</summary>
    public static Derived Kappa(ClassCounts counts)
    {
        var (hits, total) = (counts.Hits.Sum(), counts.Total);
        var (both, _, _) = Products(counts);
        var below = (total * total) - both;
        if (!(below > 0))
            return Derived.None("labels and predictions are all of one class");

        var value = ((hits * total) - both) / below;
        var slope = new ClassCounts(counts.Classes);
        for (var k = 0; k < counts.Classes; k++)
        {
            slope.Hits[k] = total / below;
            slope.Predicted[k] = -counts.Labelled[k] * (1 - value) / below;
            slope.Labelled[k] = -counts.Predicted[k] * (1 - value) / below;
        }

        return new Derived(value, null, slope, (hits - (value * 2 * total)) / below);
    }

    /// <summary>Each row's influence, of rows with one label and one prediction.</summary>
    public static double[] Influence(Derived derived, int[] labels, int[] predictions, double[]? weights)
    {
        var (slope, influence) = (derived.Slope, new double[labels.Length]);
        for (var i = 0; i < influence.Length; i++)
        {
            var (label, prediction) = (labels[i], predictions[i]);
            var sum = slope.Labelled[label] + slope.Predicted[prediction] + derived.TotalSlope;
            if (label == prediction)
                sum += slope.Hits[label];
            influence[i] = weights is null ? sum : sum * weights[i];
        }

        return influence;
    }

    /// <summary>Each row's influence, of rows with any number of labels and predictions.</summary>
    public static double[] Influence(Derived derived, int[][] labels, int[][] predictions, double[]? weights)
    {
        var (slope, influence) = (derived.Slope, new double[labels.Length]);
        for (var i = 0; i < influence.Length; i++)
        {
            var sum = derived.TotalSlope;
            foreach (var label in labels[i])
                sum += slope.Labelled[label];
            foreach (var prediction in predictions[i])
            {
                sum += slope.Predicted[prediction];
                if (Array.IndexOf(labels[i], prediction) >= 0)
                    sum += slope.Hits[prediction];
            }

            influence[i] = weights is null ? sum : sum * weights[i];
        }

        return influence;
    }

    private static Derived Micro(ClassCounts counts, CountRatio ratio, List<int> present)
    {
        var above = present.Sum(k => ratio.Numerator.Of(counts, k));
        var below = present.Sum(k => ratio.Denominator.Of(counts, k));
        if (!(below > 0))
            return Derived.None("no class is ever predicted");
        var value = above / below;
        var slope = new ClassCounts(counts.Classes);
        var total = 0.0;
        foreach (var k in present)
            AddSlope(slope, ref total, ratio, k, 1 / below, value);
        return new Derived(value, null, slope, total);
    }

    private static Derived Macro(ClassCounts counts, CountRatio ratio, List<int> present, IReadOnlyList<string> names)
    {
        var slope = new ClassCounts(counts.Classes);
        var total = 0.0;
        var sum = 0.0;
        foreach (var k in present)
        {
            if (!(ratio.Denominator.Of(counts, k) > 0))
                return Derived.None($"class '{Texts.Shorten(names[k])}' {ratio.Empty}");
            sum += Add(slope, ref total, counts, ratio, k, 1.0 / present.Count);
        }

        return new Derived(sum / present.Count, null, slope, total);
    }

    private static Derived WeightedMean(ClassCounts counts, CountRatio ratio, List<int> present, IReadOnlyList<string> names)
    {
        var labels = present.Sum(k => counts.Labelled[k]);
        if (!(labels > 0))
            return Derived.None("no row has a label");
        var slope = new ClassCounts(counts.Classes);
        var total = 0.0;
        var values = new double[counts.Classes];
        foreach (var k in present.Where(k => counts.Labelled[k] > 0))
        {
            if (!(ratio.Denominator.Of(counts, k) > 0))
                return Derived.None($"class '{Texts.Shorten(names[k])}' {ratio.Empty}");
            values[k] = Add(slope, ref total, counts, ratio, k, counts.Labelled[k] / labels);
        }

        var mean = present.Sum(k => counts.Labelled[k] * values[k]) / labels;
        foreach (var k in present)
            slope.Labelled[k] += (values[k] - mean) / labels;
        return new Derived(mean, null, slope, total);
    }

    /// <summary>The value of one class, whose derivatives are added times a factor.</summary>
    private static double Add(ClassCounts slope, ref double total, ClassCounts counts, CountRatio ratio, int k, double factor)
    {
        var below = ratio.Denominator.Of(counts, k);
        var value = ratio.Numerator.Of(counts, k) / below;
        AddSlope(slope, ref total, ratio, k, factor / below, value);
        return value;
    }

    private static void AddSlope(ClassCounts slope, ref double total, CountRatio ratio, int k, double factor, double value)
    {
        var (above, below) = (ratio.Numerator, ratio.Denominator);
        slope.Hits[k] += factor * (above.Hits - (value * below.Hits));
        slope.Predicted[k] += factor * (above.Predicted - (value * below.Predicted));
        slope.Labelled[k] += factor * (above.Labelled - (value * below.Labelled));
        total += factor * (above.Total - (value * below.Total));
    }

    private static (double Both, double Predicted, double Labelled) Products(ClassCounts counts)
    {
        var (both, predicted, labelled) = (0.0, 0.0, 0.0);
        for (var k = 0; k < counts.Classes; k++)
        {
            both += counts.Predicted[k] * counts.Labelled[k];
            predicted += counts.Predicted[k] * counts.Predicted[k];
            labelled += counts.Labelled[k] * counts.Labelled[k];
        }

        return (both, predicted, labelled);
    }
}
