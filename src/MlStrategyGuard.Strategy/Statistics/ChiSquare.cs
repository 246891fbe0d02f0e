namespace MlStrategyGuard.Statistics;

/// <summary>
/// The central and the noncentral chi-square distribution. Degrees of freedom are above 0, they and the
/// noncentrality are at most 1e12; the cost grows with the square root of the larger.
/// </summary>
public static class ChiSquare
{
    /// <summary>P(X &gt; x) for X central with <paramref name="df"/> degrees of freedom.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Survival(double x, double df)
    {
        CheckPoint(x);
        CheckDegrees(df);
        return SpecialFunctions.RegularizedGammaQ(df / 2, x / 2);
    }

    /// <summary>The x with P(X &gt; x) = <paramref name="tail"/>: infinity for 0, zero for 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double UpperQuantile(double tail, double df)
    {
        SpecialFunctions.CheckProbability(tail, nameof(tail));
        CheckDegrees(df);
        if (tail == 0)
            return double.PositiveInfinity;
        if (tail == 1)
            return 0;

        // Both tails are log-concave in ln x, so Newton on the smaller one's logarithm cannot run away.
        var a = df / 2;
        var upper = tail <= 0.5;
        var target = Math.Log(upper ? tail : 1 - tail);
        var logHalf = MonotoneRoot.Find(
            y =>
            {
                var half = Math.Exp(y);
                var logarithms = IncompleteGamma.Logarithms(a, half);
                var log = upper ? logarithms.Upper : logarithms.Lower;
                var slope = Math.Exp(Math.Log(a) + SaddlePoint.LogPoisson(a, half) - log);
                return (log - target, upper ? -slope : slope);
            },
            increasing: !upper, StartOfQuantile(tail, a), lower: -745, upper: 709, scale: 1);
        return 2 * Math.Exp(logHalf);
    }

    /// <summary>P(X ≤ x) for X noncentral with the given noncentrality λ = Σ μ² ≥ 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double NoncentralCdf(double x, double df, double noncentrality)
    {
        CheckPoint(x);
        CheckDegrees(df);
        if (!(noncentrality >= 0 && noncentrality <= SpecialFunctions.LargestParameter))
        {
            throw new ArgumentOutOfRangeException(
                nameof(noncentrality), noncentrality, "The noncentrality must be between 0 and 1e12.");
        }

        return Math.Exp(NoncentralChiSquare.Evaluate(x, df, noncentrality).LogLower);
    }

    /// <summary>
    /// The one-sided upper confidence limit of the noncentrality after seeing <paramref name="x"/>: the λ with
    /// P(X ≤ x) = <paramref name="tail"/>, or 0 if even λ = 0 makes a value that small improbable.
    /// </summary>
    /// <param name="x">The observed chi-square, 0 to 1e11.</param>
    /// <param name="df">Its degrees of freedom.</param>
    /// <param name="tail">One minus the confidence, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double NoncentralityLimit(double x, double df, double tail)
    {
        CheckPoint(x);
        if (x > SpecialFunctions.LargestParameter / 10)
            throw new ArgumentOutOfRangeException(nameof(x), x, "The value must be at most 1e11.");

        CheckDegrees(df);
        CheckOpenProbability(tail, nameof(tail));
        return NoncentralChiSquare.Noncentrality(x, df, tail, 1 - tail);
    }

    /// <summary>
    /// The noncentrality at which a chi-square test of level <paramref name="alpha"/> has the given power; 0 if the
    /// power is not above the level.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double NoncentralityForPower(double df, double alpha, double power)
    {
        CheckDegrees(df);
        CheckOpenProbability(alpha, nameof(alpha));
        CheckOpenProbability(power, nameof(power));
        return power <= alpha
            ? 0
            : NoncentralChiSquare.Noncentrality(UpperQuantile(alpha, df), df, 1 - power, power);
    }

    // Wilson and Hilferty's cube root, or for a far lower tail the leading term of P(a, x); as ln(x/2).
    private static double StartOfQuantile(double tail, double a)
    {
        var variance = 1 / (9 * a);
        var root = 1 - variance - SpecialFunctions.NormalQuantile(tail) * Math.Sqrt(variance);
        return root > 0.1
            ? Math.Log(a) + 3 * Math.Log(root)
            : (Elementary.Log1P(-tail) + SpecialFunctions.LogGamma(a + 1)) / a;
    }

    private static void CheckPoint(double x)
    {
        if (!(x >= 0))
            throw new ArgumentOutOfRangeException(nameof(x), x, "The value must not be negative.");
    }

    private static void CheckDegrees(double df)
    {
        if (!(df > 0 && df <= SpecialFunctions.LargestParameter))
            throw new ArgumentOutOfRangeException(nameof(df), df, "The degrees must be above 0 and at most 1e12.");
    }

    private static void CheckOpenProbability(double p, string name)
    {
        if (!(p > 0 && p < 1))
            throw new ArgumentOutOfRangeException(name, p, "The probability must be above 0 and below 1.");
    }
}
