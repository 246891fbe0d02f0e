using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Predictions;

/// <summary>
/// Reads files row by row in their order, as far as it goes block by block: many fields of one column at a time. What only
/// reading record by record can judge is read again so, from the start.
/// </summary>
internal static class OrderedFiles
{
    private const int BlockSize = 1 << 18;

    /// <summary>Reads files into one sink.</summary>
    /// <param name="files">The files, at least one.</param>
    /// <param name="layoutOf">Says where the sink's columns are in a file of that header.</param>
    /// <param name="create">Makes an empty sink, once a layout is known.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="DataFault">A file can't be read, or the sink refuses a value.</exception>
    public static TSink Read<TSink>(
        IReadOnlyList<DataFile> files, Func<DataFile, IReadOnlyList<string>, FileLayout> layoutOf, Func<TSink> create, CancellationToken cancel)
        where TSink : RowSink =>
        TryBlocks(files, layoutOf, create, cancel) ?? ByRecord(files, layoutOf, create, cancel);

    private static TSink? TryBlocks<TSink>(
        IReadOnlyList<DataFile> files, Func<DataFile, IReadOnlyList<string>, FileLayout> layoutOf, Func<TSink> create, CancellationToken cancel)
        where TSink : RowSink
    {
        TSink? sink = null;
        var buffer = Array.Empty<byte>();
        foreach (var file in files)
        {
            try
            {
                using var blocks = new TextBlocks(file.Open(cancel), BlockSize);
                var layout = layoutOf(file, blocks.Header);
                sink ??= create();
                var reader = new BlockReader(blocks.Delimiter, blocks.Header.Count, [(sink, layout)]);
                int length;
                while ((length = blocks.Next(ref buffer)) > 0)
                {
                    if (!reader.TryRead(buffer, length))
                        return null;
                }

                if (length < 0)
                    return null;
            }
            catch (DataFault)
            {
                // Reading in order finds out where.
                return null;
            }
        }

        return sink;
    }

    private static TSink ByRecord<TSink>(
        IReadOnlyList<DataFile> files, Func<DataFile, IReadOnlyList<string>, FileLayout> layoutOf, Func<TSink> create, CancellationToken cancel)
        where TSink : RowSink
    {
        TSink? sink = null;
        foreach (var file in files)
        {
            using var reader = file.Open(cancel);
            var layout = layoutOf(file, reader.Header);
            sink ??= create();
            while (reader.ReadRow())
            {
                var record = reader.Current;
                if (layout.Passes(record) && sink.Take(record.AsBlock(), layout.Positions) is >= 0 and var column)
                    throw new DataFault(file.Shown, sink.Problem!, reader.Row, reader.Line, reader.Header[layout.Positions[column]]);
            }
        }

        return sink!;
    }
}
