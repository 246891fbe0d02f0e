namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// Writes JSON Lines as delimited text with commas, which is then read as any other: the keys make the header, each line
/// becomes one record or a blank line; null and what is absent are empty fields.
/// </summary>
internal sealed class JsonLinesText : ForwardStream
{
    private readonly Stream _json;
    private readonly JsonRows _rows;
    private readonly JsonKey[] _columns;
    private readonly int _limit;
    private byte[] _out = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <param name="json">UTF-8 text with one object a line; owned from here on.</param>
    /// <param name="file">The path as it was given, for faults.</param>
    /// <param name="encoding">The encoding of the file, for faults.</param>
    /// <param name="limit">The longest line in bytes.</param>
    /// <param name="shape">The keys.</param>
    public JsonLinesText(Stream json, string file, string encoding, int limit, JsonShape shape)
    {
        _json = json;
        _limit = limit;
        _rows = new JsonRows(json, file, encoding, limit, shape);
        _columns = [.. _rows.Keys.Where(key => key.HasValue)];
        WriteRecord(header: true);
    }

    /// <summary>Whether a file is JSON Lines: it is called so, or starts as an object does, which no header line does.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="head">The first bytes of the text.</param>
    public static bool Is(string name, ReadOnlySpan<byte> head)
    {
        const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;
        if (name.EndsWith(".gz", IgnoreCase) || name.EndsWith(".zst", IgnoreCase))
            name = name[..name.LastIndexOf('.')];
        if (name.EndsWith(".jsonl", IgnoreCase) || name.EndsWith(".ndjson", IgnoreCase) || name.EndsWith(".json", IgnoreCase))
            return true;
        head = head.TrimStart(" \t\r\n"u8);
        return head is [(byte)'{', ..] && head[1..].TrimStart(" \t"u8) is [(byte)'"' or (byte)'}', ..];
    }

    /// <inheritdoc/>
    /// <exception cref="DataFault">A line is no object.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (_start == _end)
        {
            _start = _end = 0;
            switch (_rows.Next())
            {
                case JsonLine.End:
                    return 0;
                case JsonLine.Blank:
                    Append("\n"u8);
                    break;
                default:
                    WriteRecord(header: false);
                    if (_end > _limit + 1)
                        throw _rows.TooLong();
                    break;
            }
        }

        var count = Math.Min(buffer.Length, _end - _start);
        _out.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _json.Dispose();
        base.Dispose(disposing);
    }

    private void WriteRecord(bool header)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            if (i > 0)
                Append(","u8);
            WriteField(header ? System.Text.Encoding.UTF8.GetBytes(_columns[i].Path) : _rows.ValueOf(_columns[i]));
        }

        // A line without anything would be a blank one.
        Append(_end == 0 ? "\"\"\n"u8 : "\n"u8);
    }

    private void WriteField(ReadOnlySpan<byte> content)
    {
        if (content.IndexOfAny(",\"\r\n"u8) < 0)
        {
            Append(content);
            return;
        }

        Append("\""u8);
        while (content.IndexOf((byte)'"') is >= 0 and var quote)
        {
            Append(content[..(quote + 1)]);
            Append("\""u8);
            content = content[(quote + 1)..];
        }

        Append(content);
        Append("\""u8);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_end + bytes.Length > _out.Length)
            Array.Resize(ref _out, Math.Max(_end + bytes.Length, 2 * _out.Length));
        bytes.CopyTo(_out.AsSpan(_end));
        _end += bytes.Length;
    }
}
