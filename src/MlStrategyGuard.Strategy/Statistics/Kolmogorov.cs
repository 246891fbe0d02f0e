namespace MlStrategyGuard.Statistics;

/// <summary>The limiting distribution of Kolmogorov and Smirnov's statistic √n·D.</summary>
public static class Kolmogorov
{
    /// <summary>P(√n·D &gt; x) as n grows; 1 for x ≤ 0.</summary>
    /// <remarks>
    /// Kolmogorov's alternating series for large x, its theta-function transform for small x (Marsaglia, Tsang and Wang,
    /// "Evaluating Kolmogorov's Distribution", 2003); each needs a handful of terms on its side.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is not a number.</exception>
    public static double Survival(double x)
    {
        if (double.IsNaN(x))
            throw new ArgumentOutOfRangeException(nameof(x), x, "The argument must be a number.");

        return x <= 0 ? 1 : x < 0.9 ? 1 - CdfOfSmall(x) : SurvivalOfLarge(x);
    }

    private static double CdfOfSmall(double x)
    {
        var sum = 0.0;
        for (var odd = 1; odd <= 9; odd += 2)
        {
            var angle = odd * Math.PI / x;
            sum += Math.Exp(-angle * angle / 8);
        }

        return sum * Math.Sqrt(2 * Math.PI) / x;
    }

    private static double SurvivalOfLarge(double x)
    {
        var sum = 0.0;
        for (var k = 6; k >= 1; k--)
        {
            var product = k * x;
            sum = Math.Exp(-2 * product * product) - sum;
        }

        return 2 * sum;
    }
}
