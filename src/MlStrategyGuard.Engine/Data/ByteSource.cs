namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// The bytes of a file as UTF-8 without byte order mark: decompresses gzip and Zstandard, whatever the file is
/// called, transcodes UTF-16, composes letters and marks. The bytes still have to be checked (<see cref="Utf8Check"/>).
/// </summary>
internal sealed class ByteSource : IDisposable
{
    // As many bytes as make it clear that text is UTF-16 though it doesn't say so.
    private const int HeadLength = 32;

    // As many bytes as make it clear that text is JSON, if it doesn't start with a lot of white space.
    private const int JsonHeadLength = 256;

    private readonly string _file;
    private readonly CancellationToken _cancel;
    private readonly PeekableStream _raw;
    private readonly bool _isUtf16;
    private Stream _text;
    private ComposedText? _composed;

    private ByteSource(PeekableStream raw, string file, CancellationToken cancel)
    {
        _file = file;
        _cancel = cancel;
        _raw = raw;
        RefuseBinary(raw.Peek(5));

        var text = GzipText.IsGzip(raw.Peek(5)) ? new PeekableStream(new GzipText(raw, file))
            : ZstdText.IsZstd(raw.Peek(5)) ? new PeekableStream(new ZstdText(raw, file))
            : raw;
        var head = text.Peek(HeadLength);
        var mark = head is [0xEF, 0xBB, 0xBF, ..] ? 3 : head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? 2 : 0;
        var utf16 = mark == 2 ? head[0] == 0xFE : mark == 0 ? Utf16Text.IsBigEndian(head) : null;
        var start = text.Peek(JsonHeadLength)[mark..];
        text.ReadExactly(stackalloc byte[mark]);
        if (utf16 is { } bigEndian)
        {
            text = new PeekableStream(new Utf16Text(text, bigEndian));
            start = text.Peek(JsonHeadLength);
        }

        _isUtf16 = utf16 is not null;
        _text = text;
        IsJson = JsonLinesText.Is(file, start);
    }

    /// <summary>Whether the text is JSON Lines; it can be read once <see cref="ReadJson"/> was called.</summary>
    public bool IsJson { get; }

    /// <summary>The encoding of the file, for messages.</summary>
    public string Encoding => _isUtf16 ? "UTF-16" : "UTF-8";

    /// <summary>Bytes read from the file so far; of the compressed file if it is one.</summary>
    public long BytesRead => _raw.BytesTaken;

    /// <summary>Starts reading a stream.</summary>
    /// <param name="stream">Owned from here on, also if this call fails.</param>
    /// <param name="file">The path as it was given, for faults.</param>
    /// <param name="cancel">Checked at every read.</param>
    /// <exception cref="DataFault">The file is of a known binary format, damaged or unreadable.</exception>
    public static ByteSource Open(Stream stream, string file, CancellationToken cancel)
    {
        try
        {
            cancel.ThrowIfCancellationRequested();
            return new ByteSource(new PeekableStream(stream), file, cancel);
        }
        catch (Exception exception)
        {
            stream.Dispose();
            if (FileTrouble.Explain(file, exception) is { } fault)
                throw fault;
            throw;
        }
    }

    /// <summary>Reads JSON Lines to their end for their keys.</summary>
    /// <param name="limit">The longest line in bytes.</param>
    /// <exception cref="DataFault">The file is damaged or unreadable, or a line is no object.</exception>
    public JsonShape FindShape(int limit)
    {
        try
        {
            return JsonShape.Find(new JsonRows(_text, _file, Encoding, limit, null), _cancel);
        }
        catch (Exception exception) when (FileTrouble.Explain(_file, exception) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>Makes delimited text of JSON Lines, before anything is read.</summary>
    /// <param name="shape">Their keys.</param>
    /// <param name="limit">The longest line in bytes.</param>
    public void ReadJson(JsonShape shape, int limit) => _text = new JsonLinesText(_text, _file, Encoding, limit, shape);

    /// <summary>Reads until the buffer is full or the text ends.</summary>
    /// <returns>The number of bytes; fewer than asked for only at the end.</returns>
    /// <exception cref="DataFault">The file is damaged or unreadable.</exception>
    public int Read(Span<byte> buffer)
    {
        _composed ??= new ComposedText(_text);
        var count = 0;
        try
        {
            while (count < buffer.Length)
            {
                _cancel.ThrowIfCancellationRequested();
                var taken = _composed.Read(buffer[count..]);
                if (taken == 0)
                    break;
                count += taken;
            }
        }
        catch (Exception exception) when (FileTrouble.Explain(_file, exception) is { } fault)
        {
            throw fault;
        }
        return count;
    }

    /// <summary>Disposes everything but the stream that was opened.</summary>
    public void Release()
    {
        _raw.KeepOpen = true;
        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => _text.Dispose();

    private void RefuseBinary(ReadOnlySpan<byte> head)
    {
        var format = head switch
        {
            [0x50, 0x4B, 0x03, 0x04, ..] => "a ZIP archive or an Excel workbook",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Excel workbook",
            [0x50, 0x41, 0x52, 0x31, 0x15, ..] => "a Parquet file",
            [0xFD, 0x37, 0x7A, 0x58, 0x5A, ..] => "compressed with xz",
            _ => null,
        };
        if (format is not null)
            throw new DataFault(_file, $"the file is {format}: save it as delimited text or JSON Lines (.csv, .tsv, .jsonl, plain or as .gz or .zst)");
    }
}
