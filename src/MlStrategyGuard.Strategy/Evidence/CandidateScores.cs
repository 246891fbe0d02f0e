namespace MlStrategyGuard;

/// <summary>What a candidate's prediction file says on one split.</summary>
/// <param name="Candidate">The candidate's name.</param>
/// <param name="Split">The split.</param>
/// <param name="File">The path as written, at its place.</param>
/// <param name="Rows">The rows with a label and a prediction that metrics were computed on.</param>
public sealed record CandidateScores(string Candidate, string Split, Marked<string> File, long Rows)
{
    /// <summary>The metrics, in the order in which the strategy asks for them.</summary>
    public IReadOnlyList<ComputedFigure> Figures { get; init; } = [];

    /// <summary>How the rows fit those of the split's data; null if nothing joins them.</summary>
    public PredictionMatch? Match { get; init; }

    /// <summary>The figure of a metric in any spelling.</summary>
    public ComputedFigure? Figure(string metric) =>
        Figures.FirstOrDefault(figure => MetricCatalogue.AreSame(figure.Metric, metric));
}

/// <summary>How a prediction file's rows fit the split's data, joined by id.</summary>
/// <param name="SplitRows">The rows of the split's data.</param>
/// <param name="Missing">Rows of the split without a prediction.</param>
/// <param name="Extra">Predictions of rows that the split doesn't have.</param>
/// <param name="Doubled">Predictions of a row that has one already.</param>
/// <param name="OtherLabels">Rows with another label than in the data.</param>
/// <param name="AmbiguousIds">Rows of the split whose id another row has too.</param>
public sealed record PredictionMatch(
    long SplitRows, long Missing, long Extra, long Doubled, long OtherLabels, long AmbiguousIds);
