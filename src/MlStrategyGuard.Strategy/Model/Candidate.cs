namespace MlStrategyGuard;

/// <summary>One entry of <c>candidates:</c>.</summary>
/// <param name="Name">Its name, at its place.</param>
public sealed record Candidate(Marked<string> Name)
{
    /// <summary>Prediction files by split.</summary>
    public IReadOnlyList<KeyValuePair<string, Marked<string>>> Predictions { get; init; } = [];

    /// <summary>Figures that the team measured.</summary>
    public IReadOnlyList<MeasuredFigure> Measured { get; init; } = [];

    /// <summary>The figure of a metric on a split, whatever spelling it was given under.</summary>
    public MeasuredFigure? Figure(string metric, string on) =>
        Measured.FirstOrDefault(figure => figure.On == on && MetricCatalogue.AreSame(figure.Metric.Value, metric));
}

/// <summary>A metric's value that the team measured.</summary>
/// <param name="Metric">The metric's name, at its key.</param>
/// <param name="Value">The value, at its place.</param>
/// <param name="On">The split; dev unless named.</param>
/// <param name="Rows">The rows that it was measured on, if known.</param>
public sealed record MeasuredFigure(Marked<string> Metric, Marked<double> Value, string On, long? Rows);
