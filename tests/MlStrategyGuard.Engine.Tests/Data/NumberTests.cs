using System.Globalization;
using System.Text;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Tests.Data;

/// <summary>Numbers are read, kept and sorted exactly.</summary>
public sealed class NumberTests
{
    [Fact]
    public void Numbers_are_read_as_the_framework_reads_them()
    {
        var random = new Random(11);
        for (var i = 0; i < 200_000; i++)
        {
            var text = Number(random);
            var expected = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            Assert.True(ValueParser.TryNumber(Encoding.ASCII.GetBytes(text), out var found), text);
            if (BitConverter.DoubleToInt64Bits(expected + 0.0) != BitConverter.DoubleToInt64Bits(found + 0.0))
                Assert.Fail($"{text}: {expected:R} is read as {found:R}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("1 2")]
    [InlineData("--1")]
    [InlineData("0x10")]
    [InlineData("1_000")]
    [InlineData("12a")]
    [InlineData("nan")]
    public void What_is_no_number_is_none(string text) => Assert.False(ValueParser.TryNumber(Encoding.ASCII.GetBytes(text), out _));

    [Fact]
    public void Random_texts_are_numbers_for_both_ways_of_reading_or_for_none()
    {
        var random = new Random(5);
        const string Signs = "0123456789+-.e ";
        for (var i = 0; i < 100_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => Signs[random.Next(Signs.Length)]));
            var field = Encoding.ASCII.GetBytes(text);
            if (ValueParser.TryFixed(field, out var mantissa, out var scale))
                Assert.Equal(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), ValueParser.FromFixed(mantissa, scale));
        }
    }

    [Theory]
    [InlineData("12", "1.5", "-0.125", "3000000000")]
    [InlineData("1", "2", "3", "4")]
    [InlineData("0.1", "0.12", "0.123456789", "7")]
    [InlineData("1e300", "-inf", "inf", "-0")]
    [InlineData("2147483647", "0.5", "-2147483648", "1.25")]
    [InlineData("1.0000000000000002", "3", "0.1", "123456789012345678901")]
    public void A_column_keeps_what_was_written(params string[] some)
    {
        var random = new Random(3);
        var texts = Enumerable.Range(0, 40_000).Select(i => i < 30_000 ? some[random.Next(some.Length - 1)] : some[random.Next(some.Length)]).ToList();
        var (first, second) = (new NumberStore(new ReadingBudget(1L << 30)), new NumberStore(new ReadingBudget(1L << 30)));
        for (var i = 0; i < texts.Count; i++)
            (i % 3 == 0 ? first : second).Add(FieldValue.Of(Encoding.ASCII.GetBytes(texts[i])));
        first.Merge(second);

        double[] expected = [.. texts.Select(Parse).Order()];
        Assert.Equal(expected, first.ToSorted());
        Assert.Equal(expected, first.Values.Order());
        Assert.Equal(expected.Length, first.Count);
        Assert.Equal(expected.Distinct().Count(), NumberStore.Distinct(first.ToSorted()));
    }

    [Fact]
    public void Numbers_are_sorted()
    {
        var random = new Random(1);
        foreach (var length in new[] { 0, 1, 2, 255, 1_024, 5_000, 70_000 })
        {
            double[] numbers = [.. Enumerable.Range(0, length).Select(i => i % 50 == 0 ? double.NegativeInfinity : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 300)))];
            int[] ints = [.. Enumerable.Range(0, length).Select(i => i % 3 == 0 ? random.Next(100) : random.Next(int.MinValue, int.MaxValue))];
            double[] expected = [.. numbers.Order()];
            int[] expectedInts = [.. ints.Order()];
            RadixSort.Sort(numbers);
            RadixSort.Sort(ints);
            Assert.Equal(expected, numbers);
            Assert.Equal(expectedInts, ints);
        }
    }

    private static double Parse(string text) => text.TrimStart('-') == "inf"
        ? text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity
        : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) + 0.0;

    private static string Number(Random random)
    {
        var digits = string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => (char)('0' + random.Next(10))));
        if (random.Next(2) == 0)
            digits = digits.Insert(random.Next(digits.Length), ".");
        var exponent = random.Next(4) == 0 ? "e" + random.Next(-330, 330).ToString(CultureInfo.InvariantCulture) : "";
        return (random.Next(3) == 0 ? "-" : "") + (digits[0] == '.' ? "0" : "") + digits + exponent;
    }
}
