using System.Buffers;
using System.Text;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// UTF-8 with letters and marks composed (see <see cref="Composition"/>), wherever it is read in pieces. Text without marks, nearly all
/// there is, passes through as it is; what is no UTF-8 does, too.
/// </summary>
internal sealed class ComposedText(Stream below) : ForwardStream
{
    // The first byte of all characters from U+0300 on, and of nothing before it.
    private const byte FirstLead = 0xCC;

    // Below it no character is composed with what follows; most text is cut behind a digit, a delimiter or a line.
    private const byte FirstBase = (byte)'<';

    private const int Block = 4_096;

    /// <summary>A character with more bytes of marks than this is no text: it stays as it is.</summary>
    private const int Longest = 1 << 16;

    private readonly ArrayBufferWriter<byte> _out = new();
    private readonly List<int> _points = [];
    private int _outUsed;
    private byte[] _in = new byte[2 * Block];
    private int _inCount;
    private bool _isTooLong;
    private bool _ended;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            if (_outUsed < _out.WrittenCount)
            {
                var some = _out.WrittenSpan[_outUsed..];
                some = some[..Math.Min(some.Length, buffer.Length)];
                some.CopyTo(buffer);
                _outUsed += some.Length;
                return some.Length;
            }

            if (_ended)
                return 0;
            if (_isTooLong || _inCount > Block / 2 || buffer.Length < Block)
            {
                ReadSome();
                continue;
            }

            // The short way: straight into the caller's buffer.
            _in.AsSpan(0, _inCount).CopyTo(buffer);
            var taken = below.Read(buffer[_inCount..]);
            var text = buffer[..(_inCount + taken)];
            if (taken > 0 && !text.ContainsAnyInRange(FirstLead, byte.MaxValue))
            {
                var kept = text[^1] < FirstBase ? 0 : text.Length > 1 && text[^1] >= 0x80 ? 2 : 1;
                _inCount = kept;
                text[^kept..].CopyTo(_in);
                if (kept < text.Length)
                    return text.Length - kept;
                continue;
            }

            Keep(text);
            Compose(taken == 0);
        }
    }

    private void ReadSome()
    {
        if (_in.Length - _inCount < Block)
            Array.Resize(ref _in, 2 * _in.Length);
        var taken = below.Read(_in.AsSpan(_inCount, Block));
        _inCount += taken;
        Compose(taken == 0);
    }

    private void Keep(ReadOnlySpan<byte> text)
    {
        if (_in.Length < text.Length)
            _in = new byte[Math.Max(text.Length, 2 * _in.Length)];
        text.CopyTo(_in);
        _inCount = text.Length;
    }

    /// <summary>Moves to the output what no later character can change.</summary>
    private void Compose(bool ended)
    {
        _ended = ended;
        _out.ResetWrittenCount();
        _outUsed = 0;
        var text = _in.AsSpan(0, _inCount);

        // A piece starts at each character that isn't special; pieces of one character are copied many at a time.
        var (copied, piece, at) = (0, 0, 0);
        var hasSpecial = false;
        while (at < text.Length)
        {
            var status = Rune.DecodeFromUtf8(text[at..], out var rune, out var length);
            if (status == OperationStatus.NeedMoreData && !ended)
                break;
            if (status == OperationStatus.Done && Composition.IsSpecial(rune.Value))
            {
                hasSpecial = true;
            }
            else
            {
                if (hasSpecial)
                    copied = End(text, copied, piece, at);
                (hasSpecial, _isTooLong, piece) = (false, false, at);
            }

            at += length;
        }

        if (ended && hasSpecial)
            copied = End(text, copied, piece, text.Length);
        else if (!ended && at - piece > Longest)
            _isTooLong = true;
        var end = ended || _isTooLong ? at : piece;
        _out.Write(text[copied..end]);
        text[end..].CopyTo(_in);
        _inCount = text.Length - end;
    }

    /// <summary>Writes a piece composed, and what stands before it.</summary>
    /// <returns>Where what isn't written yet starts.</returns>
    private int End(ReadOnlySpan<byte> text, int copied, int start, int end)
    {
        // A piece that is too long may be given away in part already.
        if (_isTooLong || end - start > Longest)
            return copied;
        _points.Clear();
        for (var at = start; at < end;)
        {
            if (Rune.DecodeFromUtf8(text[at..end], out var rune, out var length) != OperationStatus.Done)
                return copied;
            _points.Add(rune.Value);
            at += length;
        }

        if (!Composition.Compose(_points))
            return copied;
        _out.Write(text[copied..start]);
        foreach (var point in _points)
            _out.Advance(new Rune(point).EncodeToUtf8(_out.GetSpan(4)));
        return end;
    }
}
