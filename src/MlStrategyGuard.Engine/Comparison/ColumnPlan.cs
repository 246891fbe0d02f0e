namespace MlStrategyGuard.Engine.Comparison;

/// <summary>How a column is compared, or why it isn't.</summary>
internal sealed record ColumnPlan
{
    /// <summary>The tests of the column.</summary>
    public IReadOnlyList<ColumnTest> Tests { get; init; } = [];

    /// <summary>What makes it impossible to compare.</summary>
    public ColumnConflict? Conflict { get; init; }

    /// <summary>Its name and why it is left out.</summary>
    public KeyValuePair<string, string>? LeftOut { get; init; }

    /// <summary>A column that is left out.</summary>
    public static ColumnPlan Without(string column, string reason) => new() { LeftOut = new(column, reason) };
}
