using System.Globalization;
using System.Text.Json;

namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// Reads JSON Lines: UTF-8 text with one object a line. The values are texts, numbers, true, false, null, lists of those, and
/// objects, whose keys get the outer one's name and a dot in front. A list is its elements with semicolons between. Blank lines
/// are skipped.
/// </summary>
internal sealed class JsonRows
{
    private const int BlockSize = 64 * 1024;
    private const int LongestLineEnd = 2;
    private const byte ListSeparator = (byte)';';

    private readonly Stream _text;
    private readonly string _file;
    private readonly string _encoding;
    private readonly int _limit;
    private readonly bool _isKnown;
    private readonly JsonKey _outermost = new(null, "", JsonShape.Outermost);
    private readonly List<JsonKey> _keys = [];
    private long _namesLength;

    private byte[] _buffer = new byte[BlockSize];
    private int _next;
    private int _end;
    private bool _final;

    private byte[] _values = new byte[BlockSize];
    private int _used;

    /// <param name="text">The text; not owned.</param>
    /// <param name="file">The path as it was given, for faults.</param>
    /// <param name="encoding">The encoding of the file, for faults.</param>
    /// <param name="limit">The longest line in bytes.</param>
    /// <param name="shape">The keys, if they are known: others are faults then.</param>
    public JsonRows(Stream text, string file, string encoding, int limit, JsonShape? shape)
    {
        (_text, _file, _encoding, _limit) = (text, file, encoding, limit);
        foreach (var (parent, name, isColumn) in shape?.Keys ?? [])
            Add(parent == JsonShape.Outermost ? _outermost : _keys[parent], name).HasValue = isColumn;
        _isKnown = shape is not null;
    }

    /// <summary>The keys so far, in the order of their first appearance.</summary>
    public IReadOnlyList<JsonKey> Keys => _keys;

