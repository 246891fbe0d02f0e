using System.IO.Compression;

namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// Decompresses gzip (RFC 1952) of one or more members. <see cref="GZipStream"/> verifies checksums, but takes
/// the end of a cut file for a good end and drops what follows the last member; both are faults here.
/// </summary>
internal sealed class GzipText : ForwardStream
{
    private readonly string _file;
    private readonly Feeder _feeder;
    private readonly GZipStream _gzip;

    /// <param name="compressed">Positioned at the first byte of the gzip data; owned from here on.</param>
    /// <param name="file">The path as it was given, for faults.</param>
    public GzipText(Stream compressed, string file)
    {
        _file = file;
        _feeder = new Feeder(compressed);
        _gzip = new GZipStream(_feeder, CompressionMode.Decompress);
    }

    /// <summary>Whether a stream with these first bytes is gzip.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, ..];

    /// <inheritdoc/>
    /// <exception cref="DataFault">The data is cut short or damaged, or something follows it.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = _gzip.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw _feeder.Ended ? CutShort() : Damaged();
        }

        if (count > 0)
            return count;
        if (_feeder.AskedBeyondEnd)
            throw CutShort();
        if (!_feeder.Ended)
            throw Damaged();
        return 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _gzip.Dispose();
        base.Dispose(disposing);
    }

    private DataFault CutShort() =>
        new(_file, "the gzip data is cut short: copy the file again, or compress it again");

    private DataFault Damaged() =>
        new(_file, "the gzip data is damaged, or something else follows it: copy the file again, or compress it again");

    /// <summary>
    /// Hands out the file and then one byte that starts no gzip member. Between members the decompressor sees by it
    /// that no more follow; in the midst of one it takes it for data and asks again, and thus tells the two apart.
    /// </summary>
    private sealed class Feeder(Stream compressed) : ForwardStream
    {
        public bool Ended { get; private set; }

        public bool AskedBeyondEnd { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (!Ended)
            {
                var count = compressed.Read(buffer);
                if (count > 0)
                    return count;
                Ended = true;
                buffer[0] = 0xFF;
                return 1;
            }

            AskedBeyondEnd = true;
            return 0;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                compressed.Dispose();
            base.Dispose(disposing);
        }
    }
}
