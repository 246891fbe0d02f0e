namespace MlStrategyGuard.Engine.Metrics;

/// <summary>The noise of an estimate, from its influences summed by independent unit.</summary>
/// <param name="Error">The standard error.</param>
/// <param name="Skewness">The skewness of the estimate's own distribution: the units' skewness divided by √units.</param>
/// <param name="Units">The number of rows, queries or groups.</param>
/// <param name="Effective">
/// As many units of equal influence would make this noise, 1 to <paramref name="Units"/>: the square of the sum of squares
/// over the sum of fourth powers. Where a few units make it all, the noise itself is hardly known.
/// </param>
internal sealed record Spread(double Error, double Skewness, long Units, double Effective)
{
    /// <summary>What each unit differs by from the estimate, on the estimate's scale: the units' mean is the estimate.</summary>
    public Deviations? Deviations { get; init; }

    /// <summary>
    /// The degrees of freedom of the error: a variance made of n values of kurtosis κ varies like one of 2n / (κ − 1) normal
    /// ones (Satterthwaite's equation, as in O'Neill 2014, Some useful moment results in sampling problems).
    /// </summary>
    public double Freedom => Units - Effective > 1e-6 * Units
        ? Math.Min(Units - 1, 2 * Effective * Units / (Units - Effective))
        : Units - 1;

    /// <summary>The spread of influences.</summary>
    /// <param name="influence">One a row.</param>
    /// <param name="groups">Group numbers from 0, if rows of one group aren't independent.</param>
    public static Spread Of(double[] influence, int[]? groups)
    {
        var units = groups is null ? influence : Sums(influence, groups);
        var (square, cube, fourth) = (new CompensatedSum(), new CompensatedSum(), new CompensatedSum());
        foreach (var one in units)
        {
            square.Add(one * one);
            cube.Add(one * one * one);
            fourth.Add(one * one * one * one);
        }

        var plain = Of(square.Value, cube.Value, fourth.Value, units.LongLength) with
        {
            Deviations = new Deviations(units, 0, units.LongLength),
        };
        if (groups is null || plain.Error == 0)
            return plain;

        // What leaving one group out in turn would say: few groups know too little of their own noise.
        return plain with { Error = plain.Error * plain.Units / (plain.Units - 1.0) };
    }

    /// <summary>The spread of influences whose powers add up to this.</summary>
    public static Spread Of(double squares, double cubes, double fourths, long units) => units < 2 || !(squares > 0)
        ? new Spread(0, 0, units, units)
        : new Spread(
            Math.Sqrt(squares), cubes / Math.Pow(squares, 1.5), units,
            fourths > 0 ? Math.Clamp(squares * squares / fourths, 1, units) : units);

    private static double[] Sums(double[] influence, int[] groups)
    {
        var sums = new double[groups.Length == 0 ? 0 : groups.Max() + 1];
        for (var i = 0; i < influence.Length; i++)
            sums[groups[i]] += influence[i];
        return sums;
    }
}

/// <summary>What each unit differs by from the estimate: (part − centre) · scale.</summary>
/// <param name="Parts">One a unit; not changed any more.</param>
/// <param name="Centre">Their mean.</param>
/// <param name="Scale">What makes them deviations on the estimate's scale.</param>
internal readonly record struct Deviations(double[] Parts, double Centre, double Scale);
