using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Tests.Data;

/// <summary>Fills the buffer given at the position given and answers how many bytes it filled.</summary>
internal delegate int FillBuffer(Span<byte> buffer, long position);

/// <summary>A stream made up as it is read.</summary>
internal sealed class CallbackStream(FillBuffer fill) : ForwardStream
{
    public long Served { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var count = fill(buffer, Served);
        Served += count;
        return count;
    }
}
