namespace MlStrategyGuard.Engine.Metrics;

/// <summary>A metric's value on some rows, or why it has none, with what its interval needs.</summary>
internal sealed record MetricEstimate
{
    private readonly object _gate = new();
    private double[]? _influence;

    private MetricEstimate(double value, string? undefined)
    {
        Value = value;
        Undefined = undefined;
    }

    /// <summary>The value; NaN if there is none.</summary>
    public double Value { get; }

    /// <summary>Why there is no value, as a clause; null if there is one.</summary>
    public string? Undefined { get; }

    /// <summary>The scale of its interval.</summary>
    public IntervalShape Shape { get; init; } = IntervalShape.Open;

    /// <summary>Hits and trials, if every row counts the same and the value is their share, or <see cref="FromBase"/> of it.</summary>
    public (long Hits, long Trials)? Counts { get; init; }

    /// <summary>The share or mean whose interval is taken; the value itself unless said.</summary>
    public double? Base { get; init; }

    /// <summary>The monotone function that makes the metric of its base, such as a root.</summary>
    public Func<double, double>? FromBase { get; init; }

    /// <summary>The derivative of <see cref="FromBase"/> at the base; NaN if there is none, as of quantiles.</summary>
    public double BaseSlope { get; init; } = 1;

    /// <summary>Why an interval would promise too much; null if it may be computed.</summary>
    public string? TooFew { get; init; }

    /// <summary>By how much the value is too large on average, being a sum of absolute values.</summary>
    public double Bias { get; init; }

    /// <summary>The rows (or queries) that decide it: of a class, the rows of that class.</summary>
    public long Deciding { get; init; }

    /// <summary>Of an area under a curve, how many rows of the class and how many others count, as many of equal weight.</summary>
    public (double Up, double Down)? Sides { get; init; }

    /// <summary>The spread of the influences where it can be told without them; null otherwise.</summary>
    public Func<Spread>? SpreadOf { get; init; }

    /// <summary>Makes the influence of each row.</summary>
    public Func<double[]>? InfluenceOf { get; init; }

    /// <summary>
    /// What each row (or query) adds to the deviation of the base from the truth, to first order: the empirical
    /// influence function divided by the number of rows (the infinitesimal jackknife, Jaeckel 1972). Sums to zero.
    /// Times <see cref="BaseSlope"/> it is the value's.
    /// </summary>
    public double[]? Influence
    {
        get
        {
            // Several comparisons may ask for it at once.
            lock (_gate)
                return _influence ??= InfluenceOf?.Invoke();
        }
    }

    /// <summary>A value.</summary>
    public static MetricEstimate Of(double value) => new(value, null);

    /// <summary>No value, and why: a clause.</summary>
    public static MetricEstimate None(string why) => new(double.NaN, why);

    /// <summary>Lets the influence go, which is as large as the data.</summary>
    public void Forget() => _influence = null;
}
