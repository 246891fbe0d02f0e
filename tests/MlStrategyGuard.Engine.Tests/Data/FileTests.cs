using System.Security;
using MlStrategyGuard.Engine.Data;
using Xunit;

namespace MlStrategyGuard.Engine.Tests.Data;

public sealed class FileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlguard-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_read_and_released()
    {
        var path = Path.Combine(_folder, "a.tsv");
        File.WriteAllText(path, "a\tb\n1\t2\n");
        Assert.Equal("a¦b⏎1¦2", Csv.Flat(DelimitedReader.Open(path, TestContext.Current.CancellationToken)));
        using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(8, exclusive.Length);
    }

    [Fact]
    public void A_file_with_a_fault_is_released()
    {
        var path = Path.Combine(_folder, "a.csv");
        File.WriteAllText(path, "a,a\n");
        Assert.Throws<DataFault>(() => DelimitedReader.Open(path, TestContext.Current.CancellationToken));
        using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(4, exclusive.Length);
    }

    [Fact]
    public void What_is_no_readable_file_is_a_fault_in_plain_words()
    {
        var locked = Path.Combine(_folder, "locked.csv");
        using var exclusive = new FileStream(locked, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var cases = new[]
        {
            (_folder, "folder"),
            (Path.Combine(_folder, "none.csv"), "does not exist"),
            (Path.Combine(_folder, "none", "none.csv"), "nor does its folder"),
            (locked, "in use by another program"),
            ("", "not a valid path"),
            ("a\0b", "not a valid path"),
        };
        foreach (var (path, reason) in cases)
        {
            var fault = Assert.Throws<DataFault>(
                () => DelimitedReader.Open(path, TestContext.Current.CancellationToken));
            Assert.Equal((path, null, null, null), (fault.File, fault.Row, fault.Line, fault.Column));
            Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_the_system_answers_is_put_into_plain_words()
    {
        var cases = new (Exception, string)[]
        {
            (new UnauthorizedAccessException("x"), "no permission"),
            (new SecurityException("x"), "no permission"),
            (new PathTooLongException("x"), "too long"),
            (new IOException("x", unchecked((int)0x80070020)), "in use"),
            (new IOException("x", 5), "reading the file failed"),
        };
        foreach (var (exception, reason) in cases)
            Assert.Contains(reason, FileTrouble.Explain("f", exception)!.Message, StringComparison.Ordinal);
        Assert.Null(FileTrouble.Explain("f", new OperationCanceledException()));
        Assert.Null(FileTrouble.Explain("f", new InvalidOperationException()));
    }

    [Fact]
    public void A_disk_that_fails_while_reading_is_a_fault()
    {
        var stream = new CallbackStream((buffer, position) =>
        {
            if (position >= 1_000_000)
                throw new IOException("x", 5);
            buffer.Fill((byte)'\n');
            "a"u8.CopyTo(buffer);
            return buffer.Length;
        });
        using var reader = DelimitedReader.Open(stream, "f", TestContext.Current.CancellationToken);
        var fault = Assert.Throws<DataFault>(() =>
        {
            while (reader.ReadRow())
                ;
        });
        Assert.Contains("reading the file failed", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 20, 0 }, "Excel workbook")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1 }, "old Excel")]
    [InlineData(new byte[] { 0x50, 0x41, 0x52, 0x31, 0x15, 4 }, "Parquet")]
    [InlineData(new byte[] { 0xFD, 0x37, 0x7A, 0x58, 0x5A, 0 }, "xz")]
    public void Binary_formats_are_named(byte[] start, string format) =>
        Assert.Contains(format, Csv.Fault(start).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("PK,b\n")]
    [InlineData("PAR1,b\n")]
    public void Text_that_starts_like_a_binary_format_is_read(string text) =>
        Assert.Equal(2, Csv.Open(text).Header.Count);

    [Fact]
    public void Cancelling_ends_the_reading_at_the_next_block()
    {
        using var cancel = new CancellationTokenSource();
        var stream = new CallbackStream((buffer, _) =>
        {
            buffer.Fill((byte)'\n');
            "a"u8.CopyTo(buffer);
            return buffer.Length;
        });
        using var reader = DelimitedReader.Open(stream, "f", cancel.Token);
        Assert.True(reader.ReadRow());
        cancel.Cancel();
        var read = reader.BytesRead;
        Assert.Throws<OperationCanceledException>(() =>
        {
            while (reader.ReadRow())
                ;
        });
        Assert.Equal(read, reader.BytesRead);
    }

    [Fact]
    public void Cancelled_before_the_start_nothing_is_read() =>
        Assert.Throws<OperationCanceledException>(
            () => DelimitedReader.Open(new MemoryStream("a\n"u8.ToArray()), "f", new CancellationToken(true)));
}
