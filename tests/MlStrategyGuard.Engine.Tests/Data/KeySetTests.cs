using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Tests.Data;

/// <summary>Keys come back in order, wherever they lay.</summary>
public sealed class KeySetTests
{
    private const int Rows = 150_000;

    [Fact]
    public void Keys_beyond_their_share_of_memory_go_to_the_disk_and_come_back()
    {
        using var inMemory = Filled(CheckRequest.DefaultMemory, 0, Rows);
        using var spilled = Filled(1, 0, Rows);
        Assert.False(inMemory.IsSpilled);
        Assert.True(spilled.IsSpilled);
        AssertSame(inMemory, spilled);
    }

    [Fact]
    public void Parts_that_lie_on_the_disk_can_be_merged()
    {
        using var inMemory = Filled(CheckRequest.DefaultMemory, 0, Rows);
        using var merged = Filled(1, 0, Rows / 3);
        using var other = Filled(1, Rows / 3, Rows);
        merged.Merge(other);
        AssertSame(inMemory, merged);
        AssertSame(inMemory, merged);
    }

    [Fact]
    public void Equal_keys_are_in_the_order_of_their_payloads()
    {
        using var keys = new KeySet(new ReadingBudget(CheckRequest.DefaultMemory));
        for (var i = 0; i < 5_000; i++)
            keys.Add(0xFFFF_0000_0000_0000, Hashing.Mix((ulong)i));
        var rows = keys.Sorted(KeySet.Partitions - 1);
        Assert.Equal(5_000, rows.Length);
        Assert.Equal(rows.Order(), rows);
    }

    [Fact]
    public void Memory_is_given_back()
    {
        var budget = new ReadingBudget(4 << 20);
        for (var i = 0; i < 20; i++)
        {
            using var keys = new KeySet(budget);
            for (var row = 0; row < 10_000; row++)
                keys.Add(Hashing.Mix((ulong)row), 0);
            Assert.False(keys.IsSpilled);
        }
    }

    [Fact]
    public void Nothing_is_left_on_the_disk_while_or_after()
    {
        // Elsewhere than on Windows the file has no name even while it is in use.
        var before = Leftovers();
        using (Filled(1, 0, Rows))
        {
            if (!OperatingSystem.IsWindows())
                Assert.Empty(Stay().Except(before));
        }

        Assert.Empty(Stay().Except(before));

        static string[] Leftovers() => Directory.GetFiles(Path.GetTempPath(), "mlguard-*");

        // Another test's file has its name for a moment.
        static IEnumerable<string> Stay()
        {
            var some = Leftovers();
            while (Leftovers().Intersect(some).ToArray() is var fewer && fewer.Length < some.Length)
                some = fewer;
            return some;
        }
    }

    private static KeySet Filled(long memory, int from, int to)
    {
        var keys = new KeySet(new ReadingBudget(memory));
        for (var i = from; i < to; i++)
            keys.Add(Hashing.Mix((ulong)(i % 100_000)), (ulong)i);
        return keys;
    }

    private static void AssertSame(KeySet expected, KeySet found)
    {
        Assert.Equal(expected.Count, found.Count);
        for (var part = 0; part < KeySet.Partitions; part++)
            Assert.Equal(expected.Sorted(part), found.Sorted(part));
    }
}
