namespace MlStrategyGuard.Engine.Data;

/// <summary>Takes the rows of a split, or of a part of it.</summary>
internal abstract class RowSink
{
    /// <summary>The number of rows taken.</summary>
    public long Rows { get; protected set; }

    /// <summary>What is wrong with the value that was refused, for a message.</summary>
    public string? Problem { get; protected set; }

    /// <summary>Takes rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="positions">Where the split's columns are in them.</param>
    /// <returns>
    /// −1, or a column with a value that isn't what the file declares: see <see cref="Problem"/>. Some of the rows may
    /// have been taken then.
    /// </returns>
    public abstract int Take(in RowBlock rows, int[] positions);
}
