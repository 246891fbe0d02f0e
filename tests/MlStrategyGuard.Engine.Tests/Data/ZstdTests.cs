using System.Text;
using MlStrategyGuard.Engine.Data;
using Xunit;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace MlStrategyGuard.Engine.Tests.Data;

public sealed class ZstdTests
{
    private static readonly byte[] Text = Csv.Utf8(
        "a,b\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"{i},{(i * 7919) % 1000}\n")));

    private static readonly byte[] Compressed = Csv.Zstd(Text);

    // RFC 8878, 3.1.2: a magic number, the length of what to skip, and that.
    private static readonly byte[] Skippable = [0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 0x28, 0xB5, 0x2F];

    [Theory]
    [InlineData("data.csv")]
    [InlineData("data.csv.zst")]
    [InlineData("data.csv.gz")]
    [InlineData("data")]
    public void Zstandard_is_known_by_its_content(string name) =>
        Assert.Equal(Csv.Flat(Csv.Open(Text)), Csv.Flat(Csv.Open(Compressed, name)));

    [Fact]
    public void The_name_below_tells_the_delimiter()
    {
        var text = Csv.Zstd("a,a,b\tc\n1\t2\n"u8.ToArray());
        Assert.Equal("a,a,b¦c⏎1¦2", Csv.Flat(Csv.Open(text, "data.tsv.zst")));
    }

    [Fact]
    public void Frames_and_skippable_frames_are_read_one_after_the_other()
    {
        byte[] frames =
            [.. Skippable, .. Csv.Zstd(Text[..100]), .. Csv.Zstd([]), .. Skippable, .. Skippable, .. Csv.Zstd(Text[100..101]), .. Csv.Zstd(Text[101..]), .. Skippable];
        Assert.Equal(Csv.Flat(Csv.Open(Text)), Csv.Flat(Csv.Open(frames)));
        Assert.Equal(Csv.Flat(Csv.Open(Text)), Csv.Flat(Csv.Open(frames, blockSize: 1)));
    }

    [Fact]
    public void Data_cut_short_anywhere_is_a_fault()
    {
        for (var length = 4; length < Compressed.Length; length++)
        {
            var fault = Csv.Fault(Compressed[..length]);
            Assert.Contains("cut short", fault.Message, StringComparison.Ordinal);
            Assert.Equal((null, null), (fault.Row, fault.Line));
        }
    }

    [Fact]
    public void A_second_frame_cut_short_is_a_fault()
    {
        byte[] two = [.. Compressed, .. Compressed];
        for (var length = Compressed.Length + 1; length < two.Length; length += 5)
            Assert.Contains("cut short", Csv.Fault(two[..length]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_changes_no_value_unnoticed()
    {
        var faults = 0;
        for (var at = 4; at < Compressed.Length; at++)
        {
            var damaged = Compressed.ToArray();
            damaged[at] ^= 0x10;
            try
            {
                // A byte of the header may ask for more memory than is needed, which does no harm.
                Assert.Equal(Csv.Flat(Csv.Open(Text)), Csv.Flat(Csv.Open(damaged)));
            }
            catch (DataFault fault)
            {
                Assert.Contains("the Zstandard data", fault.Message, StringComparison.Ordinal);
                faults++;
            }
        }

        Assert.InRange(faults, Compressed.Length - 10, Compressed.Length - 4);
    }

    [Theory]
    [InlineData(new byte[] { 0x31, 0x2C, 0x32, 0x0A })]
    [InlineData(new byte[] { 0x1F, 0x8B, 0x08, 0x00, 0x00 })]
    public void Something_else_behind_the_data_is_a_fault(byte[] rest) =>
        Assert.Contains("something else follows", Csv.Fault([.. Compressed, .. rest]).Message, StringComparison.Ordinal);

    [Fact]
    public void A_window_that_is_too_large_is_a_fault_that_says_what_to_do()
    {
        using var compressor = new Compressor();
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_windowLog, 28);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_contentSizeFlag, 0);
        var output = new MemoryStream();
        using (var stream = new CompressionStream(output, compressor, leaveOpen: true))
        {
            stream.Write(Text);
            stream.Flush();
            stream.Write(Text);
        }

        Assert.Contains("without --long", Csv.Fault(output.ToArray()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_needs_a_dictionary_is_a_fault_that_says_what_to_do()
    {
        // RFC 8878, 3.1.1: a frame header that names dictionary 7, and one raw block of "a\n1\n".
        byte[] frame = [0x28, 0xB5, 0x2F, 0xFD, 0x21, 7, 4, 0x21, 0, 0, .. "a\n1\n"u8];
        Assert.Contains("dictionary", Csv.Fault(frame).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_compressed_is_an_empty_file() =>
        Assert.Contains("empty", Csv.Fault(Csv.Zstd([])).Message, StringComparison.Ordinal);

    [Fact]
    public void Utf16_below_is_transcoded() =>
        Assert.Equal("ä¦b⏎1¦2", Csv.Flat(Csv.Open(Csv.Zstd([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("ä,b\n1,2\n")]))));

    [Fact]
    public void Bytes_read_are_those_of_the_compressed_file()
    {
        using var reader = Csv.Open(Compressed);
        while (reader.ReadRow())
            ;
        Assert.Equal(Compressed.Length, reader.BytesRead);
    }
}
