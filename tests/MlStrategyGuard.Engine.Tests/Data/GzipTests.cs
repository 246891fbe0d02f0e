using MlStrategyGuard.Engine.Data;
using Xunit;

namespace MlStrategyGuard.Engine.Tests.Data;

public sealed class GzipTests
{
    private static readonly byte[] Text = Csv.Utf8(
        "a,b\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"{i},{(i * 7919) % 1000}\n")));

    private static readonly byte[] Compressed = Csv.Gzip(Text);

    [Theory]
    [InlineData("data.csv")]
    [InlineData("data.csv.gz")]
    [InlineData("data")]
    public void Gzip_is_known_by_its_content(string name)
    {
        Assert.Equal(401, Csv.All(Csv.Open(Compressed, name)).Count);
        Assert.Equal(401, Csv.All(Csv.Open(Text, name)).Count);
    }

    [Fact]
    public void Members_are_read_one_after_the_other()
    {
        byte[] members = [.. Csv.Gzip(Text[..100]), .. Csv.Gzip(Text[100..101]), .. Csv.Gzip(Text[101..])];
        Assert.Equal(Csv.Flat(Csv.Open(Text)), Csv.Flat(Csv.Open(members)));
    }

    [Fact]
    public void Gzip_cut_short_anywhere_is_a_fault()
    {
        for (var length = 2; length < Compressed.Length; length++)
        {
            var fault = Csv.Fault(Compressed[..length]);
            Assert.Contains("cut short", fault.Message, StringComparison.Ordinal);
            Assert.Equal((null, null), (fault.Row, fault.Line));
        }
    }

    [Fact]
    public void A_second_member_cut_short_is_a_fault()
    {
        byte[] two = [.. Compressed, .. Compressed];
        foreach (var length in new[] { Compressed.Length + 2, Compressed.Length + 10, two.Length - 1 })
            Assert.Contains("cut short", Csv.Fault(two[..length]).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(5)]
    [InlineData(4)]
    [InlineData(1)]
    public void A_wrong_checksum_or_length_is_a_fault(int fromEnd)
    {
        var damaged = Compressed.ToArray();
        damaged[^fromEnd] ^= 1;
        Assert.Contains("damaged", Csv.Fault(damaged).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0x31, 0x2C, 0x32, 0x0A })]
    public void Something_else_behind_the_data_is_a_fault(byte[] rest) =>
        Assert.Contains("damaged", Csv.Fault([.. Compressed, .. rest]).Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_compressed_is_an_empty_file()
    {
        byte[] empty = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        Assert.Contains("empty", Csv.Fault(empty).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_read_are_those_of_the_compressed_file()
    {
        using var reader = Csv.Open(Compressed);
        while (reader.ReadRow())
            ;
        Assert.Equal(Compressed.Length, reader.BytesRead);
    }
}
