using System.Globalization;
using System.Text;

namespace MlStrategyGuard.Package.Tests;

/// <summary>Made-up people, one a row: enough of them that a large shift is certain and none is found where none is.</summary>
internal static class Data
{
    private const int Rows = 3000;

    /// <summary>A file with the columns <c>age</c>, <c>größe</c> and the label <c>y</c>.</summary>
    /// <param name="seed">Other seeds give other rows of the same distribution.</param>
    /// <param name="shift">By how many standard deviations <c>age</c> is moved.</param>
    public static string Csv(int seed, double shift = 0)
    {
        var random = new Random(seed);
        var text = new StringBuilder("age,größe,y\n");
        for (var row = 0; row < Rows; row++)
            text.Append(CultureInfo.InvariantCulture,
                $"{40 + 10 * (Normal(random) + shift):F3},{170 + 8 * Normal(random):F3},{(random.NextDouble() < 0.3 ? 1 : 0)}\n");
        return text.ToString();
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
