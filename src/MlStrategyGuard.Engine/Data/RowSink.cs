namespace MlStrategyGuard.Engine.Data;

/// <summary>Takes the rows of a split, or of a part of it.</summary>
internal abstract class RowSink
{
    /// <summary>The number of rows taken.</summary>
    public long Rows { get; protected set; }

    /// <summary>What is wrong with the value that was refused, for a message.</summary>
    public string? Problem { get; protected set; }

    /// <summary>Takes a row.</summary>
    /// <param name="record">The row.</param>
    /// <param name="positions">Where the split's columns are in it.</param>
    /// <returns>−1, or the column whose value isn't what the file declares: see <see cref="Problem"/>.</returns>
    public abstract int Take(in Record record, int[] positions);
}
