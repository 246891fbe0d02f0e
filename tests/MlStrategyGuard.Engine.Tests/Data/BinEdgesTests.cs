using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Tests.Data;

public class BinEdgesTests
{
    public static TheoryData<string, double[]> Shapes
    {
        get
        {
            var random = new Random(1);
            double[] Some(int count, Func<double> draw) => [.. Enumerable.Range(0, count).Select(_ => draw()).Distinct().Order()];
            return new()
            {
                { "none", [] },
                { "one", [5] },
                { "two", [-1, 1] },
                { "even", Some(1_023, () => random.NextDouble()) },
                { "heavy tail", Some(1_023, () => Math.Tan(Math.PI * (random.NextDouble() - 0.5))) },
                { "heavier tail", Some(500, () => Math.Exp(700 * (random.NextDouble() - 0.5))) },
                { "far from zero", Some(300, () => 1e15 + random.Next(400)) },
                { "close together", [1, Math.BitIncrement(1), Math.BitIncrement(Math.BitIncrement(1))] },
                { "tiny", [0, double.Epsilon, 2 * double.Epsilon] },
                { "all there is", [double.MinValue, -1, 0, 1, double.MaxValue] },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ANumber_IsBehindTheEdgesBelowIt(string shape, double[] edges)
    {
        Assert.NotNull(shape);
        var bins = new BinEdges(edges);
        var random = new Random(2);
        double[] special = [0, -0.0, 1, -1, 1e300, -1e300, double.MaxValue, double.MinValue, double.Epsilon, double.PositiveInfinity, double.NegativeInfinity];
        var near = edges.SelectMany(edge => new[] { edge, Math.BitIncrement(edge), Math.BitDecrement(edge) });
        var between = edges.Zip(edges.Skip(1), (a, b) => a + ((b - a) * random.NextDouble()));
        foreach (var number in special.Concat(near).Concat(between))
            Assert.Equal(edges.Count(edge => edge < number), bins.BinOf(number));
    }
}
