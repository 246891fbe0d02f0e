using System.Globalization;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Tests.Data;

/// <summary>Which rows count as equal, and what of a row does.</summary>
public sealed class RowKeysTests
{
    private static readonly Strategy Labelled = Profiles.Strategy("version: 1\ndata:\n  label: y\n");

    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("1", "1e0")]
    [InlineData("1", " +1 ")]
    [InlineData("0.5", ".5")]
    [InlineData("-0", "0")]
    [InlineData("100000000000000000000", "1e20")]
    [InlineData("NA", "")]
    [InlineData("nan", " null ")]
    [InlineData("red", " red ")]
    public void Spellings_of_one_value_make_one_key(string a, string b) => Assert.Equal(FeaturesOf(a), FeaturesOf(b));

    [Theory]
    [InlineData("1", "2")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("-9007199254740993", "9007199254740993")]
    [InlineData("12345678901234567890123", "12345678901234567890124")]
    [InlineData("red", "Red")]
    [InlineData("0", "")]
    [InlineData("1", "one")]
    public void Different_values_make_different_keys(string a, string b) => Assert.NotEqual(FeaturesOf(a), FeaturesOf(b));

    [Fact]
    public void The_order_of_columns_does_not_matter_and_their_names_do()
    {
        var key = One(["a", "b"], ["1", "2"]).Features;
        Assert.Equal(key, One(["b", "a"], ["2", "1"]).Features);
        Assert.NotEqual(key, One(["a", "b"], ["2", "1"]).Features);
        Assert.NotEqual(key, One(["a", "c"], ["1", "2"]).Features);
    }

    [Fact]
    public void The_label_is_the_payload_and_no_part_of_the_key()
    {
        var rows = Rows(Profiles.Of(Labelled, ("train", ["x", "y"], [["1", "a"], ["1", "b"], ["1", ""]]))[0].Keys!.Features);
        Assert.Single(rows.Select(row => row.Key).Distinct());
        Assert.Equal(3, rows.Select(row => row.Payload).Distinct().Count());
        Assert.Single(rows, row => row.Payload == 0);
    }

    [Fact]
    public void Declared_ids_and_groups_have_keys_of_their_own_and_leave_the_content()
    {
        var strategy = Profiles.Strategy("version: 1\ndata:\n  id: row\n  group: user\n  source: s\n  weight: w\n  ignore: [n]\n");
        var keys = Profiles.Of(strategy, ("train", ["row", "user", "s", "w", "n", "x"],
            [["1", "u", "a", "1", "p", "5"], ["2", "u", "b", "2", "q", "5"], ["", "", "c", "3", "r", "5"]]))[0].Keys!;
        Assert.Equal(["row", "user", "s", "w", "n"], keys.LeftOut);
        Assert.Single(Rows(keys.Features).Select(row => row.Key).Distinct());
        Assert.Equal(2, Rows(keys.Ids!).Count);
        Assert.Equal(2, Rows(keys.Groups!).Count);
        Assert.Single(Rows(keys.Groups!).Select(row => row.Key).Distinct());
        Assert.Equal(Rows(keys.Features)[0].Key, Rows(keys.Ids!)[0].Payload);
    }

    [Fact]
    public void Ids_of_64_bits_that_differ_in_their_last_digit_stay_apart()
    {
        var strategy = Profiles.Strategy("version: 1\ndata:\n  id: row\n");
        var keys = Profiles.Of(strategy, ("train", ["row", "x"], [["1234567890123456788", "1"], ["1234567890123456789", "1"]]))[0].Keys!;
        Assert.Equal(2, Rows(keys.Ids!).Select(row => row.Key).Distinct().Count());
    }

    [Fact]
    public void Rows_in_another_order_give_the_same_keys()
    {
        var rows = Enumerable.Range(0, 500).Select(i => new[] { Number(i % 7), Number(i % 11), Number(i % 2) }).ToList();
        var forward = Profiles.Of(Labelled, ("train", ["a", "b", "y"], rows))[0].Keys!;
        var backward = Profiles.Of(Labelled, ("train", ["a", "b", "y"], Enumerable.Reverse(rows)))[0].Keys!;
        Assert.Equal(Rows(forward.Features), Rows(backward.Features));
        Assert.Equal(500, forward.Features.Count);
    }

    [Fact]
    public void Keys_use_all_their_bits()
    {
        var keys = Rows(Profiles.Of("train", ["a", "b"], Enumerable.Range(0, 4_000).Select(i => new[] { Number(i / 80), Number(i % 80 * 0.25) })).Keys!.Features);
        for (var bit = 0; bit < 64; bit++)
            Assert.InRange(keys.Count(row => (row.Key >> bit & 1) == 1), 1_800, 2_200);
    }

    private static ulong FeaturesOf(string field) => One(["a", "b"], [field, "x"]).Features;

    private static (ulong Features, ulong Payload) One(string[] header, string[] row)
    {
        var found = Rows(Profiles.Of("train", header, [row]).Keys!.Features)[0];
        return (found.Key, found.Payload);
    }

    private static List<KeyedRow> Rows(KeySet keys) => [.. Enumerable.Range(0, KeySet.Partitions).SelectMany(keys.Sorted)];

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