    /// <summary>The current line from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The current row from 1.</summary>
    public long Row { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <exception cref="DataFault">It is neither blank nor an object as described.</exception>
    public JsonLine Next()
    {
        var line = NextLine();
        if (line < 0)
            return JsonLine.End;
        var text = _buffer.AsSpan(_next - line, line).TrimEnd("\r\n"u8);
        if (text.IndexOfAnyExcept(" \t\r"u8) < 0)
            return JsonLine.Blank;

        Row++;
        if (text.Length > _limit)
            throw TooLong();
        if (Utf8Check.IndexOfInvalid(text) is >= 0 and var invalid)
        {
            throw Fault(text[invalid] == 0
                ? "a NUL character: the file is damaged, or no text; save it as UTF-8"
                : $"this is not valid {_encoding}: save the file as UTF-8");
        }

        Parse(text);
        return JsonLine.Row;
    }

    /// <summary>A key's value in the current row as UTF-8; empty if it is null or absent.</summary>
    public ReadOnlySpan<byte> ValueOf(JsonKey key) => key.Row == Row ? _values.AsSpan(key.Start, key.Length) : [];

    /// <summary>The fault of a file without a value.</summary>
    public DataFault Nothing() => new(_file, Row == 0
        ? "the file is empty: an object a line is needed"
        : "no object in the file has a key: an object a line is needed, its keys are the columns");

    /// <summary>The fault of a row that is too long.</summary>
    public DataFault TooLong() => Fault(string.Create(
        CultureInfo.InvariantCulture, $"more than {_limit:N0} bytes in one line: write one object a line"));

    /// <summary>Moves behind the next line.</summary>
    /// <returns>Its length with its end, −1 if there is none.</returns>
    private int NextLine()
    {
        var looked = _next;
        while (true)
        {
            if (_buffer.AsSpan(looked.._end).IndexOf((byte)'\n') is >= 0 and var at)
            {
                var length = looked + at + 1 - _next;
                Line++;
                _next += length;
                return length;
            }

            looked = _end;
            if (_end - _next > _limit + LongestLineEnd)
            {
                Line++;
                Row++;
                throw TooLong();
            }

            if (_final)
            {
                var rest = _end - _next;
                _next = _end;
                Line++;
                return rest > 0 ? rest : -1;
            }

            if (_next > 0)
            {
                _buffer.AsSpan(_next.._end).CopyTo(_buffer);
                _end -= _next;
                looked -= _next;
                _next = 0;
            }
            else if (_end == _buffer.Length)
            {
                Array.Resize(ref _buffer, (int)Math.Min(2L * _buffer.Length, _limit + (long)BlockSize));
            }

            var count = _text.Read(_buffer.AsSpan(_end));
            _end += count;
            _final = count == 0;
        }
    }

    private void Parse(ReadOnlySpan<byte> line)
    {
        _used = 0;
        var closed = false;
        var reader = new Utf8JsonReader(line);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw Fault(reader.TokenType == JsonTokenType.StartArray
                    ? "a list where an object is needed: write one object a line, not one list of all (in pandas: to_json(..., orient='records', lines=True))"
                    : "a value where an object is needed: write one object a line");
            }

            ReadObject(ref reader, _outermost);
            closed = true;
            reader.Read();
        }
        catch (JsonException exception)
        {
            // Where compressed data is cut short, nonsense comes out before that is noticed.
            if (!_final)
                _ = _text.Read(new byte[BlockSize]);
            throw Fault(closed ? "something follows the object: write one object a line" : Problem(line, exception));
        }
        catch (InvalidOperationException)
        {
            throw Fault("a \\u escape is half a surrogate pair: write the text as UTF-8");
        }
    }

    private static string Problem(ReadOnlySpan<byte> line, JsonException exception)
    {
        var at = (int)Math.Min(exception.BytePositionInLine ?? 0, line.Length);
        var rest = line[at..].TrimStart(" \t\r-"u8);
        if (rest.IsEmpty)
            return "the object isn't closed on its line: write one object a line";
        return rest.StartsWith("NaN"u8) || rest.StartsWith("Inf"u8)
            ? "NaN and Infinity aren't JSON: write null for a missing value"
            : string.Create(CultureInfo.InvariantCulture, $"this is not valid JSON from byte {at + 1:N0} of the line on: write one object a line");
    }

    private void ReadObject(ref Utf8JsonReader reader, JsonKey parent)
    {
        parent.StartObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = parent.Find(ref reader, out var name) ?? New(parent, name);
            if (key.Row == Row)
                throw Fault("the key stands twice in the object: remove one", key);
            (key.Row, key.Start, key.Length) = (Row, _used, 0);
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    key.IsObject = true;
                    ReadObject(ref reader, key);
                    break;
                case JsonTokenType.Null:
                    break;
                default:
                    if (_isKnown && !key.HasValue)
                        throw Changed(key);
                    key.HasValue = true;
                    if (reader.TokenType == JsonTokenType.StartArray)
                        ReadList(ref reader, key);
                    else
                        Append(ref reader, key);
                    key.Length = _used - key.Start;
                    break;
            }
        }
    }

    private void ReadList(ref Utf8JsonReader reader, JsonKey key)
    {
        for (var first = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray; first = false)
        {
            if (!first)
                Append([ListSeparator]);
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                throw Fault("a list or an object within a list isn't read: write each of its values under a key of its own", key);
            var start = _used;
            if (reader.TokenType != JsonTokenType.Null)
                Append(ref reader, key);
            if (_values.AsSpan(start.._used).Contains(ListSeparator))
                throw Fault("an element of the list contains a semicolon, which separates elements: write another character", key);
        }
    }

    private void Append(ref Utf8JsonReader reader, JsonKey key)
    {
        if (reader.TokenType != JsonTokenType.String || !reader.ValueIsEscaped)
        {
            Append(reader.ValueSpan);
            return;
        }

        Grow(reader.ValueSpan.Length);
        var length = reader.CopyString(_values.AsSpan(_used));
        if (_values.AsSpan(_used, length).Contains((byte)0))
            throw Fault("a NUL character: remove it", key);
        _used += length;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        Grow(bytes.Length);
        bytes.CopyTo(_values.AsSpan(_used));
        _used += bytes.Length;
    }

    private void Grow(int more)
    {
        if (_used + more > _values.Length)
            Array.Resize(ref _values, Math.Max(_used + more, 2 * _values.Length));
    }

    private JsonKey New(JsonKey parent, string name)
    {
        var key = Add(parent, name);
        if (_isKnown)
            throw Changed(key);
        if (_keys.Count > RecordScanner.MaxColumns || _namesLength > _limit)
        {
            throw Fault(string.Create(
                CultureInfo.InvariantCulture,
                $"{_keys.Count:N0} different keys so far, more than are read: write what differs from row to row, as ids do, as values"));
        }

        return key;
    }

    private JsonKey Add(JsonKey parent, string name)
    {
        var key = new JsonKey(parent == _outermost ? null : parent, name, _keys.Count);
        parent.Add(key);
        _keys.Add(key);
        _namesLength += key.Path.Length + 1;
        return key;
    }

    private DataFault Changed(JsonKey key) => Fault("the file has changed while it was read: try again", key);

    private DataFault Fault(string message, JsonKey? key = null) => new(_file, message, Row, Line, key?.Path);
}
