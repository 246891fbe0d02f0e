namespace MlStrategyGuard.Engine.Metrics;

/// <summary>The noise of an estimate, from its influences summed by independent unit.</summary>
/// <param name="Error">The standard error.</param>
/// <param name="Skewness">The skewness of the estimate's own distribution: the units' skewness divided by √units.</param>
/// <param name="Units">The number of rows, queries or groups.</param>
internal readonly record struct Spread(double Error, double Skewness, long Units)
{
    /// <summary>The spread of influences.</summary>
    /// <param name="influence">One a row.</param>
    /// <param name="groups">Group numbers from 0, if rows of one group aren't independent.</param>
    public static Spread Of(double[] influence, int[]? groups)
    {
        var units = groups is null ? influence : Sums(influence, groups);
        var (square, cube) = (new CompensatedSum(), new CompensatedSum());
        foreach (var one in units)
        {
            square.Add(one * one);
            cube.Add(one * one * one);
        }

        var plain = Of(square.Value, cube.Value, units.LongLength);
        if (groups is null || plain.Error == 0)
            return plain;

        // What leaving one group out in turn would say: few groups know too little of their own noise.
        return plain with { Error = plain.Error * plain.Units / (plain.Units - 1.0) };
    }

    /// <summary>The spread of influences whose squares and cubes add up to this.</summary>
    public static Spread Of(double squares, double cubes, long units) => units < 2 || !(squares > 0)
        ? new Spread(0, 0, units)
        : new Spread(Math.Sqrt(squares), cubes / Math.Pow(squares, 1.5), units);

    private static double[] Sums(double[] influence, int[] groups)
    {
        var sums = new double[groups.Length == 0 ? 0 : groups.Max() + 1];
        for (var i = 0; i < influence.Length; i++)
            sums[groups[i]] += influence[i];
        return sums;
    }
}
