using System.Text;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Tests.Data;

public class ShortNumberTests
{
    [Theory]
    [InlineData("0", 0, 0)]
    [InlineData("7", 7, 0)]
    [InlineData("-7", -7, 0)]
    [InlineData("12345678", 12345678, 0)]
    [InlineData("-12345678", -12345678, 0)]
    [InlineData("0.5", 5, 1)]
    [InlineData("-10.2535", -102535, 4)]
    [InlineData("1.000000", 1000000, 6)]
    [InlineData("00012", 12, 0)]
    [InlineData("-0", 0, 0)]
    public void ANumber_IsRead(string text, int mantissa, int scale) => Assert.Equal((mantissa, scale), Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData(".5")]
    [InlineData("-.5")]
    [InlineData("5.")]
    [InlineData("+5")]
    [InlineData("1.2.3")]
    [InlineData("1-2")]
    [InlineData("--1")]
    [InlineData("1e5")]
    [InlineData("1:2")]
    [InlineData("1/2")]
    [InlineData("1 2")]
    [InlineData("NaN")]
    [InlineData("123456789")]
    [InlineData("1234567.89")]
    [InlineData("١٢")]
    public void AnythingElse_IsLeftToOthers(string text) => Assert.Null(Read(text));

    [Fact]
    public void AnyText_IsReadAsTheOrdinaryWayReadsIt()
    {
        const string Signs = "0123456789.-+e,/: \u00e9";
        var random = new Random(1);
        var read = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 11)).Select(_ => Signs[random.Next(random.Next(8) == 0 ? Signs.Length : 11)]));
            if (Read(text) is not { } own)
                continue;
            read++;
            Assert.True(ValueParser.TryFixed(Encoding.UTF8.GetBytes(text), out var mantissa, out var scale), text);
            Assert.Equal((mantissa, scale), own);
        }

        Assert.InRange(read, 20_000, 180_000);
    }

    // What stands around the number must not matter.
    private static (long Mantissa, int Scale)? Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var results = new HashSet<(long, int)?>();
        foreach (var around in new[] { "00000000", "99999999", "........", "--------", "\0\0\0\0\0\0\0\0", "\u00ff\u00ff\u00ff\u00ff" })
        {
            byte[] all = [.. Encoding.UTF8.GetBytes(around), .. bytes, .. Encoding.UTF8.GetBytes(around)];
            var start = Encoding.UTF8.GetByteCount(around);
            results.Add(ShortNumber.TryRead(in all[0], start, start + bytes.Length, out var mantissa, out var scale) ? (mantissa, scale) : null);
        }

        return Assert.Single(results);
    }
}
