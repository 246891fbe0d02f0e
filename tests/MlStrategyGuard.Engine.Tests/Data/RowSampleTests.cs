using System.Globalization;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Tests.Data;

/// <summary>Which rows a sample holds, and how.</summary>
public sealed class RowSampleTests
{
    [Fact]
    public void A_small_split_is_in_the_sample_whole_with_its_values()
    {
        var sample = Profiles.Of("dev", ["n", "d", "c", "m"],
        [
            ["1.5", "2026-11-22", "red", "1"],
            ["", "", "", ""],
            ["2.25", "2026-11-23", "blue", "x"],
        ]).Sample!;
        Assert.True(sample.IsWhole);
        Assert.Equal(3, sample.Count);

        var rows = Enumerable.Range(0, 3).OrderBy(i => sample.Column("n")!.Numbers![i]).ToArray();
        Assert.Equal([double.NaN, 1.5, 2.25], rows.Select(i => sample.Column("n")!.Numbers![i]));
        Assert.Null(sample.Column("n")!.Codes);
        Assert.Equal(new DateTime(2026, 11, 22).Ticks, sample.Column("d")!.Numbers![rows[1]]);
        Assert.Equal(["blue", "red"], sample.Column("c")!.Levels!);
        Assert.Equal([-1, 1, 0], rows.Select(i => sample.Column("c")!.Codes![i]));
        Assert.Equal(["1", "x"], sample.Column("m")!.Levels!);
        Assert.Null(sample.Column("m")!.Numbers);
    }

    [Fact]
    public void Codes_have_numbers_and_levels()
    {
        var column = Profiles.Of("dev", ["n", "x"], [["1", "a"], ["2.0", "b"], ["1", "c"]]).Sample!.Column("n")!;
        Assert.Equal(["1", "2"], column.Levels!);
        Assert.Equal([1.0, 1.0, 2.0], column.Numbers!.Order());
        Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(column.Numbers![i], double.Parse(column.Levels![column.Codes![i]], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Texts_of_any_length_come_back_as_they_were()
    {
        int[] lengths = [0, 1, 7, 8, 15, 16, 17, 31, 253, 254, 255, 256, 300, 2_000];
        string[] columns = ["a", "b", "c"];
        string Text(int column, int row) => lengths[(row * (column + 3)) % lengths.Length] is > 0 and var length
            ? string.Create(CultureInfo.InvariantCulture, $"{row}x").PadRight(length, 'y')[..length]
            : "";
        var rows = Enumerable.Range(0, 5_000).Select(row => columns.Select((_, column) => Text(column, row)).ToArray()).ToList();
        var sample = Profiles.Of("dev", columns, rows).Sample!;
        var found = Enumerable.Range(0, sample.Count).Select(row => string.Join('|', columns.Select(column =>
            sample.Column(column)!.Codes![row] is >= 0 and var code ? sample.Column(column)!.Levels![code] : "")));
        Assert.Equal(rows.Select(row => string.Join('|', row)).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_large_split_is_halved_until_it_fits_and_stays_representative()
    {
        var sample = Profiles.Of("train", ["x", "c"], Enumerable.Range(0, 150_000).Select(i => new[] { Number(i * 0.5), Number(i % 4) })).Sample!;
        Assert.Equal(150_000, sample.Of);
        Assert.InRange(sample.Count, (150_000 / 4) - 1_000, (150_000 / 4) + 1_000);
        Assert.InRange(sample.Column("x")!.Numbers!.Average(), 37_000, 38_000);
        Assert.Equal(sample.Hashes.Order(), sample.Hashes);
        for (var code = 0; code < 4; code++)
            Assert.InRange(sample.Column("c")!.Codes!.Count(found => found == code), (sample.Count / 4) - 500, (sample.Count / 4) + 500);
    }

    [Fact]
    public void A_table_of_few_different_rows_fills_the_sample_in_proportion()
    {
        // 90 % of the rows are one row.
        var sample = Profiles.Of("train", ["a"], Enumerable.Range(0, 200_000).Select(i => new[] { Number(i % 10 == 0 ? i % 50 : 1) })).Sample!;
        Assert.InRange(sample.Count, 45_000, RowSample.MaxRows);
        Assert.InRange(sample.Column("a")!.Numbers!.Count(value => value == 1), (0.89 * sample.Count), (0.91 * sample.Count));
        Assert.Equal((sample.Count, sample.Count), RowSample.Comparable(sample, sample));
    }

    [Theory]
    [InlineData(1_000, 1)]
    [InlineData(90_000, 1)]
    [InlineData(90_000, 1_500)]
    public void Rows_and_columns_in_another_order_give_the_same_sample(int count, int copies)
    {
        var rows = Enumerable.Range(0, count).Select(i => new[] { Number(i / copies * 3), Number(i / copies % 5) }).ToList();
        var sample = Profiles.Of("train", ["a", "b"], rows).Sample!;
        var turned = Profiles.Of("train", ["b", "a"], Enumerable.Reverse(rows).Select(row => new[] { row[1], row[0] })).Sample!;
        Assert.Equal(sample.Hashes, turned.Hashes);
        Assert.Equal(sample.Column("a")!.Numbers, turned.Column("a")!.Numbers);
        Assert.Equal(sample.Column("b")!.Codes, turned.Column("b")!.Codes);
        Assert.Equal(sample.Column("b")!.Levels, turned.Column("b")!.Levels);
    }

    [Fact]
    public void Samples_with_copies_are_compared_below_one_limit_only()
    {
        // Too many contents to count them all, eight copies of each: the small split has all its rows, the large one
        // only those of some contents.
        var large = Profiles.Of("train", ["a"], Enumerable.Range(0, 8 * 70_000).Select(i => new[] { Number(i % 70_000) })).Sample!;
        var small = Profiles.Of("dev", ["a"], Enumerable.Range(0, 4_000).Select(i => new[] { Number(i % 2_000) })).Sample!;
        var (a, b) = RowSample.Comparable(small, large);
        Assert.Equal(large.Count, b);
        Assert.True(small.IsWhole);
        Assert.InRange(a, 1, 1_000);
        var inLarge = large.Column("a")!.Numbers!.ToHashSet();
        Assert.All(small.Column("a")!.Numbers!.Take(a), value => Assert.Contains(value, inLarge));
        Assert.All(small.Column("a")!.Numbers!.Skip(a), value => Assert.DoesNotContain(value, inLarge));
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
