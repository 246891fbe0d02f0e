namespace MlStrategyGuard.Studies.Data;

/// <summary>The splits of a strategy.</summary>
/// <param name="Dev">Dev; the usual rules' reference.</param>
/// <param name="Test">Test; the usual rules' current data.</param>
internal sealed record Splits(Table Dev, Table Test)
{
    /// <summary>Train, declared to be of the same distribution; null for none.</summary>
    public Table? Train { get; init; }

    /// <summary>Train-dev, declared to be of the same distribution; null for none.</summary>
    public Table? TrainDev { get; init; }
}
