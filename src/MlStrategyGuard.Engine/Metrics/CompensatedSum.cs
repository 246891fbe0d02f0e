namespace MlStrategyGuard.Engine.Metrics;

/// <summary>
/// A sum whose rounding errors are carried along (Neumaier 1974), so that the order of rows doesn't show in the figures.
/// </summary>
internal struct CompensatedSum
{
    private double _sum;
    private double _rest;

    /// <summary>The sum so far.</summary>
    public readonly double Value => _sum + _rest;

    /// <summary>Adds one term.</summary>
    public void Add(double term)
    {
        var next = _sum + term;
        _rest += Math.Abs(_sum) >= Math.Abs(term) ? _sum - next + term : term - next + _sum;
        _sum = next;
    }

    /// <summary>The sum of all terms.</summary>
    public static double Of(ReadOnlySpan<double> terms)
    {
        var sum = new CompensatedSum();
        foreach (var term in terms)
            sum.Add(term);
        return sum.Value;
    }
}
