using System.Text;
using MlStrategyGuard.Engine.Data;
using Xunit;

namespace MlStrategyGuard.Engine.Tests.Data;

/// <summary>Whatever the bytes are: rows or a fault, the same in every block size.</summary>
public sealed class MutationTests
{
    private const string Text =
        "id,größe,note\r\n1,1.5,\"a \"\"b\"\"\n€\"\n2,,😀\r\n\r\n3,\"2,5\",x\"y\n4,\"\",\"\"\"\"\n5,6,7";

    private static readonly byte[] Telling =
        [.. "\",;\t|\r\n\0 a{}[]:\\1"u8, 0x80, 0xC3, 0xE2, 0xF0, 0xFF, 0xFE, 0xEF, 0x1F, 0x8B];

    private const string Json =
        "{\"id\":1,\"größe\":1.5,\"note\":\"a \\\"b\\\"\\n€\"}\r\n{\"id\":2,\"o\":{\"x\":null,\"y\":[1,\"b\"]}}\n\n{\"größe\":-2e5,\"note\":\"\\u00e9,😀\",\"id\":true}\n{}";

    public static TheoryData<string> Forms => ["utf-8", "utf-16", "utf-16BE", "gzip", "gzip of utf-16", "zstd", "json", "zstd of json"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Mutated_bytes_give_rows_or_a_fault(string form)
    {
        var original = Original(form);
        var random = new Random(7);
        var (rows, faults) = (0, 0);
        for (var i = 0; i < 1500; i++)
        {
            var bytes = Mutate(original, random);
            var whole = Outcome(bytes, 64 * 1024, form);
            var blocks = Outcome(bytes, 1 + random.Next(40), form);
            Assert.Equal(whole, blocks);
            if (whole.StartsWith("fault", StringComparison.Ordinal))
                faults++;
            else
                rows++;
        }
        Assert.True(rows > 0 && faults > 200, $"{rows} files gave rows, {faults} a fault");
    }

    private static byte[] Original(string form)
    {
        byte[] Encode(Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)];
        return form switch
        {
            "utf-8" => Csv.Utf8(Text),
            "utf-16" => Encode(Encoding.Unicode),
            "utf-16BE" => Encode(Encoding.BigEndianUnicode),
            "gzip" => Csv.Gzip(Csv.Utf8(Text)),
            "zstd" => Csv.Zstd(Csv.Utf8(Text)),
            "json" => Csv.Utf8(Json),
            "zstd of json" => Csv.Zstd(Csv.Utf8(Json)),
            _ => Csv.Gzip(Encode(Encoding.Unicode)),
        };
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var times = 1 + random.Next(4); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            var value = random.Next(3) == 0 ? (byte)random.Next(256) : Telling[random.Next(Telling.Length)];
            switch (random.Next(5))
            {
                case 0:
                    bytes.RemoveAt(at);
                    break;
                case 1:
                    bytes.Insert(at, value);
                    break;
                case 2:
                    bytes.RemoveRange(at, random.Next(bytes.Count - at));
                    break;
                case 3:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                default:
                    bytes[at] = value;
                    break;
            }
        }
        return [.. bytes];
    }

    private static string Outcome(byte[] bytes, int blockSize, string form)
    {
        try
        {
            return Csv.Flat(Csv.Open(bytes, Csv.Name, blockSize));
        }
        catch (DataFault fault)
        {
            // Damaged compressed data is noticed at another row when blocks are smaller.
            return form.Contains('z', StringComparison.Ordinal)
                ? "fault"
                : $"fault {fault.Row} {fault.Line} {fault.Column} {fault.Message}";
        }
    }
}
