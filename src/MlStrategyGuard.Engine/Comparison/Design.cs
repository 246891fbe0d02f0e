namespace MlStrategyGuard.Engine.Comparison;

/// <summary>How rows were drawn, where they aren't independent of each other or don't count the same.</summary>
/// <param name="EffectA">The variance of the first sample's shares over what as many independent rows would give.</param>
/// <param name="EffectB">The same of the second sample.</param>
/// <param name="RowsA">Rows of the first sample that take part; a test may count them more than once.</param>
/// <param name="RowsB">Rows of the second sample that take part.</param>
internal sealed record Design(double EffectA, double EffectB, long RowsA, long RowsB)
{
    /// <summary>Shares whose p(1 − p) is less tell little about how alike rows of a group are.</summary>
    private const double LeastVariance = 0.02;

    /// <summary>Counts of the first sample as if rows were independent.</summary>
    public long[] EffectiveA(long[] counts) => Scale(counts, EffectA);

    /// <summary>Counts of the second sample as if rows were independent.</summary>
    public long[] EffectiveB(long[] counts) => Scale(counts, EffectB);

    /// <summary>The design of values in bins; those in bin 0 take no part.</summary>
    /// <param name="a">The bin of each row of the first sample.</param>
    /// <param name="b">The bin of each row of the second sample.</param>
    /// <param name="width">The number of bins.</param>
    /// <param name="isOrdered">Whether shares below an edge count, or those of single bins.</param>
    /// <param name="units">What is independent of each other; null if rows are.</param>
    /// <param name="weightsA">Weights of the first sample's rows; null if all count the same.</param>
    /// <param name="weightsB">Weights of the second sample's rows.</param>
    /// <param name="countedA">How many rows the test counts in the first sample.</param>
    /// <param name="countedB">How many rows the test counts in the second sample.</param>
    public static Design Of(
        byte[] a, byte[] b, int width, bool isOrdered, Units? units, double[]? weightsA, double[]? weightsB, long countedA, long countedB)
    {
        var (rowsA, rowsB) = (a.LongCount(bin => bin > 0), b.LongCount(bin => bin > 0));
        return new Design(
            Math.Max((double)countedA / rowsA, countedA * Variance(a, width, isOrdered, units?.A, units?.CountA ?? 0, weightsA)),
            Math.Max((double)countedB / rowsB, countedB * Variance(b, width, isOrdered, units?.B, units?.CountB ?? 0, weightsB)),
            rowsA, rowsB);
    }

    private static long[] Scale(long[] counts, double effect) => [.. counts.Select(count => (long)Math.Round(count / effect))];

    /// <summary>
    /// The variance of a share over p(1 − p), by linearisation with units as the primary ones (Särndal, Swensson, Wretman
    /// 1992, 5.6), the largest over the shares below each edge or of each level, with room for the few units that it is
    /// estimated from.
    /// </summary>
    private static double Variance(byte[] bins, int width, bool isOrdered, int[]? unitOf, int units, double[]? weights)
    {
        var unitSums = new double[unitOf is null ? 0 : units * width];
        var (sums, squares) = (new double[width], new double[width]);
        for (var row = 0; row < bins.Length; row++)
        {
            if (bins[row] == 0)
                continue;
            var weight = weights?[row] ?? 1;
            sums[bins[row]] += weight;
            squares[bins[row]] += weight * weight;
            if (unitOf is not null)
                unitSums[(unitOf[row] * width) + bins[row]] += weight;
        }

        double total = sums.Sum(), allSquares = squares.Sum(), largest = 0, best = 0;
        if (total <= 0)
            return 1;
        var (below, squaresBelow) = (0.0, 0.0);
        var inside = new double[units];
        var ofUnit = new double[units];
        for (var unit = 0; unit < units; unit++)
            ofUnit[unit] = unitSums.AsSpan(unit * width, width).ToArray().Sum();
        for (var bin = 1; bin < width; bin++)
        {
            if (!isOrdered)
                (below, squaresBelow) = (0, 0);
            below += sums[bin];
            squaresBelow += squares[bin];
            for (var unit = 0; unit < units; unit++)
                inside[unit] = (isOrdered ? inside[unit] : 0) + unitSums[(unit * width) + bin];

            var p = below / total;
            var spread = p * (1 - p);
            if (spread <= 1e-9)
                continue;
            var sum = unitOf is null
                ? (squaresBelow * (1 - p) * (1 - p)) + ((allSquares - squaresBelow) * p * p)
                : inside.Select((value, unit) => (value - (p * ofUnit[unit])) * (value - (p * ofUnit[unit]))).Sum()
                    * units / Math.Max(1, units - 1) * (units > 3 ? (units + 1.0) / (units - 3) : units + 1);
            var effect = sum / (total * total) / spread;
            best = Math.Max(best, effect);
            if (spread >= LeastVariance)
                largest = Math.Max(largest, effect);
        }

        // Where few rows have nearly all weight the spread around them is not to be seen: Kish's (1965) rows are the most there can be.
        return Math.Max(largest > 0 ? largest : best, allSquares / (total * total));
    }
}
