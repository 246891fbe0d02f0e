namespace MlStrategyGuard;

/// <summary>One entry of <c>candidates:</c>.</summary>
/// <param name="Name">Its name, at its place.</param>
public sealed record Candidate(Marked<string> Name)
{
    /// <summary>Prediction files by split.</summary>
    public IReadOnlyList<KeyValuePair<string, Marked<string>>> Predictions { get; init; } = [];

    /// <summary>Figures that the team measured.</summary>
    public IReadOnlyList<MeasuredFigure> Measured { get; init; } = [];

    /// <summary>How it compares with others on the same rows, by its predictions.</summary>
    public IReadOnlyList<Lead> Leads { get; init; } = [];

    /// <summary>
    /// The figure of a metric on a split, whatever spelling it was given under. F1 that nobody gave is the harmonic mean
    /// of precision and recall.
    /// </summary>
    public MeasuredFigure? Figure(string metric, string on) =>
        Measured.FirstOrDefault(figure => figure.On == on && MetricCatalogue.AreSame(figure.Metric.Value, metric))
            ?? (MetricCatalogue.AreSame(metric, "f1") ? F1(Figure("precision", on), Figure("recall", on)) : null);

    /// <summary>2PR / (P + R); 0 where either is 0, as precision 1 with recall 0 is worth nothing.</summary>
    private static MeasuredFigure? F1(MeasuredFigure? precision, MeasuredFigure? recall)
    {
        if (precision is null || recall is null)
            return null;
        var (p, r) = (precision.Value.Value, recall.Value.Value);
        var mean = p <= 0 || r <= 0 ? 0 : 2 * p * r / (p + r);
        return new MeasuredFigure(
            new Marked<string>("f1", precision.Metric.Span), new Marked<double>(mean, precision.Value.Span),
            precision.On, precision.Rows == recall.Rows ? precision.Rows : null);
    }
}

/// <summary>A metric's value that the team measured.</summary>
/// <param name="Metric">The metric's name, at its key.</param>
/// <param name="Value">The value, at its place.</param>
/// <param name="On">The split; dev unless named.</param>
/// <param name="Rows">The rows that it was measured on, if known.</param>
public sealed record MeasuredFigure(Marked<string> Metric, Marked<double> Value, string On, long? Rows)
{
    /// <summary>What it was computed from predictions as; null: the team declared it.</summary>
    public ComputedFigure? Computed { get; init; }
}
