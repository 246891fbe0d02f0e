using System.Text;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Tests.Data;

public class FieldTableTests
{
    [Theory]
    [InlineData("a,b\nc,d\n", 2)]
    [InlineData("a,b\r\nc,d\r\n", 2)]
    [InlineData("a,b\nc,d", 2)]
    [InlineData(",\n,\n", 2)]
    [InlineData("a\nb\n", 1)]
    [InlineData("é,ü\nñ,\n", 2)]
    public void RegularText_IsRead(string text, int width) => Assert.Equal(Scanned(text, width), Filled(text, width));

    [Theory]
    [InlineData("\"a\",b\n", 2)]
    [InlineData("a,b\n\nc,d\n", 2)]
    [InlineData("a,b\nc\n", 2)]
    [InlineData("a,b\nc,d,e\n", 2)]
    [InlineData("a\nb,c\n", 2)]
    [InlineData("a,b,c,d\n", 2)]
    [InlineData("a,b\rc,d\r", 2)]
    [InlineData("a,b\r\nc,d\n", 2)]
    [InlineData("a,b\nc,d\r\n", 2)]
    [InlineData("a\n\nb\n", 1)]
    [InlineData("a,b\nc,", 3)]
    public void AnythingElse_IsLeftToOthers(string text, int width) => Assert.Null(Filled(text, width));

    [Fact]
    public void AnyText_IsReadAsTheScannerReadsIt()
    {
        var random = new Random(1);
        var read = 0;
        for (var i = 0; i < 4_000; i++)
        {
            var width = random.Next(1, 9);
            var end = random.Next(3) == 0 ? "\r\n" : "\n";
            var text = new StringBuilder();
            for (var row = random.Next(1, 60); row > 0; row--)
                text.AppendJoin(',', Enumerable.Range(0, width).Select(_ => new string('x', random.Next(random.Next(10) == 0 ? 90 : 9)))).Append(end);
            if (random.Next(3) == 0)
                text[random.Next(text.Length)] = "\n\r,\"x"[random.Next(5)];
            if (Filled(text.ToString(), width) is not { } filled)
                continue;
            read++;
            Assert.Equal(Scanned(text.ToString(), width), filled);
        }

        Assert.InRange(read, 2_000, 3_900);
    }

    private static string? Filled(string text, int width)
    {
        var (block, length) = Padded(text);
        var table = new FieldTable(width);
        return table.TryFill(block, length, (byte)',') ? Show(table.In(block)) : null;
    }

    private static string Scanned(string text, int width)
    {
        var (block, length) = Padded(text);
        var table = new FieldTable(width);
        var scanner = new RecordScanner((byte)',');
        scanner.KeepFields(width);
        while (scanner.Next < length)
        {
            Assert.Equal(ScanStatus.Record, scanner.Scan(block, length, final: true));
            Assert.Equal(width, scanner.Count);
            table.Add(scanner.Fields);
        }

        return Show(table.In(block));
    }

    // The padding holds what would be seen if it were taken for text.
    private static (byte[] Block, int Length) Padded(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return ([.. bytes, .. Enumerable.Repeat((byte)',', RecordScanner.Padding)], bytes.Length);
    }

    private static string Show(RowBlock rows)
    {
        var text = new StringBuilder();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var field = 0; field < rows.Width; field++)
                text.Append(Encoding.UTF8.GetString(rows.Field(row, field))).Append('|');
            text.Append('\n');
        }

        return text.ToString();
    }
}
