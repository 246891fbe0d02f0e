namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// A data file that can't be read as declared: where, why and what to do. Expected in normal use, so it is
/// shown as a line of its own and never with a stack trace.
/// </summary>
/// <param name="file">The path as it was given.</param>
/// <param name="message">Why, and what to do; without the location, which the caller puts in front.</param>
/// <param name="row">See <see cref="Row"/>.</param>
/// <param name="line">See <see cref="Line"/>.</param>
/// <param name="column">See <see cref="Column"/>.</param>
internal sealed class DataFault(
    string file, string message, long? row = null, long? line = null, string? column = null) : Exception(message)
{
    /// <summary>The path as it was given.</summary>
    public string File { get; } = file;

    /// <summary>Number of the data row from 1, header not counted; null if about the file or its header.</summary>
    public long? Row { get; } = row;

    /// <summary>Number of the physical line from 1; null if about the file as a whole.</summary>
    public long? Line { get; } = line;

    /// <summary>Name of the column; null if none is meant or the header isn't known yet.</summary>
    public string? Column { get; } = column;
}
