using System.Globalization;
using System.Text;

namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// Reads delimited text (RFC 4180 and what is written in its name) record by record in bounded memory: UTF-8 or
/// UTF-16, plain, gzip or Zstandard; LF, CRLF or CR; a comma, semicolon, tab or vertical bar between fields. JSON Lines are
/// read as delimited text too: see <see cref="JsonLinesText"/>.
/// </summary>
/// <remarks>
/// The first record is the header. Empty lines are skipped, also in a file of one column, where a missing value has
/// to be written as <c>""</c>. Spaces belong to the fields. A quote opens a quoted field only as its first byte;
/// elsewhere it is text. Every row has as many fields as the header. After a <see cref="DataFault"/> the reader can
/// only be disposed.
/// </remarks>
internal sealed class DelimitedReader : IDisposable
{
    /// <summary>The longest record that is read, in bytes of UTF-8 without its line end.</summary>
    public const int RecordLimit = 16 * 1024 * 1024;

    private const int DefaultBlock = 256 * 1024;
    private const int LongestLineEnd = 2;
    private const int NoQuote = -1;

    private readonly ByteSource _source;
    private readonly string _file;
    private readonly int _recordLimit;
    private readonly TextBuffer _text;
    private readonly RecordScanner _scanner;
    private readonly string[] _header = [];

    // Of the record that is current or being read.
    private int _start;
    private int _lineEnds;

    private DelimitedReader(ByteSource source, string file, int blockSize, int recordLimit)
    {
        _source = source;
        _file = file;
        _recordLimit = recordLimit;
        _text = new TextBuffer(source, blockSize, recordLimit + LongestLineEnd);
        _scanner = new RecordScanner(source.IsJson ? (byte)',' : DelimiterSniffer.FromName(file) ?? SniffDelimiter());
        _header = ReadHeader();
        _scanner.KeepFields(_header.Length);
    }

    /// <summary>The column names: trimmed, distinct, and <c>column_n</c> from 1 where the file has none.</summary>
    public IReadOnlyList<string> Header => _header;

    /// <summary>Number of the current row from 1, header not counted; 0 before the first.</summary>
    public long Row { get; private set; }

    /// <summary>The physical line from 1 on which the current row starts.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Number of fields of a row.</summary>
    public int FieldCount => _header.Length;

    /// <summary>Bytes read from the file so far, as they are stored (compressed, if they are).</summary>
    public long BytesRead => _source.BytesRead;

    /// <summary>The character between fields.</summary>
    public byte Delimiter => _scanner.Delimiter;

    /// <summary>The current row.</summary>
    public Record Current => new(_text.Bytes, _scanner.Fields);

    /// <summary>The keys of JSON Lines; null for delimited text.</summary>
    public JsonShape? Shape { get; private init; }

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancel">Checked once a block, also in <see cref="ReadRow"/>.</param>
    /// <param name="shape">Its keys, if it is known to be JSON Lines.</param>
    /// <exception cref="DataFault">The file can't be read, or has no header or not a usable one.</exception>
    /// <exception cref="OperationCanceledException">Reading was cancelled.</exception>
    public static DelimitedReader Open(string path, CancellationToken cancel, JsonShape? shape = null) =>
        Open(FileTrouble.Open(path), path, cancel, shape: shape);

