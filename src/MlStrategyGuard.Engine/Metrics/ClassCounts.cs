namespace MlStrategyGuard.Engine.Metrics;

/// <summary>How often each class is hit, predicted and given, by weight: all that metrics of predicted classes need.</summary>
internal sealed class ClassCounts
{
    /// <param name="classes">The number of classes.</param>
    public ClassCounts(int classes)
    {
        Hits = new double[classes];
        Predicted = new double[classes];
        Labelled = new double[classes];
    }

    /// <summary>The weight of rows of each class that were predicted to be of it.</summary>
    public double[] Hits { get; }

    /// <summary>The weight of rows predicted to be of each class.</summary>
    public double[] Predicted { get; }

    /// <summary>The weight of rows of each class.</summary>
    public double[] Labelled { get; }

    /// <summary>The weight of all rows.</summary>
    public double Total { get; private set; }

    /// <summary>The number of classes.</summary>
    public int Classes => Hits.Length;

    /// <summary>Counts rows with one label and one prediction each.</summary>
    /// <param name="labels">Class numbers from 0.</param>
    /// <param name="predictions">Class numbers from 0, as many.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="weights">As many, or null: every row counts 1.</param>
    public static ClassCounts Of(int[] labels, int[] predictions, int classes, double[]? weights)
    {
        var counts = new ClassCounts(classes);
        if (weights is null)
        {
            counts.Count(labels, predictions);
            return counts;
        }

        for (var i = 0; i < labels.Length; i++)
        {
            var weight = weights[i];
            counts.Labelled[labels[i]] += weight;
            counts.Predicted[predictions[i]] += weight;
            if (labels[i] == predictions[i])
                counts.Hits[labels[i]] += weight;
            counts.Total += weight;
        }

        return counts;
    }

    /// <summary>Counts rows with any number of labels and predictions each.</summary>
    /// <param name="labels">Each row's class numbers, distinct.</param>
    /// <param name="predictions">Each row's class numbers, distinct.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="weights">As many as rows, or null.</param>
    public static ClassCounts Of(int[][] labels, int[][] predictions, int classes, double[]? weights)
    {
        var counts = new ClassCounts(classes);
        for (var i = 0; i < labels.Length; i++)
        {
            var weight = weights?[i] ?? 1;
            foreach (var label in labels[i])
                counts.Labelled[label] += weight;
            foreach (var prediction in predictions[i])
            {
                counts.Predicted[prediction] += weight;
                if (Array.IndexOf(labels[i], prediction) >= 0)
                    counts.Hits[prediction] += weight;
            }

            counts.Total += weight;
        }

        return counts;
    }

    private void Count(int[] labels, int[] predictions)
    {
        // Two classes fit into one table of whole numbers, which is several times as fast.
        if (Classes <= 2)
        {
            Span<long> cells = stackalloc long[4];
            for (var i = 0; i < labels.Length; i++)
                cells[(labels[i] * 2) + predictions[i]]++;
            for (var k = 0; k < Classes; k++)
            {
                Hits[k] = cells[3 * k];
                Labelled[k] = cells[2 * k] + cells[(2 * k) + 1];
                Predicted[k] = cells[k] + cells[2 + k];
            }
        }
        else
        {
            for (var i = 0; i < labels.Length; i++)
            {
                Labelled[labels[i]]++;
                Predicted[predictions[i]]++;
                if (labels[i] == predictions[i])
                    Hits[labels[i]]++;
            }
        }

        Total = labels.Length;
    }
}
