using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// Transcodes UTF-16 to UTF-8. What isn't UTF-16 (half a surrogate pair, half a code unit at the end) becomes the
/// byte 0xFF, which UTF-8 never contains: the reader then finds it, with row, line and column.
/// </summary>
internal sealed class Utf16Text(Stream utf16, bool bigEndian) : ForwardStream
{
    private const byte Invalid = 0xFF;
    private const int Units = 16 * 1024;

    private readonly byte[] _in = new byte[Units * sizeof(char)];
    private readonly byte[] _out = new byte[Units * 3];
    private int _inCount;
    private int _outStart;
    private int _outEnd;
    private bool _ended;

    /// <summary>
    /// Whether text without a byte order mark is UTF-16: null if it isn't clear. Clear is a start of Latin letters
    /// and punctuation, whose every other byte is NUL.
    /// </summary>
    /// <returns>True for big endian, false for little endian.</returns>
    public static bool? IsBigEndian(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4)
            return null;
        var nulls = (Even: 0, Odd: 0);
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            nulls.Even += head[i] == 0 ? 1 : 0;
            nulls.Odd += head[i + 1] == 0 ? 1 : 0;
        }
        var units = head.Length / 2;
        return nulls == (0, units) ? false : nulls == (units, 0) ? true : null;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (_outStart == _outEnd)
        {
            if (_ended)
                return 0;
            Refill();
        }

        var count = Math.Min(buffer.Length, _outEnd - _outStart);
        _out.AsSpan(_outStart, count).CopyTo(buffer);
        _outStart += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            utf16.Dispose();
        base.Dispose(disposing);
    }

    private void Refill()
    {
        var taken = utf16.Read(_in.AsSpan(_inCount));
        _ended = taken == 0;
        _inCount += taken;
        _outStart = _outEnd = 0;

        var whole = _in.AsSpan(0, _inCount & ~1);
        var units = MemoryMarshal.Cast<byte, char>(whole);
        if (bigEndian == BitConverter.IsLittleEndian)
        {
            // A unit left over from before was swapped then and is swapped back first: see the end.
            var raw = MemoryMarshal.Cast<byte, ushort>(whole);
            BinaryPrimitives.ReverseEndianness(raw, raw);
        }

        var used = 0;
        while (true)
        {
            var status = Utf8.FromUtf16(
                units[used..], _out.AsSpan(_outEnd), out var read, out var written,
                replaceInvalidSequences: false, isFinalBlock: _ended);
            used += read;
            _outEnd += written;
            if (status != OperationStatus.InvalidData)
                break;
            _out[_outEnd++] = Invalid;
            used++;
        }

        var rest = _in.AsSpan(used * sizeof(char), _inCount - used * sizeof(char));
        if (_ended && rest.Length > 0)
        {
            _out[_outEnd++] = Invalid;
            rest = [];
        }
        if (bigEndian == BitConverter.IsLittleEndian && rest.Length >= sizeof(char))
            rest[..sizeof(char)].Reverse();
        rest.CopyTo(_in);
        _inCount = rest.Length;
    }
}