    /// <summary>Reads a stream as the file of that name, and its header at once.</summary>
    /// <param name="stream">Owned from here on, also if this call fails. JSON Lines are read twice, so they must be seekable.</param>
    /// <param name="name">For faults; its extension can tell the delimiter.</param>
    /// <param name="cancel">Checked once a block.</param>
    /// <param name="blockSize">Bytes to read at once.</param>
    /// <param name="recordLimit">The longest record in bytes; see <see cref="RecordLimit"/>.</param>
    /// <param name="shape">Its keys, if it is known to be JSON Lines.</param>
    /// <exception cref="DataFault">As for a file.</exception>
    public static DelimitedReader Open(
        Stream stream,
        string name,
        CancellationToken cancel,
        int blockSize = DefaultBlock,
        int recordLimit = RecordLimit,
        JsonShape? shape = null)
    {
        var source = ByteSource.Open(stream, name, cancel);
        try
        {
            if (source.IsJson)
            {
                if (shape is null)
                {
                    shape = source.FindShape(recordLimit);
                    source.Release();
                    stream.Position = 0;
                    source = ByteSource.Open(stream, name, cancel);
                }

                source.ReadJson(shape, recordLimit);
            }

            return new DelimitedReader(source, name, blockSize, recordLimit) { Shape = source.IsJson ? shape : null };
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Moves to the next row.</summary>
    /// <returns>False behind the last row.</returns>
    /// <exception cref="DataFault">The row is ragged, badly quoted, too long or no text.</exception>
    public bool ReadRow()
    {
        if (!NextRecord())
            return false;
        if (_scanner.Count != _header.Length)
            throw Ragged();
        Row++;
        return true;
    }

    /// <summary>
    /// The content of a field of the current row as UTF-8, without quotes; valid until the next
    /// <see cref="ReadRow"/>.
    /// </summary>
    public ReadOnlySpan<byte> Field(int index)
    {
        ref readonly var field = ref _scanner.Field(index);
        return _text.Bytes.AsSpan(field.Start, field.Length);
    }

    /// <summary>Whether a field of the current row is written in quotes.</summary>
    public bool IsQuoted(int index) => _scanner.Field(index).Quoted;

    /// <summary>
    /// Hands out the text behind the current row, or behind the header, as it is: whoever calls this reads the records
    /// and checks the text. No row can be read afterwards.
    /// </summary>
    /// <returns>The number of bytes; fewer than asked for only at the end.</returns>
    /// <exception cref="DataFault">The file is damaged or unreadable.</exception>
    public int TakeText(Span<byte> buffer)
    {
        var held = Math.Min(buffer.Length, _text.End - _scanner.Next);
        _text.Bytes.AsSpan(_scanner.Next, held).CopyTo(buffer);
        _scanner.MoveTo(_scanner.Next + held);
        return held == buffer.Length ? held : held + _source.Read(buffer[held..]);
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    private string[] ReadHeader()
    {
        if (!NextRecord())
            throw new DataFault(_file, "the file is empty: a header line is needed");
        if (_scanner.Count > RecordScanner.MaxColumns)
        {
            throw Fault(string.Create(
                CultureInfo.InvariantCulture,
                $"{_scanner.Count:N0} columns, at most {RecordScanner.MaxColumns:N0} are read: check the delimiter"));
        }

        var names = new string[_scanner.Count];
        var indexes = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            var name = Encoding.UTF8.GetString(Field(i)).Trim();
            names[i] = name.Length > 0 ? name : $"column_{i + 1}";
            if (!indexes.TryAdd(names[i], i))
            {
                throw new DataFault(
                    _file,
                    $"columns {indexes[names[i]] + 1} and {i + 1} have the same name: rename one of them",
                    line: Line,
                    column: names[i]);
            }
        }
        return names;
    }

    private byte SniffDelimiter()
    {
        while (true)
        {
            var text = _text.Bytes.AsSpan(0, _text.End);
            // What is no text needs no delimiter: reading the header will say so.
            var final = _text.Final || _text.InvalidAt != TextBuffer.Nowhere;
            if (DelimiterSniffer.FromText(text, final, out var openQuote) is { } delimiter)
                return delimiter;
            if (IsTooLong())
                throw TooLong(openQuote);
            _text.Refill(0);
        }
    }

    private bool NextRecord()
    {
        do
        {
            Line += _lineEnds;
            _lineEnds = 0;
            _start = _scanner.Next;
            if (!Scan())
                return false;
            // A line of JSON is one record whatever is in it, and the header isn't in the file.
            _lineEnds = !_source.IsJson ? _scanner.LineEnds : _header.Length == 0 ? 0 : 1;
        }
        while (_scanner.End == _start);

        if (_scanner.End - _start > _recordLimit)
            throw TooLong(NoQuote);
        if (_scanner.HasEscapes)
            Record.Unescape(_text.Bytes, _scanner.Fields);
        return true;
    }

    private bool Scan()
    {
        while (_start < _text.End || !_text.Final)
        {
            var status = _scanner.Scan(_text.Bytes, _text.End, _text.Final);
            if (_text.InvalidAt < _scanner.End)
                throw NoText();
            if (status == ScanStatus.Record)
                return true;
            if (status == ScanStatus.TextAfterQuote)
                throw TextAfterQuote();

            var openQuote = status == ScanStatus.OpenQuote ? _scanner.QuoteAt : NoQuote;
            if (_text.Final)
                throw NeverClosed(openQuote);
            if (IsTooLong())
                throw TooLong(openQuote, openQuote == NoQuote ? null : _scanner.Count);

            _text.Refill(_start);
            _start = 0;
            _scanner.MoveTo(0);
        }
        return false;
    }

    private bool IsTooLong() => _text.End - _start >= _recordLimit + LongestLineEnd;

    private DataFault Ragged()
    {
        var (expected, found) = (_header.Length, _scanner.Count);
        var delimiter = DelimiterSniffer.NameOf(_scanner.Delimiter);
        var advice = found < expected
            ? "the row ends here; write missing values as empty fields, and text with line breaks in quotes"
            : $"the row goes on after the last column; write text with a {delimiter} in quotes";
        return Fault(
            $"{found} {(found == 1 ? "field" : "fields")} where the header has {expected}: {advice}", Line, Math.Min(found, expected) - 1);
    }

    private DataFault NoText()
    {
        var at = _text.InvalidAt;
        var problem = _text.Bytes[at] == 0
            ? "a NUL character: the file is damaged, or no text; save it as UTF-8"
            : $"this is not valid {_source.Encoding}: save the file as UTF-8";

        var index = 0;
        while (index < _scanner.Fields.Length && _scanner.Fields[index].OuterEnd < at)
            index++;
        return Fault(problem, LineAt(at), index);
    }

    private DataFault TextAfterQuote() =>
        Fault(
            "text follows the closing quote of a field: double the quotes inside it, or remove them",
            LineAt(_scanner.QuoteAt),
            _scanner.Count);

    private DataFault NeverClosed(int openQuote) =>
        Fault("the quote that opens here is never closed: close or remove it", LineAt(openQuote), _scanner.Count);

    private DataFault TooLong(int openQuote, int? index = null)
    {
        var limit = _recordLimit.ToString("N0", CultureInfo.InvariantCulture);
        var reason = openQuote == NoQuote
            ? "no line break found; check that this is delimited text"
            : $"a quote that opens on line {LineAt(openQuote)} isn't closed; close or remove it";
        return Fault($"more than {limit} bytes in one record: {reason}", Line, index);
    }

    /// <summary>A fault in the record being read.</summary>
    private DataFault Fault(string message, long? line = null, int? index = null)
    {
        line ??= Line;
        if (_header.Length == 0)
        {
            var place = index is { } i ? $"header, column {i + 1}: " : "header: ";
            return new DataFault(_file, place + message, line: line);
        }
        return new DataFault(_file, message, Row + 1, line, index < _header.Length ? _header[index.Value] : null);
    }

    /// <summary>The physical line of a byte in the record being read.</summary>
    private long LineAt(int index)
    {
        var line = Line;
        var bytes = _text.Bytes;
        for (var i = _start; i < index; i++)
        {
            if (bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n'))
                line++;
        }
        return line;
    }
}
