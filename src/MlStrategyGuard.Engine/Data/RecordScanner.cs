using System.Numerics;
using System.Runtime.Intrinsics;

namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// Splits records into fields (RFC 4180; LF, CRLF and CR all end a line). Looks at 64 bytes at once, and stops only
/// at delimiters, quotes and line ends.
/// </summary>
internal sealed class RecordScanner(byte delimiter)
{
    /// <summary>Bytes that must exist in the buffer behind the text; their values don't matter.</summary>
    public const int Padding = Window;

    /// <summary>The most columns that a file may have, so that a broken header can't take all memory.</summary>
    public const int MaxColumns = 1 << 20;

    private const int Window = 64;

    private FieldSpan[] _fields = new FieldSpan[16];
    private int _kept = MaxColumns;

    // The special bytes of the 64 bytes before _window that haven't been visited yet, one bit each.
    private ulong _specials;
    private int _window;

    /// <summary>The delimiter.</summary>
    public byte Delimiter => delimiter;

    /// <summary>Number of fields of the record, or those found before its scan ended otherwise.</summary>
    public int Count { get; private set; }

    /// <summary>Index behind the record, without its line end; behind what was scanned if there was none.</summary>
    public int End { get; private set; }

    /// <summary>Index of the next record.</summary>
    public int Next { get; private set; }

    /// <summary>Line ends in and behind the record.</summary>
    public int LineEnds { get; private set; }

    /// <summary>Whether a field of the record contains doubled quotes.</summary>
    public bool HasEscapes { get; private set; }

    /// <summary>Whether some field so far had a quote in its text without being quoted.</summary>
    public bool HasBareQuotes { get; private set; }

    /// <summary>Where the open quote is, or the one that text follows, when the status speaks of it.</summary>
    public int QuoteAt { get; private set; }

    /// <summary>The fields found, as many as are kept.</summary>
    public Span<FieldSpan> Fields => _fields.AsSpan(0, Math.Min(Count, _fields.Length));

    /// <summary>One of the fields found.</summary>
    public ref readonly FieldSpan Field(int index) => ref _fields[index];

    /// <summary>Keeps this many fields of a record from now on; further ones are only counted.</summary>
    public void KeepFields(int count)
    {
        _kept = count;
        Array.Resize(ref _fields, count);
    }

    /// <summary>Says that the next record is here, after the text in the buffer moved or grew.</summary>
    public void MoveTo(int start)
    {
        Next = start;
        _window = start;
        _specials = 0;
    }

    /// <summary>Scans the record at <see cref="Next"/>, which moves behind it if it is whole.</summary>
    /// <param name="buffer">The text and <see cref="Padding"/> bytes more.</param>
    /// <param name="end">Index behind the text.</param>
    /// <param name="final">Whether nothing follows the text.</param>
    public ScanStatus Scan(byte[] buffer, int end, bool final)
    {
        var separator = delimiter;
        var specials = _specials;
        var window = _window;
        var fields = _fields;
        var count = 0;
        var lineEnds = 0;
        var start = Next;
        var (quoted, open, escaped) = (false, false, false);
        var closing = 0;
        HasEscapes = false;

        while (true)
        {
            while (specials == 0 && window < end)
            {
                specials = SpecialBytes(buffer, window, end, separator);
                window += Window;
            }

            int at;
            byte special;
            if (specials != 0)
            {
                at = window - Window + BitOperations.TrailingZeroCount(specials);
                specials &= specials - 1;
                special = buffer[at];
            }
            else if (open || !final)
            {
                return Stop(open ? ScanStatus.OpenQuote : ScanStatus.Unfinished, count, end);
            }
            else
            {
                at = end;
                special = (byte)'\n';
            }

            if (open)
            {
                if (special == '"')
                    (open, closing) = (false, at);
                else if (special == '\n' || (special == '\r' && buffer[at + 1] != '\n'))
                    lineEnds++;
                continue;
            }

            if (special == '"')
            {
                // A quote opens at the start of a field, and again right after it closed; elsewhere it is text.
                if (quoted && at == closing + 1)
                {
                    open = escaped = HasEscapes = true;
                }
                else if (at == start)
                {
                    open = quoted = true;
                    start++;
                    QuoteAt = at;
                }
                else
                {
                    HasBareQuotes = true;
                }
                continue;
            }

            if (quoted && at != closing + 1)
            {
                QuoteAt = closing;
                return Stop(ScanStatus.TextAfterQuote, count, at);
            }
            if (special == '\r' && at + 1 == end && !final)
                return Stop(ScanStatus.Unfinished, count, end);

            if (count == fields.Length)
                fields = Grow();
            if (count < fields.Length)
                fields[count] = new FieldSpan(start, (quoted ? closing : at) - start, quoted, escaped);
            count++;
            start = at + 1;
            (quoted, escaped) = (false, false);
            if (special == separator)
                continue;

            LineEnds = lineEnds + 1;
            Next = at == end ? end : special == '\r' && start < end && buffer[start] == '\n' ? at + 2 : start;
            Remember(specials, window);
            return Stop(ScanStatus.Record, count, at);
        }
    }

    private ScanStatus Stop(ScanStatus status, int count, int end)
    {
        Count = count;
        End = end;
        return status;
    }

    private void Remember(ulong specials, int window)
    {
        var behind = window - Next;
        _specials = behind > 0 ? specials & (ulong.MaxValue << (Window - behind)) : 0;
        _window = Math.Max(window, Next);
    }

    private FieldSpan[] Grow()
    {
        if (_fields.Length < _kept)
            Array.Resize(ref _fields, Math.Min(_kept, _fields.Length * 2));
        return _fields;
    }

    private static ulong SpecialBytes(byte[] buffer, int window, int end, byte separator)
    {
        var bytes = buffer.AsSpan(window, Window);
        ulong low = SpecialBytes(Vector256.Create<byte>(bytes), separator);
        ulong high = SpecialBytes(Vector256.Create<byte>(bytes[(Window / 2)..]), separator);
        var specials = low | (high << 32);
        var rest = end - window;
        return rest >= Window ? specials : specials & ((1UL << rest) - 1);
    }

    private static uint SpecialBytes(Vector256<byte> bytes, byte separator) =>
        (Vector256.Equals(bytes, Vector256.Create(separator))
            | Vector256.Equals(bytes, Vector256.Create((byte)'"'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\n'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\r'))).ExtractMostSignificantBits();
}
