using System.Text;
using MlStrategyGuard.Engine.Data;
using Xunit;

namespace MlStrategyGuard.Engine.Tests.Data;

public sealed class JsonLinesTests
{
    private const string Name = "data.jsonl";

    [Theory]
    [InlineData("{\"a\":1,\"b\":\"x\"}\n{\"a\":2.50,\"b\":\"y\"}\n", "a¦b⏎1¦x⏎2.50¦y")]
    [InlineData("{\"a\":1}", "a⏎1")]
    [InlineData("\r\n{\"a\":1}\r\n \t\n{\"a\":-1E+5}", "a⏎1⏎-1E+5")]
    [InlineData("{\"b\":1,\"a\":2}\n{\"a\":3,\"b\":4}", "b¦a⏎1¦2⏎4¦3")]
    [InlineData("{ \"a\" : true , \"b\" : false }", "a¦b⏎true¦false")]
    public void Objects_are_rows_and_keys_are_columns(string text, string expected) =>
        Assert.Equal(expected, Flat(text));

    [Theory]
    [InlineData("{\"a\":null,\"b\":1}\n{\"b\":2}\n{\"a\":3}", "a¦b⏎¦1⏎¦2⏎3¦")]
    [InlineData("{\"a\":1}\n{\"a\":2,\"late\":\"x\"}", "a¦late⏎1¦⏎2¦x")]
    [InlineData("{\"a\":1}\n{}\n{\"a\":null}\n{\"a\":4}", "a⏎1⏎⏎⏎4")]
    [InlineData("{\"a\":null}\n{\"a\":null}", "a⏎⏎")]
    public void Null_and_what_is_absent_are_empty_wherever_the_key_appears_first(string text, string expected) =>
        Assert.Equal(expected, Flat(text));

    [Theory]
    [InlineData("{\"a\":{\"x\":1,\"y\":{\"z\":2}},\"b\":3}\n{\"b\":4,\"a\":{\"y\":{\"z\":5,\"late\":6}}}", "a.x¦a.y.z¦b¦a.y.late⏎1¦2¦3¦⏎¦5¦4¦6")]
    [InlineData("{\"a\":null,\"b\":1}\n{\"a\":{\"x\":2},\"b\":3}\n{\"a\":{},\"b\":4}", "b¦a.x⏎1¦⏎3¦2⏎4¦")]
    [InlineData("{\"a\":1}\n{\"a\":{\"x\":2}}", "a¦a.x⏎1¦⏎¦2")]
    public void Keys_of_inner_objects_have_the_outer_one_in_front(string text, string expected) =>
        Assert.Equal(expected, Flat(text));

    [Theory]
    [InlineData("{\"tags\":[\"a\",\"b c\"],\"v\":[1,-2.5e3,0]}", "tags¦v⏎a;b c¦1;-2.5e3;0")]
    [InlineData("{\"tags\":[],\"v\":[true,null,3]}", "tags¦v⏎¦true;;3")]
    public void Lists_have_semicolons_between_their_elements(string text, string expected) =>
        Assert.Equal(expected, Flat(text));

    [Theory]
    [InlineData("a,b;c\\td|e")]
    [InlineData("\\\"")]
    [InlineData("\\\"a\\\" and \\\"\\\"b")]
    [InlineData("line\\nbreak\\r\\nand\\rmore\\n")]
    [InlineData("\\u00e9\\u540d \\ud83d\\ude00 é名😀 \\/ \\\\ \\b\\f")]
    [InlineData("  spaces  ")]
    public void Texts_are_read_whatever_is_in_them(string written)
    {
        var expected = System.Text.Json.JsonSerializer.Deserialize<string>($"\"{written}\"")!;
        foreach (var blockSize in new[] { 1, 7, 64 * 1024 })
        {
            var rows = Csv.All(Csv.Open(Csv.Utf8($"{{\"k\":\"{written}\",\"{written}\":1}}\n{{\"k\":\"{written}\"}}"), Name, blockSize));
            Assert.Equal([["k", expected.Trim()], [expected, "1"], [expected, ""]], rows);
        }
    }

