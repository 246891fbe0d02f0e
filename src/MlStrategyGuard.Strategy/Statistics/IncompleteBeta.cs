namespace MlStrategyGuard.Statistics;

/// <summary>The regularised incomplete beta function as logarithms, and its inverse. The cost grows with √(a + b).</summary>
internal static class IncompleteBeta
{
    private const int MaximumTerms = 50_000_000;

    /// <summary>ln(xᵃ yᵇ / B(a, b)) for x + y = 1: the slope of the function in the logit of x.</summary>
    public static double LogPower(double a, double b, double x, double y) =>
        SaddlePoint.LogBinomial(a, b, x, y) + Math.Log(a / (a + b)) + Math.Log(b);

    /// <summary>ln I_x(a, b) and ln(1 − I_x(a, b)) for a, b &gt; 0 and x + y = 1.</summary>
    public static (double Lower, double Upper) Logarithms(double a, double b, double x, double y)
    {
        if (x <= 0)
            return (double.NegativeInfinity, 0);
        if (y <= 0)
            return (0, double.NegativeInfinity);

        var power = LogPower(a, b, x, y);
        if (SaddlePoint.Excess(a, b, x, y) >= 0)
        {
            var lower = power - Math.Log(Fraction(a, b, x, y));
            return (Math.Min(0, lower), Elementary.LogOfComplement(lower));
        }

        var upper = power - Math.Log(Fraction(b, a, y, x));
        return (Elementary.LogOfComplement(upper), Math.Min(0, upper));
    }

    /// <summary>The x with I_x(a, b) = p, and its complement 1 − x with its own digits.</summary>
    public static (double Point, double Complement) Inverse(double a, double b, double p)
    {
        if (p <= 0)
            return (0, 1);
        if (p >= 1)
            return (1, 0);
        if (p > 0.5)
        {
            var (complement, point) = Inverse(b, a, 1 - p);
            return (point, complement);
        }

        // ln I is concave in the logit (the logit's density is log-concave), so Newton's steps cannot run away.
        var target = Math.Log(p);
        var spread = Math.Sqrt(1 / a + 1 / b);
        var start = Math.Log(a / b) + SpecialFunctions.NormalQuantile(p) * spread;
        var logit = MonotoneRoot.Find(
            t =>
            {
                var (x, y) = FromLogit(t);
                var log = Logarithms(a, b, x, y).Lower;
                return (log - target, Math.Exp(LogPower(a, b, x, y) - log));
            },
            increasing: true, start, lower: -745, upper: 745, scale: 1);
        return FromLogit(logit);
    }

    private static (double X, double Y) FromLogit(double t)
    {
        var smaller = Math.Exp(-Math.Abs(t));
        var larger = 1 / (1 + smaller);
        smaller *= larger;
        return t < 0 ? (smaller, larger) : (larger, smaller);
    }

    // xᵃ yᵇ / (B(a, b) I_x(a, b)) as the continued fraction of DiDonato and Morris (ACM TOMS 708, 1992), for x not above
    // the mean a/(a + b): its terms are positive there, so nothing cancels.
    private static double Fraction(double a, double b, double x, double y)
    {
        var excess = SaddlePoint.Excess(a, b, x, y);
        var fraction = a * (excess + 1) / (a + 1);
        var c = fraction;
        var d = 0.0;
        for (var m = 1; m < MaximumTerms; m++)
        {
            var odd = a + 2.0 * m - 1;
            var numerator = (a + m - 1) / odd * ((a + b + m - 1) / odd) * m * (b - m) * x * x;
            var partial = m + m * (b - m) * x / odd + (a + m) * (excess + 1 + m * (1 + y)) / (odd + 2);
            d = 1 / (partial + numerator * d);
            c = partial + numerator / c;
            var factor = c * d;
            fraction *= factor;
            if (Math.Abs(factor - 1) < 1e-15)
                break;
        }

        return fraction;
    }
}
