using System.Text;
using MlStrategyGuard.Engine.Data;
using Xunit;
using Record = MlStrategyGuard.Engine.Data.Record;

namespace MlStrategyGuard.Engine.Tests.Data;

/// <summary>
/// Whatever the bytes are and wherever blocks are cut, several workers find the rows, or the fault, that reading in order
/// finds.
/// </summary>
public sealed class ParallelMutationTests
{
    private static readonly string[] Pieces =
        ["a", "0", "1.5", "-7e3", " ", "é", "😀", ",", ",", ",", ";", "\t", "|", "\"", "\"\"", "\"\"\"", "\n", "\n", "\r\n", "\r", "\",\"", "\"\n", "\n\"",
            "a text that crosses a window of sixty-four bytes, and \"another\" comma, "];

    private static readonly byte[] Telling = [.. "\",;\r\n\0 a"u8, 0x80, 0xC3, 0xE2, 0xF0, 0xFF, 0xEF, 0xBB, 0xBF];

    [Fact]
    public void Hostile_text_gives_what_reading_in_order_gives()
    {
        var random = new Random(11);
        var (rows, faults) = (0, 0);
        for (var i = 0; i < 2_500; i++)
        {
            var text = new StringBuilder("a,b\n");
            for (var count = random.Next(60); count > 0; count--)
                text.Append(Pieces[random.Next(Pieces.Length)]);
            Compare(Csv.Utf8(text.ToString()), random, ref rows, ref faults);
        }

        Assert.True(rows > 20 && faults > 500, $"{rows} files gave rows, {faults} a fault");
    }

    [Fact]
    public void Mutated_files_give_what_reading_in_order_gives()
    {
        var random = new Random(12);
        var (rows, faults) = (0, 0);
        for (var i = 0; i < 2_500; i++)
        {
            var bytes = ValidFile(random);
            for (var times = random.Next(3); times > 0; times--)
                Mutate(bytes, random);
            Compare([.. bytes], random, ref rows, ref faults);
        }

        Assert.True(rows > 500 && faults > 500, $"{rows} files gave rows, {faults} a fault");
    }

    [Fact]
    public void Mutated_objects_give_what_reading_in_order_gives()
    {
        string[] values = ["1", "-2.5e3", "null", "true", "\"a,\\\"b\\\"\\n\"", "\"é😀\"", "[1,\"x\"]", "{\"k\":1,\"l\":null}"];
        var random = new Random(14);
        var (rows, faults) = (0, 0);
        for (var i = 0; i < 1_000; i++)
        {
            var text = new StringBuilder();
            for (var row = random.Next(1, 20); row > 0; row--)
                text.Append(i % 3 == 0 ? "\n" : "").Append("{\"id\":").Append(row).Append(",\"v\":").Append(values[random.Next(values.Length)]).Append('}').Append(i % 2 == 0 ? "\n" : "\r\n");
            List<byte> bytes = [.. Csv.Utf8(text.ToString())];
            for (var times = random.Next(2); times > 0; times--)
                Mutate(bytes, random);
            Compare([.. bytes], random, ref rows, ref faults);
        }

        Assert.True(rows > 200 && faults > 200, $"{rows} files gave rows, {faults} a fault");
    }

