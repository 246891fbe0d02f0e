namespace MlStrategyGuard.Engine.Data;

/// <summary>A file that a strategy file names, directly or by a pattern.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="Shown">Its path relative to the strategy file, with forward slashes.</param>
/// <param name="Source">The path or pattern that leads to it.</param>
internal sealed record DataFile(string FullPath, string Shown, Marked<string> Source)
{
    // To find the keys of JSON Lines takes reading the whole file: once is enough.
    private JsonShape? _shape;

    /// <summary>Its content, if it lies in memory and not on a disk.</summary>
    public byte[]? Content { get; init; }

    /// <summary>Starts reading the file.</summary>
    /// <exception cref="DataFault">It can't be read, or has no usable header.</exception>
    public DelimitedReader Open(CancellationToken cancel)
    {
        // A named pipe has no length either, and opening one would wait for ever.
        if (Content is null && new FileInfo(FullPath) is { Exists: true, Length: 0 })
            throw new DataFault(Shown, "it is empty (or no regular file); a header line is needed.");
        var reader = Content is null
            ? DelimitedReader.Open(FullPath, cancel, _shape)
            : DelimitedReader.Open(new MemoryStream(Content), Shown, cancel, shape: _shape);
        _shape = reader.Shape;
        return reader;
    }
}
