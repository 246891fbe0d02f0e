namespace MlStrategyGuard.Statistics;

/// <summary>
/// Special functions behind the tests and intervals, to a relative error of about 1e-12, tails included. Parameters
/// (a, b) go up to 1e12; the cost near the middle of a distribution grows with their square root.
/// </summary>
public static class SpecialFunctions
{
    internal const double LargestParameter = 1e12;

    private const double EulerGamma = 0.57721566490153286061;
    private const double HalfLogTwoPi = 0.91893853320467274178;

    // ζ(k) − 1 for k = 2, 3, …
    private static readonly double[] ZetaMinusOne =
    [
        0.644934066848226436, 0.202056903159594285, 0.0823232337111381915, 0.0369277551433699263,
        0.0173430619844491397, 0.00834927738192282684, 0.00407735619794433938, 0.00200839282608221442,
        0.000994575127818085337, 0.000494188604119464559, 0.000246086553308048299, 0.000122713347578489147,
        0.0000612481350587048293, 0.0000305882363070204936, 0.0000152822594086518717, 7.63719763789976227e-6,
        3.81729326499983986e-6, 1.90821271655393893e-6, 9.53962033872796113e-7, 4.76932986787806463e-7,
        2.3845050272773299e-7, 1.19219925965311073e-7, 5.96081890512594796e-8, 2.98035035146522802e-8,
        1.49015548283650412e-8, 7.45071178983542949e-9, 3.72533402478845705e-9,
    ];

    /// <summary>ln Γ(x) for x &gt; 0.</summary>
    /// <remarks>
    /// Stirling's series from 10 on, below it the Taylor series at 1 (DLMF 5.7.3), which keeps the digits at the
    /// roots 1 and 2, and the recurrence.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is not positive.</exception>
    public static double LogGamma(double x)
    {
        if (!(x > 0))
            throw new ArgumentOutOfRangeException(nameof(x), x, "The argument must be positive.");

        if (double.IsPositiveInfinity(x))
            return x;
        if (x >= 10)
            return (x - 0.5) * (Math.Log(x) - 1) - 0.5 + HalfLogTwoPi + SaddlePoint.StirlingSeries(x);
        if (x < 0.5)
            return LogGammaOfOnePlus(x) - Math.Log(x);
        if (x <= 1.5)
            return LogGammaOfOnePlus(x - 1);

        var product = 1.0;
        while (x > 2.5)
        {
            x -= 1;
            product *= x;
        }

        return Math.Log(product) + Elementary.Log1P(x - 2) + LogGammaOfOnePlus(x - 2);
    }

    /// <summary>P(a, x), the regularised lower incomplete gamma function, for 0 &lt; a ≤ 1e12 and x ≥ 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double RegularizedGammaP(double a, double x)
    {
        CheckGamma(a, x);
        return Math.Exp(IncompleteGamma.Logarithms(a, x).Lower);
    }

    /// <summary>Q(a, x) = 1 − P(a, x), with the digits of its own tail, for 0 &lt; a ≤ 1e12 and x ≥ 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double RegularizedGammaQ(double a, double x)
    {
        CheckGamma(a, x);
        return Math.Exp(IncompleteGamma.Logarithms(a, x).Upper);
    }

    /// <summary>I_x(a, b), the regularised incomplete beta function, for 0 &lt; a, b ≤ 1e12 and 0 ≤ x ≤ 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double RegularizedBeta(double a, double b, double x)
    {
        CheckBeta(a, b);
        if (!(x >= 0 && x <= 1))
            throw new ArgumentOutOfRangeException(nameof(x), x, "The argument must be between 0 and 1.");

        return Math.Exp(IncompleteBeta.Logarithms(a, b, x, 1 - x).Lower);
    }

    /// <summary>The x with I_x(a, b) = p, for 0 &lt; a, b ≤ 1e12 and 0 ≤ p ≤ 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double InverseRegularizedBeta(double a, double b, double p)
    {
        CheckBeta(a, b);
        CheckProbability(p, nameof(p));
        return IncompleteBeta.Inverse(a, b, p).Point;
    }

    /// <summary>P(Z &gt; z) for a standard normal Z.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="z"/> is not a number.</exception>
    public static double NormalSurvival(double z)
    {
        if (double.IsNaN(z))
            throw new ArgumentOutOfRangeException(nameof(z), z, "The argument must be a number.");

        return z >= 0 ? Math.Exp(LogNormalSurvival(z)) : 1 - Math.Exp(LogNormalSurvival(-z));
    }

    /// <summary>
    /// The z with P(Z ≤ z) = p for a standard normal Z. The quantile of an upper tail t is −NormalQuantile(t), which
    /// keeps the digits that 1 − t would lose.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not between 0 and 1.</exception>
    public static double NormalQuantile(double p)
    {
        CheckProbability(p, nameof(p));
        if (p == 0)
            return double.NegativeInfinity;
        if (p == 1)
            return double.PositiveInfinity;
        if (p == 0.5)
            return 0;

        var fromMiddle = p - 0.5;
        var size = Math.Abs(fromMiddle) < 0.25
            ? CentralQuantile(Math.Abs(fromMiddle))
            : TailQuantile(p < 0.5 ? p : 1 - p);
        return fromMiddle < 0 ? -size : size;
    }

    internal static void CheckProbability(double p, string name)
    {
        if (!(p >= 0 && p <= 1))
            throw new ArgumentOutOfRangeException(name, p, "The probability must be between 0 and 1.");
    }

    private static double LogGammaOfOnePlus(double z)
    {
        var sum = 0.0;
        for (var k = ZetaMinusOne.Length - 1; k >= 0; k--)
            sum = ZetaMinusOne[k] / (k + 2) - z * sum;

        return z * (1 - EulerGamma + z * sum) - Elementary.Log1P(z);
    }

    private static double LogNormalSurvival(double z) =>
        z == 0 ? Math.Log(0.5) : Math.Log(0.5) + IncompleteGamma.Logarithms(0.5, z * z / 2).Upper;

    private static double LogNormalDensity(double z) => -z * z / 2 - HalfLogTwoPi;

    // The z > 0 with P(0 < Z < z) = area.
    private static double CentralQuantile(double area)
    {
        var start = area * Math.Exp(HalfLogTwoPi);
        return MonotoneRoot.Find(
            z => (0.5 * Math.Exp(IncompleteGamma.Logarithms(0.5, z * z / 2).Lower) - area,
                Math.Exp(LogNormalDensity(z))),
            increasing: true, start, lower: 0, upper: 1, scale: 0);
    }

    // The z > 0 with P(Z > z) = tail; the guess is Abramowitz and Stegun 26.2.22.
    private static double TailQuantile(double tail)
    {
        var target = Math.Log(tail);
        var t = Math.Sqrt(-2 * target);
        var start = t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t));
        return MonotoneRoot.Find(
            z =>
            {
                var log = LogNormalSurvival(z);
                return (log - target, -Math.Exp(LogNormalDensity(z) - log));
            },
            increasing: false, start, lower: 0, upper: 40, scale: 0);
    }

    private static void CheckGamma(double a, double x)
    {
        CheckParameter(a, nameof(a));
        if (!(x >= 0))
            throw new ArgumentOutOfRangeException(nameof(x), x, "The argument must not be negative.");
    }

    private static void CheckBeta(double a, double b)
    {
        CheckParameter(a, nameof(a));
        CheckParameter(b, nameof(b));
    }

    private static void CheckParameter(double value, string name)
    {
        if (!(value > 0 && value <= LargestParameter))
            throw new ArgumentOutOfRangeException(name, value, "The parameter must be above 0 and at most 1e12.");
    }
}
