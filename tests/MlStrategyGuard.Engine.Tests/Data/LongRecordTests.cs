using MlStrategyGuard.Engine.Data;
using Xunit;

namespace MlStrategyGuard.Engine.Tests.Data;

public sealed class LongRecordTests
{
    private const long Huge = 400_000_000;

    [Theory]
    [InlineData("a,b\n1,2\n3,", 2, 3, "no line break found")]
    [InlineData("a,b\n1,2\n\"3\n", 2, 3, "a quote that opens on line 3 isn't closed")]
    [InlineData("a,b\n1,2\n\"3\n3\",\"", 2, 3, "a quote that opens on line 4 isn't closed")]
    [InlineData("a,b", null, 1, "header: more than 16,777,216 bytes in one record: no line break")]
    [InlineData("\na,\"b", null, 1, "a quote that opens on line 2 isn't closed")]
    public void A_record_without_end_is_a_fault_in_bounded_memory(string start, int? row, int line, string reason)
    {
        var head = Csv.Utf8(start);
        var stream = new CallbackStream((buffer, position) =>
        {
            buffer = buffer[..(int)Math.Min(buffer.Length, Huge - position)];
            buffer.Fill((byte)'x');
            if (position < head.Length)
                head.AsSpan((int)position, Math.Min(buffer.Length, head.Length - (int)position)).CopyTo(buffer);
            return buffer.Length;
        });

        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.Throws<DataFault>(
            () => Csv.All(DelimitedReader.Open(stream, "f.csv", TestContext.Current.CancellationToken)));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal((row, line), ((int?)fault.Row, (int)fault.Line!));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.InRange(stream.Served, DelimitedReader.RecordLimit, DelimitedReader.RecordLimit + 1_000_000);
        Assert.InRange(allocated, DelimitedReader.RecordLimit, 3 * DelimitedReader.RecordLimit);
    }

    [Fact]
    public void A_row_of_delimiters_without_end_takes_no_memory_per_field()
    {
        var stream = new CallbackStream((buffer, position) =>
        {
            buffer.Fill((byte)',');
            if (position == 0)
                "a\n"u8.CopyTo(buffer);
            return buffer.Length;
        });
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<DataFault>(
            () => Csv.All(DelimitedReader.Open(stream, "f.csv", TestContext.Current.CancellationToken)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3 * DelimitedReader.RecordLimit);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("")]
    public void The_limit_is_exact_whatever_the_line_end(string lineEnd)
    {
        const int Limit = 50;
        foreach (var blockSize in new[] { 1, 10, 49, 50, 51, 52, 53, 64, 1000 })
        {
            var longest = Read(Limit, blockSize, lineEnd);
            Assert.Equal(Limit, longest[1][0].Length);
            var fault = Assert.Throws<DataFault>(() => Read(Limit + 1, blockSize, lineEnd));
            Assert.Contains("more than 50 bytes in one record", fault.Message, StringComparison.Ordinal);
            Assert.Equal((1, 2), ((int)fault.Row!, (int)fault.Line!));
        }

        static List<string[]> Read(int length, int blockSize, string lineEnd) => Csv.All(DelimitedReader.Open(
            new MemoryStream(Csv.Utf8("a\n" + new string('x', length) + lineEnd)), "f.csv", default, blockSize, Limit));
    }

    [Fact]
    public void A_binary_file_is_known_by_its_first_block()
    {
        var stream = new CallbackStream((buffer, _) =>
        {
            buffer.Fill(0);
            return buffer.Length;
        });
        var fault = Assert.Throws<DataFault>(
            () => DelimitedReader.Open(stream, "f.csv", TestContext.Current.CancellationToken));
        Assert.Contains("NUL", fault.Message, StringComparison.Ordinal);
        Assert.InRange(stream.Served, 1, 1_000_000);
    }

    [Fact]
    public void Many_empty_lines_take_no_memory()
    {
        var stream = new CallbackStream((buffer, position) =>
        {
            buffer = buffer[..(int)Math.Min(buffer.Length, 50_000_000 - position)];
            buffer.Fill((byte)'\n');
            if (position == 0)
                "a"u8.CopyTo(buffer);
            return buffer.Length;
        });
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Single(Csv.All(DelimitedReader.Open(stream, "f.csv", TestContext.Current.CancellationToken)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }
}
