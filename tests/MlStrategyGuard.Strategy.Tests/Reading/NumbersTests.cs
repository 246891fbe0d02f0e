using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Reading;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("0.08", 0.08)]
    [InlineData(".08", 0.08)]
    [InlineData("8%", 0.08)]
    [InlineData("8 %", 0.08)]
    [InlineData(" 8% ", 0.08)]
    [InlineData("8.0%", 0.08)]
    [InlineData("+8%", 0.08)]
    [InlineData("-8%", -0.08)]
    [InlineData("8e-2", 0.08)]
    [InlineData("8E-2", 0.08)]
    [InlineData("0.5%", 0.005)]
    [InlineData("29%", 0.29)]
    [InlineData("57%", 0.57)]
    [InlineData("100%", 1)]
    [InlineData("1e40%", 1e38)]
    [InlineData("5.", 5)]
    [InlineData("1e308", 1e308)]
    [InlineData("-0", 0)]
    public void Share_IsExactlyTheNumberThatItSays(string text, double value)
    {
        Assert.True(Numbers.TryShare(text, out var share));
        Assert.Equal(value, share);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("%")]
    [InlineData("%8")]
    [InlineData("8%%")]
    [InlineData("8 percent")]
    [InlineData("8‰")]
    [InlineData("8％")]
    [InlineData("0,08")]
    [InlineData("1,000")]
    [InlineData("1_000")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-∞")]
    [InlineData("1e309")]
    [InlineData("-1e309%")]
    [InlineData("٨")]
    [InlineData("(8)")]
    [InlineData("$8")]
    [InlineData("- 8")]
    public void OtherText_IsNoShare(string text)
    {
        Assert.False(Numbers.TryShare(text, out var share));
        Assert.Equal(0, share);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("5000", 5000)]
    [InlineData("5_000", 5000)]
    [InlineData("5e3", 5000)]
    [InlineData("2.5E3", 2500)]
    [InlineData("5000.0", 5000)]
    [InlineData("+5", 5)]
    [InlineData("-0", 0)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void Count_IsAWholeNumber(string text, long value)
    {
        Assert.True(Numbers.TryCount(text, out var count));
        Assert.Equal(value, count);
    }

    [Theory]
    [InlineData("5000", 5000, false)]
    [InlineData("5_000", 5000, false)]
    [InlineData("0", 0, false)]
    [InlineData("90 s", 90, true)]
    [InlineData("90s", 90, true)]
    [InlineData("2 seconds", 2, true)]
    [InlineData("1 second", 1, true)]
    [InlineData("5 min", 300, true)]
    [InlineData("1 minute", 60, true)]
    [InlineData("1.5 minutes", 90, true)]
    [InlineData("1 h", 3600, true)]
    [InlineData(" .5h ", 1800, true)]
    [InlineData("1 hour", 3600, true)]
    [InlineData("1e4 hours", 36_000_000, true)]
    [InlineData("2 d", 172_800, true)]
    [InlineData("1 day", 86_400, true)]
    [InlineData("2 days", 172_800, true)]
    [InlineData("0 h", 0, true)]
    public void Amount_IsACountOrSeconds(string text, double value, bool isDuration)
    {
        Assert.True(Numbers.TryAmount(text, out var amount));
        Assert.Equal(new Amount(value, isDuration), amount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("1 H")]
    [InlineData("1 week")]
    [InlineData("1 hours h")]
    [InlineData("1 h 30 min")]
    [InlineData("an hour")]
    [InlineData("-1 h")]
    [InlineData("5% h")]
    [InlineData("1e308 d")]
    [InlineData("NaN s")]
    [InlineData("0.5")]
    [InlineData("1,5 h")]
    [InlineData("1_000 h")]
    public void OtherText_IsNoAmount(string text) => Assert.False(Numbers.TryAmount(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData("_")]
    [InlineData("-1")]
    [InlineData("0.5")]
    [InlineData("5e-1")]
    [InlineData("5%")]
    [InlineData("5,000")]
    [InlineData("5 000")]
    [InlineData(" 5")]
    [InlineData("0x10")]
    [InlineData("9223372036854775808")]
    [InlineData("1e400")]
    [InlineData("NaN")]
    [InlineData("٥")]
    public void OtherText_IsNoCount(string text)
    {
        Assert.False(Numbers.TryCount(text, out var count));
        Assert.Equal(0, count);
    }
}
