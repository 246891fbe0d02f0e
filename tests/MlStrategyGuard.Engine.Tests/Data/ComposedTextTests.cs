using System.Globalization;
using System.Text;
using MlStrategyGuard.Engine.Data;
using Xunit;

namespace MlStrategyGuard.Engine.Tests.Data;

public sealed class ComposedTextTests
{
    [Theory]
    [InlineData(",")]
    [InlineData("\n")]
    [InlineData("9")]
    [InlineData("一")]
    public void However_text_comes_and_is_asked_for_it_is_composed_in_the_same_way(string between)
    {
        var cases = Cases();
        var text = string.Concat(cases.Select(sample => "a" + between + sample.Text));
        var expected = Encoding.UTF8.GetBytes(string.Concat(cases.Select(sample => "a" + between + sample.Composed)));
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var served in new[] { 1, 2, 3, 7, 4_095, 4_096, 4_097, int.MaxValue })
        {
            foreach (var asked in new[] { 1, 5, 4_095, 4_096, 5_000, 1 << 16 })
                Assert.Equal(expected, Read(bytes, served, asked));
        }
    }

    [Fact]
    public void Letters_cut_from_their_marks_at_any_place_are_composed()
    {
        // Plain text up to the border of what is read at once, and a letter with its mark around it.
        for (var length = 4_085; length < 4_110; length++)
        {
            var start = string.Concat(Enumerable.Repeat("plain text, 12\n", 600))[..length];
            var bytes = Encoding.UTF8.GetBytes(start + "e\u0301 and more");
            foreach (var asked in new[] { 4_096, 4_100, 1 << 18 })
                Assert.Equal(start + "é and more", Encoding.UTF8.GetString(Read(bytes, int.MaxValue, asked)));
            Assert.Equal(start + "é and more", Encoding.UTF8.GetString(Read(bytes, 4_096, 1 << 18)));
        }
    }

    [Fact]
    public void What_is_no_text_passes_through()
    {
        var random = new Random(5);
        var bytes = new byte[60_000];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(random.Next(3) == 0 ? random.Next(256) : random.Next(0x80));
        var composed = Read(bytes, int.MaxValue, 1 << 20);
        foreach (var asked in new[] { 1, 100, 4_096, 5_000 })
        {
            foreach (var served in new[] { 1, 5, 4_100 })
                Assert.Equal(composed, Read(bytes, served, asked));
        }

        // Neither of them can be part of a letter with a mark.
        byte[] broken = [0xFF, 0xCC, 0x81, 0xC3, (byte)'e', 0xCC];
        Assert.Equal(broken, Read(broken, int.MaxValue, 4_096));
    }

    [Theory]
    [InlineData(30_000)]
    [InlineData(40_000)]
    [InlineData(500_000)]
    public void Endless_marks_stay_as_they_are_in_bounded_memory(int marks)
    {
        var text = "x" + new string('\u0301', 10) + "e" + string.Concat(Enumerable.Repeat("\u0301", marks)) + "e\u0301.";
        var expected = marks * 2 > 1 << 16
            ? "x" + new string('\u0301', 10) + "e" + new string('\u0301', marks) + "é."
            : "x" + new string('\u0301', 10) + "é" + new string('\u0301', marks - 1) + "é.";
        foreach (var asked in new[] { 3_000, 4_096, 1 << 21 })
        {
            foreach (var served in new[] { 1_000, int.MaxValue })
                Assert.Equal(expected, Encoding.UTF8.GetString(Read(Encoding.UTF8.GetBytes(text), served, asked)));
        }
    }

    [Fact]
    public void Columns_and_fields_are_composed_in_any_format()
    {
        const string Name = "gro\u0308\u00dfe";
        var csv = $"id,{Name}\n1,\"Mu\u0308nchen\"\n2,Zu\u0308rich\n";
        Assert.Equal("id¦größe⏎1¦München⏎2¦Zürich", Csv.Flat(Csv.Open(csv)));
        Assert.Equal("id¦größe⏎1¦München⏎2¦Zürich", Csv.Flat(Csv.Open(Csv.Gzip(Csv.Utf8(csv)))));
        Assert.Equal("id¦größe⏎1¦München⏎2¦Zürich", Csv.Flat(Csv.Open([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(csv)])));
        Assert.Equal("größe⏎Zürich", Csv.Flat(Csv.Open($$"""{"{{Name}}":"Zu\u0308rich"}""" + "\n", "data.jsonl")));
    }

    private static byte[] Read(byte[] bytes, int served, int asked)
    {
        var text = new ComposedText(new CallbackStream((buffer, position) =>
        {
            var some = bytes.AsSpan((int)position, (int)Math.Min(Math.Min(served, buffer.Length), bytes.Length - position));
            some.CopyTo(buffer);
            return some.Length;
        }));
        var read = new MemoryStream();
        var into = new byte[asked];
        for (int count; (count = text.Read(into)) > 0;)
            read.Write(into, 0, count);
        return read.ToArray();
    }

    private static List<(string Text, string Composed)> Cases() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "composed.csv")).Skip(1)
            .Select(line => line.Split(',')).Select(cells => (Text(cells[0]), Text(cells[1] == "=" ? cells[0] : cells[1])))];

    private static string Text(string points) =>
        string.Concat(points.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(point => char.ConvertFromUtf32(int.Parse(point, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
}
