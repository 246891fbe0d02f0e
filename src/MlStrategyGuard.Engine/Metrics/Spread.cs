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

        var count = units.LongLength;
        if (count < 2 || !(square.Value > 0))
            return new Spread(0, 0, count);

        // What leaving one group out in turn would say: few groups know too little of their own noise.
        var correction = groups is null ? 1 : count / (count - 1.0);
        return new Spread(correction * Math.Sqrt(square.Value), cube.Value / Math.Pow(square.Value, 1.5), count);
    }

    private static double[] Sums(double[] influence, int[] groups)
    {
        var sums = new double[groups.Length == 0 ? 0 : groups.Max() + 1];
        for (var i = 0; i < influence.Length; i++)
            sums[groups[i]] += influence[i];
        return sums;
    }
}