    [Fact]
    public void Profiles_of_mutated_files_are_those_of_one_worker_with_one_block()
    {
        var random = new Random(13);
        var profiles = 0;
        for (var i = 0; i < 150; i++)
        {
            var bytes = ValidFile(random);
            if (i % 2 == 1)
                Mutate(bytes, random);
            var whole = Profile([.. bytes], 1, 1 << 20);
            Assert.Equal(whole, Profile([.. bytes], 1 + random.Next(3), 1 + random.Next(90)));
            profiles += whole.StartsWith("train", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.InRange(profiles, 60, 149);
    }

    /// <summary>Rows of three fields, some quoted, with any line ends and with empty lines.</summary>
    private static List<byte> ValidFile(Random random)
    {
        string[] values = ["", "1", "-2.5e3", "x y", "é", "2026-01-02", "\"\"", "\"q,u\"\"o\nt\"", "\"\r\n\"", "\"😀\"", new('w', 70)];
        string[] ends = random.Next(2) == 0 ? ["\n"] : ["\n", "\r\n", "\r", "\n\n", "\r\n\n"];
        var text = new StringBuilder("id,b,\"c\nd\"\n");
        for (var row = random.Next(30); row > 0; row--)
            text.Append(row).Append(',').Append(values[random.Next(values.Length)]).Append(',').Append(values[random.Next(values.Length)]).Append(ends[random.Next(ends.Length)]);
        if (random.Next(2) == 0)
            text.Append("last,1,2");
        return [.. Csv.Utf8(text.ToString())];
    }

    private static void Mutate(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var value = random.Next(4) == 0 ? (byte)random.Next(256) : Telling[random.Next(Telling.Length)];
        switch (random.Next(5))
        {
            case 0 when bytes.Count > 1:
                bytes.RemoveAt(at);
                break;
            case 1:
                bytes.Insert(at, value);
                break;
            case 2 when at > 0:
                bytes.RemoveRange(at, random.Next(Math.Min(20, bytes.Count - at)));
                break;
            default:
                bytes[at] = value;
                break;
        }
    }

    private static void Compare(byte[] bytes, Random random, ref int rows, ref int faults)
    {
        var expected = InOrder(bytes);
        for (var times = 0; times < 2; times++)
        {
            var (workers, blockSize) = (1 + random.Next(3), 1 + random.Next(random.Next(2) == 0 ? 8 : 120));
            var found = InParallel(bytes, workers, blockSize);
            Assert.True(
                expected == found,
                $"{workers} workers, blocks of {blockSize}, base64 {Convert.ToBase64String(bytes)}\nin order: {expected}\nparallel: {found}");
        }

        if (expected.StartsWith("fault", StringComparison.Ordinal))
            faults++;
        else
            rows++;
    }

    private static string InOrder(byte[] bytes)
    {
        try
        {
            using var reader = Csv.Open(bytes, "train-0.csv");
            var rows = new List<string>();
            while (reader.ReadRow())
                rows.Add(string.Join('¦', Csv.Fields(reader)));
            return Show(rows);
        }
        catch (DataFault fault)
        {
            return Fault(fault.Row, fault.Line, fault.Column, fault.Message);
        }
    }

    private static string InParallel(byte[] bytes, int workers, int blockSize)
    {
        var split = InMemory.Split("train", bytes);
        var read = new FilePass([split], workers, null, TestContext.Current.CancellationToken) { BlockSize = blockSize }
            .Run(_ => new Collector(split.Columns(default).Count), (all, part) => all.Add(part))[0];
        return read.Problem is { } problem ? Fault(problem.Row, problem.Line, problem.Column, problem.Why) : Show(read.Sink!.Taken);
    }

    private static string Profile(byte[] bytes, int workers, int blockSize) =>
        InMemory.Show(new ProfileReader(new Strategy(), null, TestContext.Current.CancellationToken) { Workers = workers, BlockSize = blockSize }
            .Read([InMemory.Split("train", bytes)])[0]);

    private static string Show(List<string> rows) => string.Join('⏎', rows.Order(StringComparer.Ordinal));

    private static string Fault(long? row, long? line, string? column, string message) => $"fault {row} {line} {column} {message}";

    private sealed class Collector(int columns) : RowSink
    {
        public List<string> Taken { get; } = [];

        public override int Take(in RowBlock rows, int[] positions)
        {
            Rows += rows.Count;
            for (var row = 0; row < rows.Count; row++)
            {
                var fields = new string[columns];
                for (var i = 0; i < columns; i++)
                    fields[i] = Encoding.UTF8.GetString(rows.Field(row, positions[i]));
                Taken.Add(string.Join('¦', fields));
            }

            return -1;
        }

        public void Add(Collector part) => Taken.AddRange(part.Taken);
    }
}
