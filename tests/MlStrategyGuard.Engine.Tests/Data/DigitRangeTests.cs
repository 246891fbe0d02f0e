using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Tests.Data;

public class DigitRangeTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 2)]
    [InlineData(4, 4)]
    [InlineData(17, 9)]
    [InlineData(1_000, 3)]
    public void ManyNumbers_GiveWhatEachGives(int count, int scale)
    {
        var random = new Random(count);
        int[] digits = [.. Enumerable.Range(0, count).Select(_ => random.Next(int.MinValue, int.MaxValue) >> random.Next(31))];
        var (many, each) = (DigitRange.None, DigitRange.None);
        var (hashes, expected) = (new ulong[count + 1], new ulong[count + 1]);
        many.Take(digits, scale, hashes);
        for (var i = 0; i < count; i++)
            each.Take(digits[i], scale, out expected[i]);

        Assert.Equal(expected, hashes);
        Assert.Equal((each.Smallest, each.Largest), (many.Smallest, many.Largest));
        Assert.Equal(digits.Min() / Math.Pow(10, scale), many.Smallest);
    }

    [Fact]
    public void NoNumber_HasNoRange() =>
        Assert.Equal((double.PositiveInfinity, double.NegativeInfinity), (DigitRange.None.Smallest, DigitRange.None.Largest));
}
