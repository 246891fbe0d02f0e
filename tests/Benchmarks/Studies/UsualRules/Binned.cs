namespace MlStrategyGuard.Studies.UsualRules;

/// <summary>What rules make of two lists of counts over the same bins or levels.</summary>
internal static class Binned
{
    /// <summary>What takes the place of a share of zero.</summary>
    private const double Zero = 1e-4;

    /// <summary>Σ (p − q) ln(p/q), shares of zero replaced by .0001.</summary>
    public static double StabilityIndex(long[] reference, long[] current)
    {
        double n = reference.Sum(), m = current.Sum(), sum = 0;
        if (n == 0 || m == 0)
            return 0;
        for (var k = 0; k < reference.Length; k++)
        {
            if (reference[k] + current[k] == 0)
                continue;
            var (p, q) = (Math.Max(reference[k] / n, Zero), Math.Max(current[k] / m, Zero));
            sum += (p - q) * Math.Log(p / q);
        }

        return sum;
    }

    /// <summary>√(½ KL(p‖½(p+q)) + ½ KL(q‖½(p+q))), natural logarithm.</summary>
    public static double JensenShannonDistance(long[] reference, long[] current)
    {
        double n = reference.Sum(), m = current.Sum(), sum = 0;
        if (n == 0 || m == 0)
            return 0;
        for (var k = 0; k < reference.Length; k++)
        {
            var (p, q) = (reference[k] / n, current[k] / m);
            var middle = (p + q) / 2;
            sum += Term(p, middle) + Term(q, middle);
        }

        return Math.Sqrt(Math.Max(0, sum / 2));

        static double Term(double p, double middle) => p == 0 ? 0 : p * Math.Log(p / middle);
    }
}
