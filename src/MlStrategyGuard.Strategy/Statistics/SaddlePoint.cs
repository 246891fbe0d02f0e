namespace MlStrategyGuard.Statistics;

/// <summary>
/// Binomial and Poisson terms, continued to real arguments, in the saddle-point form of C. Loader, "Fast and accurate
/// computation of binomial probabilities" (2000). Differences of large logarithms of factorials would leave
/// seven digits at a hundred million rows; this form keeps twelve or more.
/// </summary>
internal static class SaddlePoint
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π: what Stirling's formula misses, for x &gt; 0.</summary>
    public static double StirlingError(double x)
    {
        if (x < 10)
            return SpecialFunctions.LogGamma(x + 1) - (x + 0.5) * Math.Log(x) + x - HalfLogTwoPi;

        return StirlingSeries(x);
    }

    /// <summary>
    /// Stirling's series Σ B₂ₖ / (2k(2k−1) x²ᵏ⁻¹), the error below 1e-17 for x ≥ 10 (Abramowitz and Stegun 6.1.41).
    /// </summary>
    public static double StirlingSeries(double x)
    {
        var square = 1 / (x * x);
        return (1 / 12.0 + square * (-1 / 360.0 + square * (1 / 1260.0 + square * (-1 / 1680.0 + square * (1 / 1188.0
            + square * (-691 / 360360.0 + square * (1 / 156.0 - square * (3617 / 122400.0)))))))) / x;
    }

    /// <summary>
    /// The deviance x ln(x/m) + m − x ≥ 0 of a count x &gt; 0 from its mean m ≥ 0, given their difference m − x
    /// as accurately as the caller knows it.
    /// </summary>
    public static double Deviance(double x, double mean, double difference) =>
        Math.Abs(difference) < 0.5 * x
            ? x * Elementary.MinusLog1P(difference / x)
            : difference - x * Math.Log(mean / x);

    /// <summary>ln(mˣ e⁻ᵐ / Γ(x + 1)) for x ≥ 0 and m &gt; 0.</summary>
    public static double LogPoisson(double x, double mean) =>
        x == 0
            ? -mean
            : -StirlingError(x) - Deviance(x, mean, mean - x) - HalfLogTwoPi - 0.5 * Math.Log(x);

    /// <summary>
    /// ln(Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) · xᵃ yᵇ) for a, b ≥ 0 and x + y = 1; both are given because the
    /// smaller of the two carries more digits than one minus the other.
    /// </summary>
    public static double LogBinomial(double a, double b, double x, double y)
    {
        if (a == 0)
            return b == 0 ? 0 : b * LogOfShare(y, x);
        if (b == 0)
            return a * LogOfShare(x, y);

        var total = a + b;
        var difference = Excess(a, b, x, y);
        return StirlingError(total) - StirlingError(a) - StirlingError(b)
            - Deviance(a, total * x, -difference) - Deviance(b, total * y, difference)
            - HalfLogTwoPi + 0.5 * (Math.Log(total / a) - Math.Log(b));
    }

    /// <summary>a − (a + b)·x for x + y = 1, by way of whichever of x and y is known more accurately.</summary>
    public static double Excess(double a, double b, double x, double y) =>
        x <= y ? a - (a + b) * x : (a + b) * y - b;

    private static double LogOfShare(double share, double rest) =>
        rest < 0.5 ? Elementary.Log1P(-rest) : Math.Log(share);
}
