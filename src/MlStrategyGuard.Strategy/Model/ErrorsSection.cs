namespace MlStrategyGuard;

/// <summary>The file's <c>errors:</c>, the error ladder.</summary>
/// <param name="Span">The place of the key <c>errors</c>.</param>
public sealed record ErrorsSection(SourceSpan Span)
{
    /// <summary>The names of the measured rungs, in the order of the ladder.</summary>
    public static IReadOnlyList<string> RungNames { get; } = ["train", "train_dev", "dev", "test", "production"];

    /// <summary>The metric of all rungs; <c>error_rate</c> unless named.</summary>
    public Marked<string>? Metric { get; init; }

    /// <summary>Human figures.</summary>
    public IReadOnlyList<HumanError> Human { get; init; } = [];

    /// <summary>The declared Bayes error.</summary>
    public Rung? Bayes { get; init; }

    /// <summary>The measured rungs, in the order of the ladder.</summary>
    public IReadOnlyList<Rung> Rungs { get; init; } = [];

    /// <summary>The rung of that name.</summary>
    public Rung? Find(string name) => Rungs.FirstOrDefault(rung => rung.Name == name);

    /// <summary>The metric of the rungs: what they say themselves, else <see cref="Metric"/>.</summary>
    public string MetricName =>
        Rungs.Select(rung => rung.Metric).FirstOrDefault(own => own is not null)?.Value ?? Metric?.Value ?? "error_rate";

    /// <summary>Whether rungs name metrics that aren't the same.</summary>
    public bool HasSeveralMetrics => MetricNames.Select(MetricCatalogue.Canonical).Distinct().Count() > 1;

    private IEnumerable<string> MetricNames =>
        Rungs.Concat(Human.Select(human => human.Error)).Concat(Bayes is null ? [] : [Bayes])
            .Select(rung => rung.Metric?.Value ?? Metric?.Value ?? "error_rate");

    /// <summary>What stands in for the Bayes error: the declared figure, else the best human one.</summary>
    /// <param name="higherIsBetter">Whether the figures are of a metric whose larger values are better.</param>
    public Rung? ProxyFor(bool higherIsBetter) => Bayes ?? BestHuman(higherIsBetter)?.Error;

    /// <summary>The best human figure.</summary>
    /// <param name="higherIsBetter">Whether larger figures are better.</param>
    public HumanError? BestHuman(bool higherIsBetter) =>
        Human.OrderBy(human => higherIsBetter ? -human.Error.Error : human.Error.Error).FirstOrDefault();
}

/// <summary>An error, with the rows that it was measured on.</summary>
/// <param name="Name">Which rung.</param>
/// <param name="Error">The error, 0–1 for shares.</param>
/// <param name="Rows">The rows; null: the figure is taken as exact.</param>
/// <param name="Metric">The metric, if the rung names one of its own.</param>
/// <param name="Span">Where the figure stands.</param>
public sealed record Rung(string Name, double Error, long? Rows, Marked<string>? Metric, SourceSpan Span)
{
    /// <summary>The standard error of a figure that was computed from predictions; null: the rows alone tell its noise.</summary>
    public double? Deviation { get; init; }

    /// <summary>The rows whose binomial noise is that standard error, of a share.</summary>
    internal long? DeviationRows { get; init; }

    /// <summary>The rows that a share's noise is reckoned with.</summary>
    internal long? NoiseRows => DeviationRows ?? (Deviation is null ? Rows : null);
}

/// <summary>How well people do.</summary>
/// <param name="Who">Who.</param>
/// <param name="Error">Their error.</param>
public sealed record HumanError(Marked<string>? Who, Rung Error);
