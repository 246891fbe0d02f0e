using System.Globalization;
using System.Runtime.Intrinsics.X86;
using System.Text;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Tests.Data;

public class FourNumbersTests
{
    [Theory]
    [InlineData(0, "0", "7", "-12345678", "12345678")]
    [InlineData(0, "00012", "-0", "1", "99999999")]
    [InlineData(1, "0.5", "-0.5", "123456.7", "-123456.7")]
    [InlineData(4, "0.0000", "-10.2535", "22.8140", "999.9999")]
    [InlineData(6, "1.000000", "-9.999999", "0.000001", "5.500000")]
    public void NumbersOfOneScale_AreRead(int scale, string a, string b, string c, string d)
    {
        Assert.SkipUnless(Avx2.IsSupported, "This processor reads numbers one by one.");
        string[] texts = [a, b, c, d];
        var digits = texts.Select(text => (int)Math.Round(double.Parse(text, CultureInfo.InvariantCulture) * Math.Pow(10, scale)));
        Assert.Equal(digits, Read(scale, texts));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(0, "-")]
    [InlineData(0, "5.")]
    [InlineData(0, "5.5")]
    [InlineData(0, "123456789")]
    [InlineData(0, "-123456789")]
    [InlineData(0, "1e5")]
    [InlineData(0, "+5")]
    [InlineData(0, "1 2")]
    [InlineData(1, "5")]
    [InlineData(1, ".5")]
    [InlineData(1, "-.5")]
    [InlineData(1, "0.55")]
    [InlineData(1, "1.2.3")]
    [InlineData(1, "1234567.8")]
    [InlineData(2, "1-.25")]
    [InlineData(2, "x.25")]
    [InlineData(2, "NaN")]
    [InlineData(2, "")]
    [InlineData(7, "0.1234567")]
    [InlineData(-1, "1")]
    public void AnythingElseAmongThem_IsLeftToOthers(int scale, string text)
    {
        var usual = scale <= 0 ? "1" : "1." + new string('5', Math.Min(scale, 6));
        for (var place = 0; place < FourNumbers.Count; place++)
            Assert.Null(Read(scale, [.. Enumerable.Range(0, FourNumbers.Count).Select(i => i == place ? text : usual)]));
    }

    [Fact]
    public void AnyTexts_AreReadAsOneByOne()
    {
        const string Signs = "0123456789.-+e,/: \u00e9";
        var random = new Random(1);
        var read = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var scale = random.Next(7);
            var odd = random.Next(6);
            var texts = new string[FourNumbers.Count];
            for (var j = 0; j < texts.Length; j++)
                texts[j] = j == odd ? string.Concat(Enumerable.Range(0, random.Next(0, 11)).Select(_ => Signs[random.Next(random.Next(8) == 0 ? Signs.Length : 11)])) : Number(random, scale);
            if (Read(scale, texts) is not { } own)
                continue;
            read++;
            for (var j = 0; j < texts.Length; j++)
            {
                Assert.True(ValueParser.TryFixed(Encoding.UTF8.GetBytes(texts[j]), out var mantissa, out var ownScale), texts[j]);
                Assert.Equal((own[j], scale), ((int)mantissa, ownScale));
            }
        }

        if (Avx2.IsSupported)
            Assert.InRange(read, 60_000, 180_000);
    }

    private static string Number(Random random, int scale)
    {
        var digits = random.Next(scale + 1, 8 + (scale == 0 ? 1 : 0));
        var text = string.Concat(Enumerable.Range(0, digits).Select(_ => (char)('0' + random.Next(10))));
        return (random.Next(3) == 0 ? "-" : "") + (scale == 0 ? text : text[..^scale] + "." + text[^scale..]);
    }

    // What stands around the numbers must not matter.
    private static int[]? Read(int scale, string[] texts)
    {
        var four = new FourNumbers(scale);
        if (!four.IsSupported)
            return null;
        var results = new List<int[]?>();
        foreach (var around in new[] { "00000000", "99999999", "........", "--------", "\0\0\0\0\0\0\0\0" })
        {
            var bytes = new List<byte>();
            var spans = new FieldSpan[2 * FourNumbers.Count];
            for (var i = 0; i < texts.Length; i++)
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(around));
                var field = Encoding.UTF8.GetBytes(texts[i]);
                spans[2 * i] = new FieldSpan(bytes.Count, field.Length, quoted: i == 1, escaped: false);
                bytes.AddRange(field);
            }

            bytes.AddRange(Encoding.UTF8.GetBytes(around));
            byte[] all = [.. bytes];
            results.Add(four.TryRead(ref all[0], ref spans[0], 2, out var digits) ? [digits[0], digits[1], digits[2], digits[3]] : null);
        }

        Assert.All(results, result => Assert.Equal(results[0], result));
        return results[0];
    }
}
