namespace MlStrategyGuard.Statistics;

/// <summary>The hypergeometric distribution: how many of the marked items are among those drawn.</summary>
public static class Hypergeometric
{
    /// <summary>
    /// The exact two-sided p-value min(1, 2·min(P(X ≤ k), P(X ≥ k))), where X counts the marked items among
    /// <paramref name="drawn"/> of <paramref name="total"/>. The cost grows with the standard deviation of X.
    /// </summary>
    /// <param name="k">The observed count, one that is possible.</param>
    /// <param name="total">All items, 0 to 1e12.</param>
    /// <param name="marked">The marked ones among all.</param>
    /// <param name="drawn">The number drawn.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, too large, or impossible.</exception>
    public static double TwiceSmallerTail(long k, long total, long marked, long drawn)
    {
        if (total < 0 || total > SpecialFunctions.LargestParameter)
            throw new ArgumentOutOfRangeException(nameof(total), total, "The total must be between 0 and 1e12.");
        if (marked < 0 || marked > total)
            throw new ArgumentOutOfRangeException(nameof(marked), marked, $"The marked items must be 0 to {total}.");
        if (drawn < 0 || drawn > total)
            throw new ArgumentOutOfRangeException(nameof(drawn), drawn, $"The drawn items must be 0 to {total}.");

        var least = Math.Max(0, drawn + marked - total);
        var most = Math.Min(marked, drawn);
        if (k < least || k > most)
            throw new ArgumentOutOfRangeException(nameof(k), k, $"The count must be {least} to {most}.");
        if (least == most)
            return 1;

        var mode = Math.Floor((marked + 1.0) * (drawn + 1.0) / (total + 2.0));
        var atK = Math.Exp(LogMass(k, total, marked, drawn));

        // Away from the mode the terms fall, so a sum ends early; the other tail follows from it without cancelling.
        var outer = atK * (k <= mode
            ? SumDown(k, total, marked, drawn)
            : SumUp(k, total, marked, drawn));
        var other = 1 - outer + atK;
        return Math.Max(0, Math.Min(1, 2 * Math.Min(outer, other)));
    }

    // ln P(X = k), as a ratio of binomial terms whose success rate is the share drawn (Loader 2000, section 4).
    private static double LogMass(long k, long total, long marked, long drawn)
    {
        var share = (double)drawn / total;
        var rest = (double)(total - drawn) / total;
        return SaddlePoint.LogBinomial(k, marked - k, share, rest)
            + SaddlePoint.LogBinomial(drawn - k, total - marked - drawn + k, share, rest)
            - SaddlePoint.LogBinomial(drawn, total - drawn, share, rest);
    }

    // P(X ≤ k) / P(X = k).
    private static double SumDown(double k, double total, double marked, double drawn)
    {
        var sum = 1.0;
        var term = 1.0;
        var neither = total - marked - drawn;
        for (; term > 1e-18 * sum; k--)
        {
            term *= k / (marked - k + 1) * ((neither + k) / (drawn - k + 1));
            sum += term;
        }

        return sum;
    }

    // P(X ≥ k) / P(X = k).
    private static double SumUp(double k, double total, double marked, double drawn)
    {
        var sum = 1.0;
        var term = 1.0;
        var neither = total - marked - drawn;
        for (; term > 1e-18 * sum; k++)
        {
            term *= (marked - k) / (k + 1) * ((drawn - k) / (neither + k + 1));
            sum += term;
        }

        return sum;
    }
}
