namespace MlStrategyGuard.Engine.Data;

/// <summary>A stream whose first bytes can be looked at before they are read; owns the stream below.</summary>
internal sealed class PeekableStream(Stream below) : ForwardStream
{
    private byte[] _head = [];
    private int _headUsed;

    /// <summary>Bytes taken from the stream below so far.</summary>
    public long BytesTaken { get; private set; }

    /// <summary>Whether the stream below isn't owned after all.</summary>
    public bool KeepOpen { get; set; }

    /// <summary>The first bytes, without consuming them; fewer than asked for if the stream is shorter.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (_head.Length < count)
        {
            var head = new byte[count];
            _head.CopyTo(head, 0);
            var taken = below.ReadAtLeast(head.AsSpan(_head.Length), count - _head.Length, throwOnEndOfStream: false);
            BytesTaken += taken;
            _head = head[..(_head.Length + taken)];
        }
        return _head;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_headUsed < _head.Length)
        {
            var rest = _head.AsSpan(_headUsed);
            var count = Math.Min(rest.Length, buffer.Length);
            rest[..count].CopyTo(buffer);
            _headUsed += count;
            return count;
        }

        var taken = below.Read(buffer);
        BytesTaken += taken;
        return taken;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !KeepOpen)
            below.Dispose();
        base.Dispose(disposing);
    }
}
