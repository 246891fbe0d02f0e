using System.Globalization;
using System.Text;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Tests.Data;

public class BinCounterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(1023)]
    public void ANumber_IsCountedBelowTheFirstEdgeThatIsNoSmaller(int edges)
    {
        var random = new Random(edges);
        double[] places = [.. Enumerable.Range(0, edges).Select(_ => Math.Round((random.NextDouble() * 200) - 100, 2)).Distinct().Order()];
        string[] values = [.. places.Select(Text), .. Enumerable.Range(0, 3_000).Select(_ => Text(Math.Round((random.NextDouble() * 240) - 120, random.Next(9)))), "", "NA", "word", "1e1", " 5 ", "-1e300"];
        var expected = new long[places.Length + 1];
        foreach (var value in values)
        {
            if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                expected[places.Count(edge => edge < number)]++;
        }

        Assert.Equal(expected, Counted(places, values));
    }

    private static string Text(double number) => number.ToString("0.#########", CultureInfo.InvariantCulture);

    private static long[] Counted(double[] edges, string[] values)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(values.Select(value => value + ",x\n")));
        byte[] block = [.. text, .. new byte[RecordScanner.Padding]];
        var table = new FieldTable(2);
        Assert.True(table.TryFill(block, text.Length, (byte)','));
        var counter = new BinCounter([(new BinEdges(edges), false), null], new MissingTokens(["", "NA"]));
        Assert.Equal(-1, counter.Take(table.In(block), [0, 1]));
        Assert.Null(counter.Bins(1));
        return counter.Bins(0)!.Counts.ToArray();
    }
}
