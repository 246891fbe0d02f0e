namespace MlStrategyGuard;

/// <summary>Two splits of which the first is due to end before the second begins.</summary>
/// <param name="A">The earlier split's name.</param>
/// <param name="B">The later split's name.</param>
public sealed record TimeOrder(string A, string B)
{
    /// <summary>The earlier split's rows with a time.</summary>
    public long RowsA { get; init; }

    /// <summary>The later split's rows with a time.</summary>
    public long RowsB { get; init; }

    /// <summary>Rows of the earlier split that don't come before all of the later.</summary>
    public long LateA { get; init; }

    /// <summary>Rows of the later split that don't come after all of the earlier.</summary>
    public long EarlyB { get; init; }

    /// <summary>Whether these rows were counted; else they are estimated from a sample, and known to exist.</summary>
    public bool IsExact { get; init; }
}
