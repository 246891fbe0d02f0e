namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// The stretch of a text that is being looked at: one block, more while a record is longer than that. Each byte is
/// checked once, when it arrives.
/// </summary>
internal sealed class TextBuffer
{
    /// <summary>The value of <see cref="InvalidAt"/> when all is well.</summary>
    public const int Nowhere = int.MaxValue;

    private readonly ByteSource _source;
    private readonly int _limit;
    private int _checked;

    /// <param name="source">Where the bytes come from.</param>
    /// <param name="blockSize">Bytes to hold at first.</param>
    /// <param name="limit">Bytes to hold at most.</param>
    public TextBuffer(ByteSource source, int blockSize, int limit)
    {
        _source = source;
        _limit = limit;
        Bytes = new byte[Math.Min(blockSize, limit) + RecordScanner.Padding];
        Fill();
    }

    /// <summary>The bytes of the text, up to <see cref="End"/>, and <see cref="RecordScanner.Padding"/> more.</summary>
    public byte[] Bytes { get; private set; }

    /// <summary>Index behind the text.</summary>
    public int End { get; private set; }

    /// <summary>Whether nothing follows.</summary>
    public bool Final { get; private set; }

    /// <summary>Where the first byte is that isn't text (NUL, or no UTF-8), or <see cref="Nowhere"/>.</summary>
    public int InvalidAt { get; private set; } = Nowhere;

    private int Capacity => Bytes.Length - RecordScanner.Padding;

    /// <summary>
    /// Reads on. What starts at an index moves to the start of the buffer; if it already is there and fills it, the
    /// buffer grows. Not to be called when <see cref="InvalidAt"/> is somewhere: reading ends there.
    /// </summary>
    /// <exception cref="InvalidOperationException">As many bytes as allowed are held already.</exception>
    public void Refill(int start)
    {
        if (start > 0)
        {
            Bytes.AsSpan(start, End - start).CopyTo(Bytes);
            End -= start;
            _checked -= start;
        }
        else if (End == Capacity)
        {
            if (Capacity == _limit)
                throw new InvalidOperationException("The buffer is full.");
            var larger = new byte[(int)Math.Min(_limit, 2L * Capacity) + RecordScanner.Padding];
            Bytes.AsSpan(0, End).CopyTo(larger);
            Bytes = larger;
        }
        Fill();
    }

    private void Fill()
    {
        var free = Bytes.AsSpan(End, Capacity - End);
        var count = _source.Read(free);
        End += count;
        Final = count < free.Length;
        Check();
    }

    private void Check()
    {
        var fresh = Bytes.AsSpan(_checked, End - _checked);
        if (!Final)
            fresh = fresh[..^Utf8Check.UnfinishedTail(fresh)];
        var invalid = Utf8Check.IndexOfInvalid(fresh);
        if (invalid >= 0)
            InvalidAt = _checked + invalid;
        _checked += fresh.Length;
    }
}
