namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>Rows from a limit on up to another one, which isn't among them.</summary>
/// <param name="Axis">What is limited: a column with the filter's name; <see cref="Position"/> for places in the order of rows.</param>
/// <param name="Order">The call that gave the rows their order; null where it is the source's, and for columns.</param>
/// <param name="From">The lower limit.</param>
/// <param name="To">The upper limit.</param>
internal sealed record RowRange(string Axis, Site? Order, double From, double To)
{
    /// <summary>The axis of places, counted from 0.</summary>
    public const string Position = "";

    /// <summary>Whether some row may lie in both.</summary>
    public bool Overlaps(RowRange other) => Math.Max(From, other.From) < Math.Min(To, other.To);

    /// <summary>Whether all rows of another range lie in this one.</summary>
    public bool Contains(RowRange other) => From <= other.From && other.To <= To;

    /// <summary>What lies in both ranges.</summary>
    public RowRange Within(RowRange other) => this with { From = Math.Max(From, other.From), To = Math.Min(To, other.To) };
}
