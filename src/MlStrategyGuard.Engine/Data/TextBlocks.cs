namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// Cuts the text behind a file's header into blocks of whole records for several readers: after the last line feed behind
/// an even number of quotes. That is a record's end as long as quotes only stand where they should: whoever reads a block
/// sees the first that doesn't, since a block starts where a record does, and the file is then read in order.
/// </summary>
/// <param name="reader">Stands at the header; owned from here on.</param>
/// <param name="blockSize">Bytes to read at a time.</param>
internal sealed class TextBlocks(DelimitedReader reader, int blockSize) : IDisposable
{
    private byte[] _rest = [];
    private bool _ended;

    /// <summary>The columns' names.</summary>
    public IReadOnlyList<string> Header => reader.Header;

    /// <summary>The character between fields.</summary>
    public byte Delimiter => reader.Delimiter;

    /// <summary>Bytes read from the file so far, as they are stored.</summary>
    public long BytesRead => reader.BytesRead;

    /// <summary>The next block.</summary>
    /// <param name="buffer">Receives it; made larger if need be.</param>
    /// <returns>Its length; 0 behind the last one. −1 if no end of a record is in sight.</returns>
    /// <exception cref="DataFault">The file is damaged or unreadable.</exception>
    public int Next(ref byte[] buffer)
    {
        if (_ended)
            return 0;
        if (buffer.Length < blockSize + _rest.Length + RecordScanner.Padding)
            buffer = new byte[blockSize + _rest.Length + RecordScanner.Padding];
        _rest.CopyTo(buffer, 0);
        var length = _rest.Length;
        while (true)
        {
            var free = buffer.AsSpan(length..^RecordScanner.Padding);
            var count = reader.TakeText(free);
            length += count;
            if (count < free.Length)
            {
                _ended = true;
                return length;
            }

            if (CutAt(buffer.AsSpan(0, length)) is > 0 and var cut)
            {
                _rest = buffer.AsSpan(cut..length).ToArray();
                return cut;
            }

            if (length > DelimitedReader.RecordLimit)
                return -1;
            Array.Resize(ref buffer, (2 * length) + RecordScanner.Padding);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private static int CutAt(ReadOnlySpan<byte> text)
    {
        var quotes = text.Count((byte)'"');
        for (var end = text.Length; end > 0;)
        {
            var cut = text[..end].LastIndexOf((byte)'\n') + 1;
            quotes -= text[cut..end].Count((byte)'"');
            if (cut == 0 || quotes % 2 == 0)
                return cut;
            end = cut - 1;
        }

        return 0;
    }
}
