namespace MlStrategyGuard.Statistics;

/// <summary>
/// The noncentral chi-square as a Poisson mixture of central ones (Johnson, Kotz and Balakrishnan, "Continuous
/// Univariate Distributions" 2, chapter 29): P(X ≤ x) = Σⱼ Pois(j; λ/2) P(df/2 + j, x/2).
/// </summary>
internal static class NoncentralChiSquare
{
    private const double Negligible = 1e-25;
    private const double BelowRounding = 1e-18;

    /// <summary>
    /// ln P(X ≤ x), ln P(X &gt; x) and the logarithm of −dP(X ≤ x)/dλ. The sum that is the smaller of the two tails
    /// is taken, outward from the peak of its weights, so both ends keep their digits.
    /// </summary>
    public static (double LogLower, double LogUpper, double LogSlope) Evaluate(double x, double df, double lambda)
    {
        var a = df / 2;
        var h = x / 2;
        var l = lambda / 2;
        if (h == 0)
            return (double.NegativeInfinity, 0, double.NegativeInfinity);
        // Chernoff's bound puts the upper tail below the smallest double.
        if (h > 4 * (a + l) + 4000)
            return (0, double.NegativeInfinity, double.NegativeInfinity);

        return h < a + l ? FromLowerTail(a, h, l) : FromUpperTail(a, h, l);
    }

    /// <summary>
    /// The λ ≥ 0 with P(X ≤ x) = <paramref name="lower"/>, 0 if P(X ≤ x) is not above it even at λ = 0.
    /// </summary>
    /// <param name="x">The point, 0 to 1e11.</param>
    /// <param name="df">Degrees of freedom.</param>
    /// <param name="lower">The lower tail, in (0, 1).</param>
    /// <param name="upper">One minus <paramref name="lower"/>, with its own digits.</param>
    public static double Noncentrality(double x, double df, double lower, double upper)
    {
        var useLower = lower <= 0.5;
        var target = Math.Log(useLower ? lower : upper);
        var atZero = Evaluate(x, df, 0);
        if (useLower ? atZero.LogLower <= target : atZero.LogUpper >= target)
            return 0;

        // The normal approximation: λ + df − x = z √(2 df + 4 λ).
        var z = useLower ? -SpecialFunctions.NormalQuantile(lower) : SpecialFunctions.NormalQuantile(upper);
        var start = x - df + 2 * z * z + z * Math.Sqrt(Math.Max(0, 4 * z * z + 4 * x - 2 * df));
        return MonotoneRoot.Find(
            lambda =>
            {
                var (logLower, logUpper, logSlope) = Evaluate(x, df, lambda);
                return useLower
                    ? (logLower - target, -Math.Exp(logSlope - logLower))
                    : (logUpper - target, Math.Exp(logSlope - logUpper));
            },
            increasing: !useLower, start, lower: 0, upper: double.PositiveInfinity, scale: 0);
    }

    // The peak of Pois(j; l) · Pois(a + j; h), where l·h = j·(a + j).
    private static double Peak(double a, double h, double l)
    {
        var product = l * h;
        return Math.Floor(2 * product / (a + Math.Sqrt(a * a + 4 * product)));
    }

    private static double LogWeight(double a, double h, double l, double j) =>
        (l == 0 ? 0 : SaddlePoint.LogPoisson(j, l)) + SaddlePoint.LogPoisson(a + j, h);

    // Downward in j the ratio P(a + j, h) / D(a + j, h) follows a recurrence of positive terms; upward it would cancel.
    private static (double LogLower, double LogUpper, double LogSlope) FromLowerTail(double a, double h, double l)
    {
        var peak = Peak(a, h, l);
        var j = peak;
        var weight = 1.0;
        while (true)
        {
            var next = weight * (l / (j + 1)) * (h / (a + j + 1));
            if (next < Negligible)
                break;

            weight = next;
            j++;
        }

        var ratio = IncompleteGamma.LowerRatio(a + j, h);
        var sum = 0.0;
        var weights = 0.0;
        while (true)
        {
            var term = weight * ratio;
            sum += term;
            weights += weight;
            if (j == 0 || (j < peak && term < BelowRounding * sum && weight < BelowRounding * weights))
                break;

            weight *= j / l * ((a + j) / h);
            ratio = 1 + h / (a + j) * ratio;
            j--;
        }

        var log = LogWeight(a, h, l, peak);
        var logLower = Math.Min(0, log + Math.Log(sum));
        return (logLower, Elementary.LogOfComplement(logLower), log + Math.Log(weights / 2));
    }

    // The mirror image: upward in j the ratio Q(a + j, h) / D(a + j, h) has the positive recurrence.
    private static (double LogLower, double LogUpper, double LogSlope) FromUpperTail(double a, double h, double l)
    {
        var peak = Peak(a, h, l);
        var j = peak;
        var weight = 1.0;
        while (j > 0)
        {
            var next = weight * (j / l) * ((a + j) / h);
            if (next < Negligible)
                break;

            weight = next;
            j--;
        }

        var ratio = IncompleteGamma.UpperRatio(a + j, h);
        var sum = 0.0;
        var weights = 0.0;
        while (true)
        {
            var term = weight * ratio;
            sum += term;
            weights += weight;
            if (j > peak && term < BelowRounding * sum && weight < BelowRounding * weights)
                break;

            j++;
            weight *= l / j * (h / (a + j));
            ratio = (ratio + 1) * ((a + j) / h);
        }

        var log = LogWeight(a, h, l, peak);
        var logUpper = Math.Min(0, log + Math.Log(sum));
        return (Elementary.LogOfComplement(logUpper), logUpper, log + Math.Log(weights / 2));
    }
}
