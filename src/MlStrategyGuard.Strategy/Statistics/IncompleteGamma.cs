namespace MlStrategyGuard.Statistics;

/// <summary>
/// The incomplete gamma functions as ratios to the term D(a, x) = xᵃ e⁻ˣ / Γ(a + 1), and as logarithms. The cost
/// near x = a grows with √a.
/// </summary>
internal static class IncompleteGamma
{
    private const int MaximumTerms = 50_000_000;

    /// <summary>P(a, x) / D(a, x) = Σ xᵏ / ((a + 1) … (a + k)) (DLMF 8.7.1); quick for x ≤ a + 1.</summary>
    public static double LowerRatio(double a, double x)
    {
        var sum = 1.0;
        var term = 1.0;
        for (var k = 1; term > 1e-18 * sum; k++)
        {
            term *= x / (a + k);
            sum += term;
        }

        return sum;
    }

    /// <summary>Q(a, x) / D(a, x), by Legendre's continued fraction (DLMF 8.9.2); quick for x ≥ a, x ≥ ½.</summary>
    public static double UpperRatio(double a, double x)
    {
        var partial = x + 1 - a;
        var c = double.PositiveInfinity;
        var d = 1 / partial;
        var fraction = d;
        for (var k = 1; k < MaximumTerms; k++)
        {
            var numerator = k * (a - k);
            partial += 2;
            d = 1 / (partial + numerator * d);
            c = partial + numerator / c;
            var factor = c * d;
            fraction *= factor;
            if (Math.Abs(factor - 1) < 1e-15)
                break;
        }

        return a * fraction;
    }

    /// <summary>ln P(a, x) and ln Q(a, x) for a &gt; 0 and x ≥ 0.</summary>
    public static (double Lower, double Upper) Logarithms(double a, double x)
    {
        if (x == 0)
            return (double.NegativeInfinity, 0);
        if (double.IsPositiveInfinity(x))
            return (0, double.NegativeInfinity);

        var logTerm = SaddlePoint.LogPoisson(a, x);
        if (a < 1 && x < 1.5)
            return (logTerm + Math.Log(LowerRatio(a, x)), Math.Log(UpperForSmall(a, x)));

        if (x < a + 1)
        {
            var lower = logTerm + Math.Log(LowerRatio(a, x));
            return (Math.Min(0, lower), Elementary.LogOfComplement(lower));
        }

        var upper = logTerm + Math.Log(UpperRatio(a, x));
        return (Elementary.LogOfComplement(upper), Math.Min(0, upper));
    }

    // Q = (1 − xᵃ/Γ(1+a)) − xᵃ/Γ(1+a) · a Σ (−x)ᵏ/((a+k) k!), from DLMF 8.7.1's alternating form: one minus P
    // would cancel when a is small.
    private static double UpperForSmall(double a, double x)
    {
        var log = a * Math.Log(x) - SpecialFunctions.LogGamma(1 + a);
        var sum = 0.0;
        var term = 1.0;
        for (var k = 1; Math.Abs(term) > 1e-18; k++)
        {
            term *= -x / k;
            sum += term / (a + k);
        }

        return -Elementary.ExpM1(log) - Math.Exp(log) * a * sum;
    }
}
