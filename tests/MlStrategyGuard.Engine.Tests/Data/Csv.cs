using System.IO.Compression;
using System.Text;
using MlStrategyGuard.Engine.Data;
using Xunit;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace MlStrategyGuard.Engine.Tests.Data;

/// <summary>Short ways to read text in a test.</summary>
internal static class Csv
{
    public const string Name = "data.csv";

    public static DelimitedReader Open(string text, string name = Name) => Open(Encoding.UTF8.GetBytes(text), name);

    public static DelimitedReader Open(byte[] bytes, string name = Name, int blockSize = 64 * 1024) =>
        DelimitedReader.Open(new MemoryStream(bytes), name, TestContext.Current.CancellationToken, blockSize);

    /// <summary>The header and all rows.</summary>
    public static List<string[]> All(DelimitedReader reader)
    {
        using (reader)
        {
            var records = new List<string[]> { reader.Header.ToArray() };
            while (reader.ReadRow())
                records.Add(Fields(reader));
            return records;
        }
    }

    public static string[] Fields(DelimitedReader reader) =>
        [.. Enumerable.Range(0, reader.FieldCount).Select(i => Encoding.UTF8.GetString(reader.Field(i)))];

    /// <summary>The rows in one line: fields joined by <c>¦</c>, rows by <c>⏎</c>.</summary>
    public static string Flat(DelimitedReader reader) => string.Join('⏎', All(reader).Select(r => string.Join('¦', r)));

    public static DataFault Fault(string text, string name = Name) =>
        Assert.Throws<DataFault>(() => All(Open(text, name)));

    public static DataFault Fault(byte[] bytes, string name = Name) =>
        Assert.Throws<DataFault>(() => All(Open(bytes, name)));

    public static byte[] Gzip(byte[] bytes)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return compressed.ToArray();
    }

    public static byte[] Zstd(byte[] bytes)
    {
        var compressed = new MemoryStream();
        using (var zstd = new CompressionStream(compressed, leaveOpen: true))
        {
            zstd.SetParameter(ZSTD_cParameter.ZSTD_c_checksumFlag, 1);
            zstd.Write(bytes);
        }

        return compressed.ToArray();
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
