namespace MlStrategyGuard.Engine.Data;

/// <summary>A file that a strategy file names, directly or by a pattern.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="Shown">Its path relative to the strategy file, with forward slashes.</param>
/// <param name="Source">The path or pattern that leads to it.</param>
internal sealed record DataFile(string FullPath, string Shown, Marked<string> Source)
{
    /// <summary>Its content, if it lies in memory and not on a disk.</summary>
    public byte[]? Content { get; init; }

    /// <summary>Starts reading the file.</summary>
    /// <exception cref="DataFault">It can't be read, or has no usable header.</exception>
    public DelimitedReader Open(CancellationToken cancel)
    {
        if (Content is not null)
            return DelimitedReader.Open(new MemoryStream(Content), Shown, cancel);

        // A named pipe has no length either, and opening one would wait for ever.
        if (new FileInfo(FullPath) is { Exists: true, Length: 0 })
            throw new DataFault(Shown, "it is empty (or no regular file); a header line is needed.");
        return DelimitedReader.Open(FullPath, cancel);
    }
}
