using System.Text;
using MlStrategyGuard.Engine.Data;
using Xunit;

namespace MlStrategyGuard.Engine.Tests.Data;

public sealed class FaultTests
{
    public static TheoryData<string, long?, long?, string?, string> Faults => new()
    {
        // Ragged rows.
        { "a,b,c\n1,2,3\n4,5\n", 2, 3, "b", "2 fields where the header has 3" },
        { "a,b,c\n1\n", 1, 2, "a", "1 field where the header has 3" },
        { "a,b\n1,2,3,4\n", 1, 2, "b", "write text with a comma in quotes" },
        { "a;b\n\n1;2\n3;4;5", 2, 4, "b", "write text with a semicolon in quotes" },
        { "a,b\n\"1\n2\",3\n4\n", 2, 4, "a", "write missing values as empty fields" },
        { "a,b\n \n", 1, 2, "a", "1 field where the header has 2" },

        // Quotes.
        { "a,b\n1,\"2\"x\n", 1, 2, "b", "text follows the closing quote" },
        { "a,b\n\"1\" ,2\n", 1, 2, "a", "text follows the closing quote" },
        { "a,b\n1,\"2\"x", 1, 2, "b", "text follows the closing quote" },
        { "a,b\n1,2\n3,\"x\n\"y\" z\"\n", 2, 4, "b", "text follows the closing quote" },
        { "a,b\n1,2\n3,\"4\n5,6\n", 2, 3, "b", "never closed" },
        { "a,b\n\"1\n2\",\"3\n4", 1, 3, "b", "never closed" },
        { "a,b\n1,\"", 1, 2, "b", "never closed" },
        { "a,b\n1,\"\"\"", 1, 2, "b", "never closed" },
        { "\na,\"b\n1,2\n", null, 2, null, "header, column 2: the quote that opens here" },
        { "a,\"b\"c\n1,2\n", null, 1, null, "header, column 2: text follows" },

        // Bytes that are no text.
        { "a,b\n1,2\n3,\0\n", 2, 3, "b", "NUL" },
        { "a,b\n1,2\n\0,3\n", 2, 3, "a", "NUL" },
        { "a,b\n1,\"2\n\n\0\"\n", 1, 4, "b", "NUL" },
        { "a,b\n1,2\n3\n4,\0", 2, 3, "a", "1 field" },
        { "a,b\n1,\0,3\n", 1, 2, "b", "NUL" },
        { "a,b\n1,2,\0\n", 1, 2, null, "NUL" },
        { "a,\0\n", null, 1, null, "header, column 2: a NUL" },

        // Header.
        { "", null, null, null, "empty" },
        { "\n\r\n\r", null, null, null, "empty" },
        { "a,b, a\n1,2,3", null, 1, "a", "columns 1 and 3 have the same name" },
        { "\n,column_1\n", null, 2, "column_1", "columns 1 and 2 have the same name" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_names_row_line_column_and_reason(
        string text, long? row, long? line, string? column, string reason)
    {
        foreach (var blockSize in new[] { 1, 2, 3, 7, 16, 64 * 1024 })
        {
            var fault = Assert.Throws<DataFault>(
                () => Csv.All(Csv.Open(Encoding.UTF8.GetBytes(text), Csv.Name, blockSize)));
            Assert.Equal(
                (Csv.Name, row, line, column), (fault.File, fault.Row, fault.Line, fault.Column));
            Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a,größe\n1,é\n", 1, 2, "größe")]
    [InlineData("a,b\n1,2\né,3\n", 2, 3, "a")]
    [InlineData("a,b\n1,2\n3,\"\né\"\n", 2, 4, "b")]
    [InlineData("é,b\n1,2\n", null, 1, null)]
    public void Latin_1_is_a_fault_at_its_place(string text, int? row, int line, string? column)
    {
        var header = text.IndexOf('\n', StringComparison.Ordinal);
        var bytes = row is null
            ? Encoding.Latin1.GetBytes(text)
            : [.. Encoding.UTF8.GetBytes(text[..header]), .. Encoding.Latin1.GetBytes(text[header..])];
        var fault = Csv.Fault(bytes);
        Assert.Equal((row, line, column), ((int?)fault.Row, (int)fault.Line!, fault.Column));
        Assert.Contains("not valid UTF-8: save the file as UTF-8", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98 })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xFF })]
    public void Broken_UTF_8_is_a_fault_in_any_block(byte[] broken)
    {
        for (var blockSize = 1; blockSize < 20; blockSize++)
        {
            foreach (var after in new[] { "", "\n", "x\n" })
            {
                byte[] bytes = [.. "a,b\n1,2\n3,😀"u8, .. broken, .. Encoding.UTF8.GetBytes(after)];
                var fault = Assert.Throws<DataFault>(() => Csv.All(Csv.Open(bytes, Csv.Name, blockSize)));
                Assert.Equal((2, 3, "b"), ((int)fault.Row!, (int)fault.Line!, fault.Column));
            }
        }
    }

    [Fact]
    public void Rows_before_a_fault_are_read()
    {
        using var reader = Csv.Open("a,b\n1,2\n3,4\n5\n6,7");
        Assert.True(reader.ReadRow());
        Assert.True(reader.ReadRow());
        Assert.Equal(["3", "4"], Csv.Fields(reader));
        Assert.Throws<DataFault>(() => reader.ReadRow());
    }

    [Fact]
    public void A_message_shows_no_value_of_the_data()
    {
        foreach (var text in new[] { "a,b\nsecret\n", "a,b\n1,\"secret\"secret", "a,b\n1,\"secret", "a\nsecret\0" })
            Assert.DoesNotContain("secret", Csv.Fault(text).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_columns_than_can_be_kept_are_a_fault()
    {
        var most = new string(',', RecordScanner.MaxColumns - 1);
        using (var reader = Csv.Open(most + "\n"))
            Assert.Equal("column_1048576", reader.Header[^1]);
        var fault = Csv.Fault(most + ",\n");
        Assert.Contains("1,048,577 columns", fault.Message, StringComparison.Ordinal);
    }
}
