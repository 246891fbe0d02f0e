using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Leakage;

/// <summary>The area under the ROC curve of one column.</summary>
/// <param name="Value">P(positive above negative) + ½ P(equal), 0–1.</param>
/// <param name="Variance">Its variance (DeLong, DeLong and Clarke-Pearson 1988).</param>
/// <param name="Positives">Rows of the positive class.</param>
/// <param name="Negatives">Rows of the other class.</param>
internal readonly record struct AreaUnderCurve(double Value, double Variance, int Positives, int Negatives)
{
    /// <summary>Rows of the rarer class.</summary>
    public int Fewest => Math.Min(Positives, Negatives);

    /// <summary>Computes the area from placements: the share of the other class that a row stands above, ties counting half.</summary>
    /// <param name="values">A value a row, no NaN.</param>
    /// <param name="isPositive">The class a row.</param>
    public static AreaUnderCurve Of(ReadOnlySpan<double> values, ReadOnlySpan<bool> isPositive)
    {
        var positives = isPositive.Count(true);
        var negatives = values.Length - positives;
        if (positives == 0 || negatives == 0)
            return default;

        var (x, y) = (new double[positives], new double[negatives]);
        var (i, j) = (0, 0);
        for (var row = 0; row < values.Length; row++)
        {
            if (isPositive[row])
                x[i++] = values[row];
            else
                y[j++] = values[row];
        }

        RadixSort.Sort(x);
        RadixSort.Sort(y);
        var (sum, squaresOfPositives, squaresOfNegatives) = (0.0, 0.0, 0.0);
        var (positivesBelow, negativesBelow) = (0, 0);
        while (positivesBelow < positives || negativesBelow < negatives)
        {
            var value = negativesBelow == negatives || (positivesBelow < positives && x[positivesBelow] <= y[negativesBelow])
                ? x[positivesBelow] : y[negativesBelow];
            var (here, others) = (0, 0);
            while (positivesBelow + here < positives && x[positivesBelow + here] == value)
                here++;
            while (negativesBelow + others < negatives && y[negativesBelow + others] == value)
                others++;

            var ofPositive = (negativesBelow + (others / 2.0)) / negatives;
            var ofNegative = (positives - positivesBelow - (here / 2.0)) / positives;
            sum += here * ofPositive;
            squaresOfPositives += here * ofPositive * ofPositive;
            squaresOfNegatives += others * ofNegative * ofNegative;
            positivesBelow += here;
            negativesBelow += others;
        }

        var area = sum / positives;
        var variance = (Math.Max(0, (squaresOfPositives / positives) - (area * area)) / Math.Max(1, positives - 1))
            + (Math.Max(0, (squaresOfNegatives / negatives) - (area * area)) / Math.Max(1, negatives - 1));
        return new AreaUnderCurve(area, variance, positives, negatives);
    }
}
