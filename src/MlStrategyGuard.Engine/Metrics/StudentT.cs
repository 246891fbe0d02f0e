using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Metrics;

/// <summary>Student's t distribution.</summary>
internal static class StudentT
{
    /// <summary>The value that |t| exceeds with probability <paramref name="tails"/>.</summary>
    /// <param name="tails">Both tails together, in (0, 1).</param>
    /// <param name="freedom">The degrees of freedom, above zero.</param>
    public static double TwoSided(double tails, double freedom)
    {
        if (freedom > 1e6)
            return -SpecialFunctions.NormalQuantile(tails / 2);
        var y = SpecialFunctions.InverseRegularizedBeta(freedom / 2, 0.5, tails);
        return Math.Sqrt(freedom * (1 - y) / y);
    }

    /// <summary>The probability that |t| exceeds a value.</summary>
    /// <param name="value">The value, zero or more.</param>
    /// <param name="freedom">The degrees of freedom, above zero.</param>
    public static double Tails(double value, double freedom) => freedom > 1e6
        ? 2 * SpecialFunctions.NormalSurvival(value)
        : SpecialFunctions.RegularizedBeta(freedom / 2, 0.5, freedom / (freedom + (value * value)));
}
