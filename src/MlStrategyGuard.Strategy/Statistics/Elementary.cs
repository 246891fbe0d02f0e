namespace MlStrategyGuard.Statistics;

/// <summary>Elementary functions that stay accurate where their plain spelling cancels.</summary>
internal static class Elementary
{
    /// <summary>ln(1 + x) for x &gt; −1, accurate to a few ulps for tiny x as well (Kahan's correction).</summary>
    public static double Log1P(double x)
    {
        var rounded = 1 + x;
        return rounded == 1 ? x
            : double.IsInfinity(rounded) ? rounded
            : Math.Log(rounded) * (x / (rounded - 1));
    }

    /// <summary>eˣ − 1, accurate to a few ulps for tiny x as well (Kahan's correction).</summary>
    public static double ExpM1(double x)
    {
        if (Math.Abs(x) > 1)
            return Math.Exp(x) - 1;

        var rounded = Math.Exp(x);
        return rounded == 1 ? x : (rounded - 1) * (x / Math.Log(rounded));
    }

    /// <summary>ln(1 − eᵛ): the logarithm of a probability's complement, from its own logarithm v ≤ 0.</summary>
    public static double LogOfComplement(double v)
    {
        if (v >= 0)
            return double.NegativeInfinity;

        return v > -0.6931471805599453 ? Math.Log(-ExpM1(v)) : Log1P(-Math.Exp(v));
    }

    /// <summary>u − ln(1 + u) ≥ 0 for |u| ≤ ½, to full relative accuracy around zero, where it is about u²/2.</summary>
    /// <remarks>From ln(1 + u) = 2 artanh(z) with z = u/(2 + u), and 2z − u = −z·u.</remarks>
    public static double MinusLog1P(double u)
    {
        var z = u / (2 + u);
        var square = z * z;
        var series = 0.0;
        var power = 1.0;
        for (var odd = 3; power > 1e-18; odd += 2)
        {
            series += power / odd;
            power *= square;
        }

        return z * u - 2 * z * square * series;
    }
}
