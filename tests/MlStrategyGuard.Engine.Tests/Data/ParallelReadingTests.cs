using System.Globalization;
using System.Text;
using MlStrategyGuard.Engine.Data;
using Xunit;

namespace MlStrategyGuard.Engine.Tests.Data;

/// <summary>However the work is cut up, the same comes out.</summary>
public sealed class ParallelReadingTests
{
    private const string Header = "n,scale,mixed,late,day,level,long,y";

    private static readonly Strategy Labelled = Profiles.Strategy("version: 1\ndata:\n  label: y\n");

    public static TheoryData<int, int, int, bool> Ways => new()
    {
        { 1, 1 << 20, 1, false },
        { 2, 4_096, 1, false },
        { 3, 1_000, 1, true },
        { 7, 300, 3, true },
        { 2, 4_096, 5, false },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Order_shards_workers_and_blocks_make_no_difference(int workers, int blockSize, int shards, bool backward) =>
        Assert.Equal(
            Read(CheckRequest.DefaultMemory, 1, 1 << 20, [File(Rows(2_000))]),
            Read(CheckRequest.DefaultMemory, workers, blockSize, Shards(Rows(2_000), shards, backward)));

    [Theory]
    [MemberData(nameof(Ways))]
    public void They_make_none_either_when_numbers_are_counted_in_bins_and_keys_are_on_the_disk(
        int workers, int blockSize, int shards, bool backward)
    {
        var whole = Read(1, 1, 1 << 20, [File(Rows(6_000))]);
        Assert.Contains("Numeric", whole, StringComparison.Ordinal);
        Assert.Equal(whole, Read(1, workers, blockSize * 10, Shards(Rows(6_000), shards, backward)));
    }

    [Fact]
    public void Binned_numbers_are_all_counted_and_late_text_makes_levels_of_all()
    {
        var rows = Rows(20_000).ToList();
        var profile = new ProfileReader(Labelled, null, TestContext.Current.CancellationToken) { Memory = 1, Workers = 2, BlockSize = 5_000 }
            .Read([InMemory.Split("train", File(rows))])[0].Profile!;
        using (profile)
        {
            var column = profile.Column("scale")!;
            Assert.False(column.Numbers.IsComplete);
            Assert.Equal(column.NumberCount, column.Bins!.Counts.Sum());
            Assert.InRange(column.Bins.Edges.Length, 500, 1_023);
            Assert.All(column.Bins.Counts, count => Assert.InRange(count, 0, 200));
            Assert.Equal(ColumnKind.Categorical, profile.Column("late")!.Kind);
            Assert.Equal(20_000, profile.Column("late")!.Levels(hashed: false).Sum(level => level.Value));
        }
    }

    [Fact]
    public void A_quote_where_none_should_be_is_read_as_in_order()
    {
        // With such a quote the parity of quotes says nothing about where records end.
        var text = new StringBuilder("a,b\n");
        for (var i = 0; i < 500; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i},{(i % 7 == 3 ? "5\" pipe" : "\"x\ny\"")}\n");
        var file = Csv.Utf8(text.ToString());
        var inOrder = Csv.All(Csv.Open(file));
        var profile = new ProfileReader(new Strategy(), null, TestContext.Current.CancellationToken) { Workers = 3, BlockSize = 100 }
            .Read([InMemory.Split("train", file)])[0].Profile!;
        Assert.Equal(inOrder.Count - 1, profile.Rows);
        Assert.Equal(["5\" pipe", "x\ny"], profile.Column("b")!.Levels(hashed: false).Select(level => level.Key));
    }

    [Fact]
    public void A_fault_is_found_where_it_is()
    {
        var good = File(Rows(300));
        byte[] bad = [.. File(Rows(300)), .. "\n1,2,3\n"u8];
        var problem = new ProfileReader(Labelled, null, TestContext.Current.CancellationToken) { Workers = 3, BlockSize = 500 }
            .Read([InMemory.Split("train", good, bad, bad), InMemory.Split("dev", good)]);
        Assert.Equal(("train-1.csv", 301L, "mixed"), (problem[0].Problem!.File, problem[0].Problem!.Row, problem[0].Problem!.Column));
        Assert.Equal(300, problem[1].Profile!.Rows);
    }

    [Fact]
    public void A_value_of_another_kind_than_declared_is_found_where_it_is()
    {
        var strategy = Profiles.Strategy("version: 1\ndata:\n  columns:\n    a: numeric\n");
        var file = Csv.Utf8("a,b\n" + string.Concat(Enumerable.Range(1, 200).Select(i => i == 150 ? "oops,1\n" : $"{i},1\n")));
        var problem = new ProfileReader(strategy, null, TestContext.Current.CancellationToken) { Workers = 2, BlockSize = 64 }
            .Read([InMemory.Split("train", file)])[0].Problem!;
        Assert.Equal((150L, 151L, "a"), (problem.Row, problem.Line, problem.Column));
        Assert.DoesNotContain("oops", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_a_split_column_is_read_once_for_all_its_splits()
    {
        var strategy = Profiles.Strategy("version: 1\nsplits:\n  train: { files: a.csv, where: { part: [x, z] } }\n  test: { files: a.csv, where: { part: y } }\n");
        var file = Csv.Utf8("v,part\n" + string.Concat(Enumerable.Range(0, 900).Select(i => $"{i * 0.5},{"xyz"[i % 3]}\n")));
        var bytes = new Counter();
        var read = new ProfileReader(strategy, bytes, TestContext.Current.CancellationToken) { Workers = 2, BlockSize = 512 }
            .Read([.. strategy.Splits.Select(split => InMemory.Split(split, file))]);
        Assert.Equal([600, 300], read.Select(one => one.Profile!.Rows));
        Assert.Equal(file.Length, bytes.Sum);
        Assert.Contains("part", read[0].Profile!.Keys!.LeftOut);
    }

    [Fact]
    public void Cancelled_reading_ends()
    {
        using var cancel = new CancellationTokenSource();
        var reader = new ProfileReader(Labelled, new Canceller(cancel), cancel.Token) { Workers = 2, BlockSize = 256 };
        Assert.ThrowsAny<OperationCanceledException>(() => reader.Read([InMemory.Split("train", File(Rows(3_000)))]));
    }

    private static string Read(long memory, int workers, int blockSize, byte[][] files) =>
        InMemory.Show(new ProfileReader(Labelled, null, TestContext.Current.CancellationToken)
        {
            Memory = memory,
            Workers = workers,
            BlockSize = blockSize,
        }.Read([InMemory.Split("train", files)])[0]);

    private static byte[][] Shards(IEnumerable<string> rows, int shards, bool backward)
    {
        var all = (backward ? rows.Reverse() : rows).ToList();
        return [.. Enumerable.Range(0, shards).Select(shard => File(all.Where((_, i) => i % shards == shard)))];
    }

    private static byte[] File(IEnumerable<string> rows) => Csv.Utf8(Header + "\n" + string.Join('\n', rows));

    private static IEnumerable<string> Rows(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var hash = Hashing.Mix((ulong)i);
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{hash % 1_000},{(hash % 99_991) / 1000.0},{(i % 10 == 4 ? "n/a" : (hash % 50).ToString(CultureInfo.InvariantCulture))},{(i == count - 2 ? "late" : hash % 300 * 0.5)},2026-01-{1 + (hash % 28):00},\"l{hash % 13}\"\"\n\",{new string('x', (int)(hash % 40))}{(hash % 5 == 0 ? "é" : "")},{hash % 3}");
        }
    }

    private sealed class Counter : IProgress<long>
    {
        private long _sum;

        public long Sum => _sum;

        public void Report(long value) => Interlocked.Add(ref _sum, value);
    }

    private sealed class Canceller(CancellationTokenSource cancel) : IProgress<long>
    {
        public void Report(long value) => cancel.Cancel();
    }
}