    [Fact]
    public void Compressed_and_utf16_files_are_read_too()
    {
        const string Text = "{\"größe\":1}\n{\"größe\":2}\n";
        byte[] utf16 = [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)];
        foreach (var bytes in new[]
        {
            Csv.Utf8("\uFEFF" + Text), Csv.Gzip(Csv.Utf8(Text)), Csv.Zstd(Csv.Utf8(Text)), utf16, Csv.Gzip(utf16),
        })
            Assert.Equal("größe⏎1⏎2", Csv.Flat(Csv.Open(bytes, Name)));
    }

    [Theory]
    [InlineData("data.jsonl")]
    [InlineData("data.NDJSON")]
    [InlineData("data.json")]
    [InlineData("data.jsonl.gz")]
    [InlineData("data.jsonl.zst")]
    [InlineData("data.txt")]
    [InlineData("data.csv")]
    public void It_is_known_by_its_name_or_its_start(string name) =>
        Assert.Equal("a¦b⏎1¦2", Csv.Flat(Csv.Open("\n { \"a\":1,\"b\":2}", name)));

    [Theory]
    [InlineData("{a},b\n1,2\n", "{a}¦b⏎1¦2")]
    [InlineData("a,\"{\"\"b\"\":1}\"\n1,2\n", "a¦{\"b\":1}⏎1¦2")]
    public void A_header_with_braces_is_still_a_header(string text, string expected) =>
        Assert.Equal(expected, Csv.Flat(Csv.Open(text)));

    [Theory]
    [InlineData("{\"a\":1}\n\n{\"a\":2", 2, 3, null, "isn't closed on its line")]
    [InlineData("{\n\"a\":1}", 1, 1, null, "isn't closed on its line")]
    [InlineData("{\"a\":\"x\n\"}", 1, 1, null, "isn't closed on its line")]
    [InlineData("{\"a\":\"x\ty\"}", 1, 1, null, "not valid JSON from byte 8")]
    [InlineData("{\"a\":[1\n,2]}", 1, 1, null, "isn't closed on its line")]
    [InlineData("{\"a\":1}\n{\"a\":2} {\"a\":3}", 2, 2, null, "something follows the object")]
    [InlineData("{\"a\":1}\n{\"a\":2},\n{\"a\":3}", 2, 2, null, "something follows the object")]
    [InlineData("{\"a\":1}\r{\"a\":2}", 1, 1, null, "something follows the object")]
    [InlineData("{\"a\":1}\n{'a':2}", 2, 2, null, "not valid JSON from byte 2")]
    [InlineData("{\"a\":01}", 1, 1, null, "not valid JSON from byte 7")]
    [InlineData("{\"a\":1,}", 1, 1, null, "not valid JSON from byte 8")]
    [InlineData("{\"a\":NaN}", 1, 1, null, "write null")]
    [InlineData("{\"a\":-Infinity}", 1, 1, null, "write null")]
    [InlineData("[{\"a\":1}]", 1, 1, null, "not one list of all")]
    [InlineData("{\"a\":1}\n7", 2, 2, null, "a value where an object is needed")]
    [InlineData("a,b\n1,2", 1, 1, null, "not valid JSON from byte 1")]
    [InlineData("{\"a\":1}\n{\"a\":2,\"b\":3,\"a\":4}", 2, 2, "a", "stands twice")]
    [InlineData("{\"o\":{\"k\":1,\"k\":2}}", 1, 1, "o.k", "stands twice")]
    [InlineData("{\"a\":null,\"a\":null}", 1, 1, "a", "stands twice")]
    [InlineData("{\"a\":[[1]]}", 1, 1, "a", "a list or an object within a list")]
    [InlineData("{\"a\":1}\n{\"b\":[{\"c\":1}]}", 2, 2, "b", "a list or an object within a list")]
    [InlineData("{\"a\":[\"x;y\"]}", 1, 1, "a", "contains a semicolon")]
    [InlineData("{\"a\":\"x\\u0000y\"}", 1, 1, "a", "NUL character")]
    [InlineData("{\"a\":\"\\ud83d\"}", 1, 1, null, "half a surrogate pair")]
    [InlineData("{\"\\ud83d\":1}", 1, 1, null, "half a surrogate pair")]
    [InlineData("\n\n{\"a\":\"\0\"}", 1, 3, null, "NUL character")]
    public void What_is_no_row_is_a_fault_at_its_line(string text, int row, int line, string? column, string message)
    {
        var fault = Csv.Fault(text, Name);
        Assert.Equal((row, line, column), ((int)fault.Row!, (int)fault.Line!, fault.Column));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData(" \n\r\n", "the file is empty")]
    [InlineData("{}\n{}", "no object in the file has a key")]
    [InlineData("{\"a\":{}}", "no object in the file has a key")]
    public void A_file_without_a_value_is_a_fault(string text, string message) =>
        Assert.Contains(message, Csv.Fault(text, Name).Message, StringComparison.Ordinal);

    [Fact]
    public void Invalid_utf8_is_a_fault_at_its_line()
    {
        var fault = Csv.Fault([.. "{\"a\":1}\n{\"a\":\""u8, 0xC3, .. "\"}\n"u8], Name);
        Assert.Equal((2, 2), ((int)fault.Row!, (int)fault.Line!));
        Assert.Contains("not valid UTF-8", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_with_one_name_in_two_ways_are_a_fault() =>
        Assert.Contains("have the same name", Csv.Fault("{\"a.b\":1,\"a\":{\"b\":2}}", Name).Message, StringComparison.Ordinal);

    [Fact]
    public void Lines_of_rows_are_those_of_the_file()
    {
        using var reader = Csv.Open("{\"a\":\"x\\ny\"}\n\n\n{\"a\":\"\\n\\n\"}\r\n{\"a\":3}", Name);
        var lines = new List<(long, long)>();
        while (reader.ReadRow())
            lines.Add((reader.Row, reader.Line));
        Assert.Equal([(1, 1), (2, 4), (3, 5)], lines);
    }

    [Fact]
    public void A_line_is_as_long_as_a_record_may_be()
    {
        const int Limit = 50;
        foreach (var lineEnd in new[] { "", "\n", "\r\n" })
        {
            foreach (var blockSize in new[] { 1, 49, 51, 1000 })
            {
                Assert.Equal(Limit - 8, Read(Limit, lineEnd, blockSize)[1][0].Length);
                var fault = Assert.Throws<DataFault>(() => Read(Limit + 1, lineEnd, blockSize));
                Assert.Contains("more than 50 bytes in one line", fault.Message, StringComparison.Ordinal);
                Assert.Equal((1, 2), ((int)fault.Row!, (int)fault.Line!));
            }
        }

        static List<string[]> Read(int length, string lineEnd, int blockSize) => Csv.All(DelimitedReader.Open(
            new MemoryStream(Csv.Utf8($"\n{{\"a\":\"{new string('x', length - 8)}\"}}{lineEnd}")), Name, default, blockSize, Limit));
    }

    [Fact]
    public void A_line_without_end_is_a_fault_in_bounded_memory()
    {
        var stream = new CallbackStream((buffer, position) =>
        {
            buffer.Fill((byte)'x');
            if (position == 0)
                "{\"a\""u8.CopyTo(buffer);
            if (position == 5)
                ":\""u8.CopyTo(buffer);
            return buffer.Length;
        });
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.Throws<DataFault>(() => DelimitedReader.Open(stream, Name, TestContext.Current.CancellationToken));
        Assert.Contains("more than 16,777,216 bytes in one line", fault.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, DelimitedReader.RecordLimit, 4 * DelimitedReader.RecordLimit);
    }

    [Fact]
    public void Keys_without_end_are_a_fault()
    {
        var text = string.Concat(Enumerable.Range(0, 20).Select(i => $"{{\"user{i}\":1}}\n"));
        var fault = Assert.Throws<DataFault>(() => DelimitedReader.Open(new MemoryStream(Csv.Utf8(text)), Name, default, recordLimit: 60));
        Assert.Equal(11, fault.Line);
        Assert.Contains("different keys", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_is_cut_short_is_a_fault()
    {
        var gzip = Csv.Gzip(Csv.Utf8(string.Concat(Enumerable.Range(0, 300).Select(i => $"{{\"a\":{i * 7919 % 1000}}}\n"))));
        for (var length = 20; length < gzip.Length; length += 13)
            Assert.Contains("cut short", Csv.Fault(gzip[..length], Name).Message, StringComparison.Ordinal);
    }

    private static string Flat(string text)
    {
        var whole = Csv.Flat(Csv.Open(text, Name));
        Assert.Equal(whole, Csv.Flat(Csv.Open(Csv.Utf8(text), Name, blockSize: 1)));
        return whole;
    }
}
