using MlStrategyGuard.Engine.Metrics;

namespace MlStrategyGuard.Engine.Analysis;

/// <summary>
/// Finds labels that a model's probabilities speak against: confident learning (Northcutt, Jiang and Chuang 2021, Confident
/// Learning: Estimating Uncertainty in Dataset Labels). A class's threshold is the mean probability of that class over the
/// rows labelled with it; a row counts for the likeliest of the classes whose threshold it reaches, and is suspect if that isn't
/// the class it was given. The probabilities must be of rows that the model wasn't trained on.
/// </summary>
internal static class SuspectFinder
{
    /// <summary>With fewer rows of a class its mean probability says little.</summary>
    private const int FewestOfClass = 10;

    private const int MostPairs = 20;

    /// <summary>The suspects.</summary>
    /// <param name="split">The split's name, for the result.</param>
    /// <param name="rows">Labels and probabilities.</param>
    /// <param name="order">The suspects' rows: those whose own class is least probable first, ties in the order of rows.</param>
    /// <returns>Null if there are no probabilities of all classes, or fewer than two classes have enough rows.</returns>
    public static LabelSuspects? Find(string split, ScoredRows rows, out int[] order)
    {
        order = [];
        if (rows.Labels is not { } labels || Probabilities(rows) is not { } probabilities)
            return null;

        var (sizes, thresholds) = Thresholds(labels, probabilities);
        if (sizes.Count(size => size >= FewestOfClass) < 2)
            return null;

        var joint = new long[probabilities.Length, probabilities.Length];
        var suspects = new List<int>();
        for (var i = 0; i < labels.Length; i++)
        {
            if (Counted(i, probabilities, sizes, thresholds) is not (>= 0 and var likeliest))
                continue;
            joint[labels[i], likeliest]++;
            if (likeliest != labels[i] && sizes[labels[i]] >= FewestOfClass)
                suspects.Add(i);
        }

        order = [.. suspects.OrderBy(i => probabilities[labels[i]][i])];
        return new LabelSuspects(
            split, labels.Length, suspects.Count, ExpectedShare(joint, sizes, labels.Length),
            [
                .. suspects.GroupBy(i => (Given: labels[i], Likelier: Counted(i, probabilities, sizes, thresholds)))
                    .Select(pair => new SuspectPair(rows.Classes[pair.Key.Given], rows.Classes[pair.Key.Likelier], pair.LongCount()))
                    .OrderByDescending(pair => pair.Count)
                    .ThenBy(pair => pair.Given, StringComparer.Ordinal).ThenBy(pair => pair.Likelier, StringComparer.Ordinal)
                    .Take(MostPairs),
            ]);
    }

    /// <summary>By class, then row; null unless they are there for every class, and probabilities.</summary>
    private static double[][]? Probabilities(ScoredRows rows)
    {
        double[][]? found = rows is { Task: LearningTask.BinaryClassification, Positive: >= 0, Scores: { } scores, Classes.Count: 2 }
            ? [.. Enumerable.Range(0, 2).Select(k => k == rows.Positive ? scores : Array.ConvertAll(scores, score => 1 - score))]
            : rows is { Task: LearningTask.MulticlassClassification, Probabilities: { } all } && all.All(ofClass => ofClass is not null)
            ? [.. all.OfType<double[]>()]
            : null;
        return found is { Length: >= 2 } && found.All(ofClass => Array.TrueForAll(ofClass, p => p is >= 0 and <= 1)) ? found : null;
    }

    private static (long[] Sizes, double[] Thresholds) Thresholds(int[] labels, double[][] probabilities)
    {
        var sizes = new long[probabilities.Length];
        var sums = Array.ConvertAll(sizes, _ => new CompensatedSum());
        for (var i = 0; i < labels.Length; i++)
        {
            sizes[labels[i]]++;
            sums[labels[i]].Add(probabilities[labels[i]][i]);
        }

        return (sizes, [.. sizes.Select((size, k) => size == 0 ? double.NaN : sums[k].Value / size)]);
    }

    /// <summary>The likeliest class whose threshold the row reaches; −1 if it reaches none.</summary>
    private static int Counted(int row, double[][] probabilities, long[] sizes, double[] thresholds)
    {
        var best = -1;
        for (var k = 0; k < probabilities.Length; k++)
        {
            if (sizes[k] >= FewestOfClass && probabilities[k][row] >= thresholds[k]
                && (best < 0 || probabilities[k][row] > probabilities[best][row]))
                best = k;
        }

        return best;
    }

    /// <summary>The share off the diagonal, once each given class weighs what it weighs among all rows (the paper's equation 3).</summary>
    private static double ExpectedShare(long[,] joint, long[] sizes, long rows)
    {
        var wrong = 0.0;
        for (var given = 0; given < sizes.Length; given++)
        {
            var counted = 0L;
            for (var k = 0; k < sizes.Length; k++)
                counted += joint[given, k];
            if (counted > 0 && sizes[given] >= FewestOfClass)
                wrong += sizes[given] * (double)(counted - joint[given, given]) / counted;
        }

        return wrong / rows;
    }
}
