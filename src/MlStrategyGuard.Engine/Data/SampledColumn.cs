namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// One column of a <see cref="RowSample"/>: <see cref="Numbers"/> or <see cref="Codes"/>, or both for a column of numbers
/// with few different values, which is compared by its levels.
/// </summary>
/// <param name="Name">The column's name.</param>
/// <param name="Kind">What the whole column holds.</param>
internal sealed record SampledColumn(string Name, ColumnKind Kind)
{
    /// <summary>A number a row, dates as ticks; NaN where there is none. Null for levels and texts.</summary>
    public double[]? Numbers { get; init; }

    /// <summary>Index into <see cref="Levels"/> a row; −1 where there is none. Null for numbers with many values.</summary>
    public int[]? Codes { get; init; }

    /// <summary>The different values in the sample, in ordinal order; texts too. Null if <see cref="Codes"/> is.</summary>
    public string[]? Levels { get; init; }
}
