using System.Text;
using MlStrategyGuard.Engine.Data;
using Xunit;

namespace MlStrategyGuard.Engine.Tests.Data;

public sealed class EncodingTests
{
    private const string Text = "name,größe,note\r\nanna,1.5,\"a \"\"b\"\"\n€\"\n名前,,😀😀\n";

    private static readonly string Expected = Csv.Flat(Csv.Open(Text));

    public static TheoryData<string, bool, bool> Encodings
    {
        get
        {
            var data = new TheoryData<string, bool, bool>();
            foreach (var name in new[] { "utf-8", "utf-16", "utf-16BE" })
            {
                data.Add(name, true, false);
                data.Add(name, true, true);
                data.Add(name, false, false);
                data.Add(name, false, true);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_gives_the_same_fields(string name, bool mark, bool gzip)
    {
        var encoding = Encoding.GetEncoding(name);
        // Without a mark only a start of Latin letters is clear.
        var text = mark ? Text : "a_long_enough_first_column,b,c\n" + Text;
        var expected = mark ? Expected : Csv.Flat(Csv.Open(text));
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        if (gzip)
            bytes = Csv.Gzip(bytes);

        for (var blockSize = 1; blockSize <= 64; blockSize++)
            Assert.Equal(expected, Csv.Flat(Csv.Open(bytes, Csv.Name, blockSize)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Long_UTF_16_keeps_pairs_that_fall_on_a_block_border(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        foreach (var shift in new[] { "", "x" })
        {
            var value = shift + string.Concat(Enumerable.Repeat("😀", 40_000));
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes($"a,b\n{value},1\n")];
            Assert.Equal($"a¦b⏎{value}¦1", Csv.Flat(Csv.Open(bytes)));
        }
    }

    [Fact]
    public void A_stream_that_gives_single_bytes_is_read_alike()
    {
        foreach (var name in new[] { "utf-8", "utf-16", "utf-16BE" })
        {
            var encoding = Encoding.GetEncoding(name);
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)];
            foreach (var content in new[] { bytes, Csv.Gzip(bytes) })
                Assert.Equal(
                    Expected, Csv.Flat(DelimitedReader.Open(new TrickleStream(content), Csv.Name, default)));
        }
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Broken_UTF_16_is_a_fault_at_its_place(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] start = [.. encoding.GetPreamble(), .. encoding.GetBytes("a,b\n1,2\n3,")];
        byte[] lone = name == "utf-16" ? [0x3D, 0xD8] : [0xD8, 0x3D];
        byte[] low = name == "utf-16" ? [0x00, 0xDE] : [0xDE, 0x00];
        foreach (var broken in new[] { lone, low, [0x41], [.. lone, 0x41] })
        {
            var fault = Csv.Fault([.. start, .. broken]);
            Assert.Equal((2, 3, "b"), ((int)fault.Row!, (int)fault.Line!, fault.Column));
            Assert.Contains("not valid UTF-16", fault.Message, StringComparison.Ordinal);
        }
        Assert.Equal(3, Csv.Fault([.. start, .. lone, .. encoding.GetBytes("x\n")]).Line);
    }

    [Fact]
    public void NUL_in_UTF_16_is_a_fault()
    {
        var fault = Csv.Fault([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a,b\n1,\0")]);
        Assert.Equal((1, "b"), ((int)fault.Row!, fault.Column));
    }

    [Fact]
    public void UTF_32_and_unclear_UTF_16_are_faults()
    {
        var utf32 = Encoding.UTF32.GetBytes("\uFEFFa,b\n1,2\n");
        var unclear = Encoding.Unicode.GetBytes("a名,b\n1,2\n");
        foreach (var bytes in new[] { utf32, unclear })
            Assert.Contains("NUL", Csv.Fault(bytes).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF })]
    [InlineData(new byte[] { 0xFF, 0xFE })]
    [InlineData(new byte[] { 0xFE, 0xFF })]
    public void A_byte_order_mark_alone_is_an_empty_file(byte[] mark) =>
        Assert.Contains("empty", Csv.Fault(mark).Message, StringComparison.Ordinal);

    private sealed class TrickleStream(byte[] content) : MemoryStream(content)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(1, count));
    }
}
