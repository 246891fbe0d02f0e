using System.Globalization;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Tests.Data;

/// <summary>Which columns only name a row though nobody said so.</summary>
public sealed class GeneratedIdsTests
{
    private const int Rows = 400;

    [Fact]
    public void A_running_number_is_left_out() => Assert.True(IsLeftOut(i => Number(i + 1)));

    [Fact]
    public void Row_numbers_of_a_random_part_of_a_table_are_left_out() =>
        Assert.True(IsLeftOut(i => Number((i * 10) + (i * 7919 % 10))));

    [Fact]
    public void Guids_are_left_out() =>
        Assert.True(IsLeftOut(i => $"{Hash(i) >> 32:x8}-{Hash(i) & 0xFFFF:x4}-4000-8000-{Hash(i + 1) >> 16:x12}"));

    [Fact]
    public void Hexadecimal_hashes_are_left_out() => Assert.True(IsLeftOut(i => $"{Hash(i):x16}"));

    [Fact]
    public void A_prefix_with_a_running_number_is_left_out() => Assert.True(IsLeftOut(i => $"A-{i + 1}"));

    [Fact]
    public void Ids_of_64_bits_are_left_out() => Assert.True(IsLeftOut(i => Number(1_000_000_000_000_000_000 + (i * 977_777_777_777L))));

    [Fact]
    public void A_running_number_over_several_splits_is_left_out_of_all()
    {
        var splits = Profiles.Of(new Strategy(),
            ("train", ["n", "x"], Enumerable.Range(0, 300).Select(i => new[] { Number(i * 5), Number(i % 9) })),
            ("test", ["n", "x"], Enumerable.Range(0, 3).Select(i => new[] { Number((i * 5) + 1), Number(i) })));
        Assert.All(splits, split => Assert.Equal(["n"], split.Keys!.LeftOut));
    }

    [Fact]
    public void Measurements_are_content() => Assert.False(IsLeftOut(i => (Hash(i) % 1_000_000 / 997.0).ToString("R", CultureInfo.InvariantCulture)));

    [Fact]
    public void Prices_in_cents_that_hardly_repeat_are_content() => Assert.False(IsLeftOut(i => Number((long)(Hash(i) % 90_000_000))));

    [Fact]
    public void Ages_are_content() => Assert.False(IsLeftOut(i => Number(20 + (i % 60))));

    [Fact]
    public void Names_are_content() => Assert.False(IsLeftOut(i => "Smith" + new string((char)('a' + (i % 26)), 1 + (i / 26))));

    [Fact]
    public void Free_text_is_content() => Assert.False(IsLeftOut(i => $"order {Number(i)} arrived late"));

    [Fact]
    public void Addresses_are_content() => Assert.False(IsLeftOut(i => $"{"abcdefghij"[i % 10]}{new string('x', i % 13)}{i}@{new string('m', 1 + (i % 5))}.org"));

    [Fact]
    public void Times_are_content() => Assert.False(IsLeftOut(i => new DateTime(2026, 1, 1).AddSeconds(i * 7919L).ToString("s", CultureInfo.InvariantCulture)));

    [Fact]
    public void A_handful_of_different_numbers_is_content() =>
        Assert.Empty(Profiles.Of("train", ["n", "x"], Enumerable.Range(0, 15).Select(i => new[] { Number(i), "1" })).Keys!.LeftOut);

    [Fact]
    public void Ids_that_repeat_are_content() => Assert.False(IsLeftOut(i => $"{Hash(i / 4):x16}"));

    [Fact]
    public void A_declared_kind_is_believed()
    {
        var strategy = Profiles.Strategy("version: 1\ndata:\n  columns:\n    n: numeric\n");
        Assert.Empty(Profiles.Of(strategy, ("train", ["n", "x"], Table(i => Number(i))))[0].Keys!.LeftOut);
    }

    [Fact]
    public void The_only_column_is_content() =>
        Assert.Empty(Profiles.Of("train", ["n"], Enumerable.Range(0, Rows).Select(i => new[] { Number(i) })).Keys!.LeftOut);

    [Fact]
    public void A_column_that_repeats_in_another_split_is_content()
    {
        var splits = Profiles.Of(new Strategy(),
            ("train", ["n", "x"], Table(i => Number(i))),
            ("test", ["n", "x"], Table(i => Number(i / 2))));
        Assert.All(splits, split => Assert.Empty(split.Keys!.LeftOut));
    }

    private static bool IsLeftOut(Func<int, string> value)
    {
        var leftOut = Profiles.Of("train", ["n", "x"], Table(value)).Keys!.LeftOut;
        Assert.DoesNotContain("x", leftOut);
        return leftOut.Contains("n");
    }

    private static IEnumerable<string[]> Table(Func<int, string> value) =>
        Enumerable.Range(0, Rows).Select(i => new[] { value(i), Number(i % 9) });

    private static ulong Hash(int i) => Hashing.Mix((ulong)i);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
