using ZstdSharp;
using ZstdSharp.Unsafe;

namespace MlStrategyGuard.Engine.Data;

/// <summary>Decompresses Zstandard (RFC 8878) of one or more frames, skippable ones among them; checksums are verified.</summary>
internal sealed class ZstdText : ForwardStream
{
    private readonly string _file;
    private readonly DecompressionStream _zstd;

    /// <param name="compressed">Positioned at the first byte of the data; owned from here on.</param>
    /// <param name="file">The path as it was given, for faults.</param>
    public ZstdText(Stream compressed, string file)
    {
        _file = file;
        _zstd = new DecompressionStream(compressed, checkEndOfStream: true, leaveOpen: false);
    }

    /// <summary>Whether a stream with these first bytes is Zstandard: a frame, or a skippable one as parallel compressors write.</summary>
    public static bool IsZstd(ReadOnlySpan<byte> head) =>
        head is [0x28, 0xB5, 0x2F, 0xFD, ..] or [>= 0x50 and <= 0x5F, 0x2A, 0x4D, 0x18, ..];

    /// <inheritdoc/>
    /// <exception cref="DataFault">The data is cut short or damaged, needs a dictionary or too much memory, or something follows it.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return _zstd.Read(buffer);
        }
        catch (EndOfStreamException)
        {
            throw Fault("the Zstandard data is cut short: copy the file again, or compress it again");
        }
        catch (ZstdException exception)
        {
            throw Fault(exception.Code switch
            {
                ZSTD_ErrorCode.ZSTD_error_frameParameter_windowTooLarge =>
                    "the Zstandard data needs more than 128 MB of memory: compress it again without --long or --ultra",
                ZSTD_ErrorCode.ZSTD_error_dictionary_wrong =>
                    "the Zstandard data needs a dictionary: compress it again without one",
                _ => "the Zstandard data is damaged, or something else follows it: copy the file again, or compress it again",
            });
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _zstd.Dispose();
        base.Dispose(disposing);
    }

    private DataFault Fault(string message) => new(_file, message);
}
