namespace MlStrategyGuard.Engine.Metrics;

/// <summary>A weighted sum of one class's hits, predictions and labels, and of all rows.</summary>
/// <param name="Hits">The factor of the hits.</param>
/// <param name="Predicted">The factor of the predictions.</param>
/// <param name="Labelled">The factor of the labels.</param>
/// <param name="Total">The factor of all rows.</param>
internal readonly record struct CountForm(double Hits, double Predicted, double Labelled, double Total)
{
    /// <summary>Its value for one class.</summary>
    public double Of(ClassCounts counts, int k) =>
        (Hits * counts.Hits[k]) + (Predicted * counts.Predicted[k]) + (Labelled * counts.Labelled[k]) + (Total * counts.Total);
}

/// <summary>A metric of one class that is a ratio of counts.</summary>
/// <param name="Numerator">What counts.</param>
/// <param name="Denominator">Out of what.</param>
/// <param name="Empty">Why it is undefined when nothing is there to count.</param>
internal sealed record CountRatio(CountForm Numerator, CountForm Denominator, string Empty)
{
    /// <summary>Hits out of the predictions of the class.</summary>
    public static CountRatio Precision { get; } = new(new(1, 0, 0, 0), new(0, 1, 0, 0), "is never predicted");

    /// <summary>Hits out of the rows of the class.</summary>
    public static CountRatio Recall { get; } = new(new(1, 0, 0, 0), new(0, 0, 1, 0), "has no row");

    /// <summary>Hits out of the rows that are of the class or predicted to be.</summary>
    public static CountRatio Jaccard { get; } = new(new(1, 0, 0, 0), new(-1, 1, 1, 0), "has no row and is never predicted");

    /// <summary>Rows of no class that are predicted so, out of those of no class.</summary>
    public static CountRatio Specificity { get; } = new(new(1, -1, -1, 1), new(0, 0, -1, 1), "is every row's");

    /// <summary>Rows of no class that are predicted so, out of those predicted so.</summary>
    public static CountRatio NegativePrecision { get; } = new(new(1, -1, -1, 1), new(0, -1, 0, 1), "is predicted for every row");

    /// <summary>False alarms out of the rows of no class.</summary>
    public static CountRatio FalsePositiveRate { get; } = new(new(-1, 1, 0, 0), new(0, 0, -1, 1), "is every row's");

    /// <summary>Misses out of the rows of the class.</summary>
    public static CountRatio FalseNegativeRate { get; } = new(new(-1, 0, 1, 0), new(0, 0, 1, 0), "has no row");

    /// <summary>
    /// The weighted harmonic mean of precision and recall, (1+β²)·hits / (predictions + β²·labels): 0 without a hit,
    /// undefined only if the class neither occurs nor is predicted.
    /// </summary>
    /// <param name="beta">How many times as much recall counts.</param>
    public static CountRatio F(double beta) =>
        new(new(1 + (beta * beta), 0, 0, 0), new(0, 1, beta * beta, 0), "has no row and is never predicted");
}
