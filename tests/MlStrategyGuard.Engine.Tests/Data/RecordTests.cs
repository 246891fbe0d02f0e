using Xunit;

namespace MlStrategyGuard.Engine.Tests.Data;

public sealed class RecordTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "a¦b⏎1¦2")]
    [InlineData("a,b\n1,2", "a¦b⏎1¦2")]
    [InlineData("a,b\r\n1,2\r\n", "a¦b⏎1¦2")]
    [InlineData("a,b\r1,2\r3,4", "a¦b⏎1¦2⏎3¦4")]
    [InlineData("a,b\r1,2\r", "a¦b⏎1¦2")]
    [InlineData("a,b\n1,2\r3,4\r\n5,6", "a¦b⏎1¦2⏎3¦4⏎5¦6")]
    [InlineData("a\n1\n2\n", "a⏎1⏎2")]
    public void Line_ends_of_every_kind_end_a_row(string text, string expected) =>
        Assert.Equal(expected, Csv.Flat(Csv.Open(text)));

    [Theory]
    [InlineData("\n\n\r\na,b\n\n1,2\n\r\n\r\r3,4\n\n", "a¦b⏎1¦2⏎3¦4")]
    [InlineData("a\n1\n\n2\n", "a⏎1⏎2")]
    [InlineData("a\n\"\"\n2\n", "a⏎⏎2")]
    [InlineData("a\n \n", "a⏎ ")]
    [InlineData("a,b\n,\n", "a¦b⏎¦")]
    public void Empty_lines_are_skipped_and_nothing_else(string text, string expected) =>
        Assert.Equal(expected, Csv.Flat(Csv.Open(text)));

    [Theory]
    [InlineData("a,b\n\"1\",\"2\"", "a¦b⏎1¦2")]
    [InlineData("a,b\n\"1,2\",3", "a¦b⏎1,2¦3")]
    [InlineData("a,b\n\"1\n2\",\"3\r\n4\r5\"\n6,7", "a¦b⏎1\n2¦3\r\n4\r5⏎6¦7")]
    [InlineData("a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n", "a¦b⏎say \"hi\"¦\"")]
    [InlineData("a,b\n\"\"\"\"\"\",\"\"\n", "a¦b⏎\"\"¦")]
    [InlineData("a,b\n5\" pipe,6\"\n", "a¦b⏎5\" pipe¦6\"")]
    [InlineData("a,b\n 1 , \"2\" \n", "a¦b⏎ 1 ¦ \"2\" ")]
    [InlineData("\"a,1\",\"b\"\"\"\n1,2", "a,1¦b\"⏎1¦2")]
    [InlineData("a,b\n1,", "a¦b⏎1¦")]
    [InlineData("a,b\n1,\"\"", "a¦b⏎1¦")]
    public void Quotes_follow_RFC_4180(string text, string expected) =>
        Assert.Equal(expected, Csv.Flat(Csv.Open(text)));

    [Theory]
    [InlineData("a;b;c\n1,5;2;3", "data.csv", "a¦b¦c⏎1,5¦2¦3")]
    [InlineData("a\tb\n1\t2", "data.csv", "a¦b⏎1¦2")]
    [InlineData("a|b\n1|2", "data.txt", "a¦b⏎1¦2")]
    [InlineData("a,b;c\n1,2;3", "data.csv", "a¦b;c⏎1¦2;3")]
    [InlineData("a;b\tc\n1;2\t3", "data.csv", "a¦b\tc⏎1¦2\t3")]
    [InlineData("\"a;b;c\",d\n1,2", "data.csv", "a;b;c¦d⏎1¦2")]
    [InlineData("\"a\"\"\n;;;\"\"\",d\n1,2", "data.csv", "a\"\n;;;\"¦d⏎1¦2")]
    [InlineData("5\";b;c,d\n1;2;3", "data.csv", "5\"¦b¦c,d⏎1¦2¦3")]
    [InlineData("\r\n\na|b\n1|2", "data.csv", "a¦b⏎1¦2")]
    [InlineData("a b\n1 2", "data.csv", "a b⏎1 2")]
    [InlineData("a,b,c\td\n1\t2,2", "data.tsv", "a,b,c¦d⏎1¦2,2")]
    [InlineData("a,b,c\td\n1\t2", "DATA.TAB", "a,b,c¦d⏎1¦2")]
    [InlineData("a,b,c\td\n1\t2", "data.tsv.gz", "a,b,c¦d⏎1¦2")]
    [InlineData("a,b,c\n1,2,3", "tsv.csv", "a¦b¦c⏎1¦2¦3")]
    public void The_delimiter_comes_from_the_name_or_the_header(string text, string name, string expected) =>
        Assert.Equal(expected, Csv.Flat(Csv.Open(text, name)));

    [Theory]
    [InlineData(" a ,\tb\n", "a¦b")]
    [InlineData(",a,\n", "column_1¦a¦column_3")]
    [InlineData("a, ,\"\"\n", "a¦column_2¦column_3")]
    [InlineData("a,A\n", "a¦A")]
    [InlineData("größe,名前\n", "größe¦名前")]
    [InlineData("a", "a")]
    [InlineData(" ", "column_1")]
    public void Header_names_are_trimmed_and_empty_ones_are_numbered(string text, string expected) =>
        Assert.Equal(expected, Csv.Flat(Csv.Open(text)));

    [Fact]
    public void Rows_know_their_number_and_the_line_they_start_on()
    {
        using var reader = Csv.Open("\n\"a\nx\",b\r\n1,\"2\n3\r4\r\n5\"\r\r\n6,7\n\n\n8,9");
        var places = new List<(long, long)>();
        Assert.Equal(0, reader.Row);
        while (reader.ReadRow())
            places.Add((reader.Row, reader.Line));
        Assert.Equal([(1, 4), (2, 9), (3, 12)], places);
    }

    [Fact]
    public void Quoted_fields_are_told_from_bare_ones()
    {
        using var reader = Csv.Open("a,b,c,d\n1,\"1\",,\"\"");
        Assert.True(reader.ReadRow());
        Assert.Equal([false, true, false, true], Enumerable.Range(0, 4).Select(reader.IsQuoted));
    }

    [Fact]
    public void Reading_past_the_end_stays_at_the_end()
    {
        using var reader = Csv.Open("a\n1\n");
        Assert.True(reader.ReadRow());
        Assert.False(reader.ReadRow());
        Assert.False(reader.ReadRow());
        Assert.Equal(1, reader.Row);
    }

    [Fact]
    public void More_columns_than_a_window_of_the_scanner_are_kept()
    {
        var names = Enumerable.Range(0, 5000).Select(i => $"c{i}").ToArray();
        var values = names.Select((_, i) => new string('x', i % 80)).ToArray();
        var records = Csv.All(Csv.Open(string.Join(',', names) + "\n" + string.Join(',', values)));
        Assert.Equal(names, records[0]);
        Assert.Equal(values, records[1]);
    }

    [Fact]
    public void Reading_a_row_allocates_nothing()
    {
        var line = "1,\"two \"\"2\"\"\",3\n";
        using var reader = Csv.Open("a,b,c\n" + string.Concat(Enumerable.Repeat(line, 3000)));
        for (var i = 0; i < 1000; i++)
            reader.ReadRow();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var bytes = 0;
        for (var i = 0; i < 1000; i++)
        {
            reader.ReadRow();
            bytes += reader.Field(0).Length + reader.Field(1).Length + reader.Field(2).Length;
        }
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(9000, bytes);
        Assert.Equal(0, allocated);
    }
}
