using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Metrics;

/// <summary>Two candidates compared on the same rows: what both find hard doesn't count as noise.</summary>
/// <param name="Difference">The first one's value minus the second's.</param>
/// <param name="Lower">Its lower limit at 95 %.</param>
/// <param name="Upper">Its upper limit.</param>
/// <param name="P">The probability of a difference this far from zero if there were none.</param>
internal sealed record PairedComparison(double Difference, double Lower, double Upper, double P)
{
    /// <summary>Compares two estimates by the differences of their influences: paired DeLong for AUC, paired t for means.</summary>
    /// <param name="first">The first candidate's estimate, with influences.</param>
    /// <param name="second">The second's.</param>
    /// <param name="partners">The second's row for each of the first's; null: the same.</param>
    /// <param name="groups">The first's group numbers, if rows of one group aren't independent.</param>
    /// <returns>Null if nothing is known of the noise, or there are too few rows or groups.</returns>
    public static PairedComparison? Of(MetricEstimate first, MetricEstimate second, int[]? partners, int[]? groups)
    {
        if (double.IsNaN(first.BaseSlope) || double.IsNaN(second.BaseSlope)
            || first.Influence is not { } a || second.Influence is not { } b || a.Length != b.Length)
            return null;

        var differences = new double[a.Length];
        for (var i = 0; i < differences.Length; i++)
            differences[i] = (a[i] * first.BaseSlope) - (b[partners?[i] ?? i] * second.BaseSlope);
        var spread = Spread.Of(differences, groups is not null && groups.Length == a.Length ? groups : null);
        if (spread.Units < MetricInterval.Fewest)
            return null;

        var difference = first.Value - second.Value;
        if (!(spread.Error > 0))
            return new PairedComparison(difference, difference, difference, difference == 0 ? 1 : 0);
        // Symmetric, unlike the interval of one candidate: what both have of skewness and tails cancels in the difference.
        var half = StudentT.TwoSided(1 - MetricInterval.Confidence, spread.Freedom) * spread.Error;
        return new PairedComparison(
            difference, difference - half, difference + half, StudentT.Tails(Math.Abs(difference) / spread.Error, spread.Freedom));
    }

    /// <summary>
    /// Compares shares of hits of unweighted, independent rows: the p-value is McNemar's mid-p (Fagerland, Lydersen and
    /// Laake 2013), the interval Wald's with half a row added to each cell's (Bonett and Price 2012).
    /// </summary>
    /// <param name="onlyFirst">Rows that only the first one hits.</param>
    /// <param name="onlySecond">Rows that only the second one hits.</param>
    /// <param name="rows">All rows, at least one.</param>
    public static PairedComparison OfHits(long onlyFirst, long onlySecond, long rows)
    {
        var (p, q) = ((onlyFirst + 1.0) / (rows + 2), (onlySecond + 1.0) / (rows + 2));
        var half = -SpecialFunctions.NormalQuantile((1 - MetricInterval.Confidence) / 2)
            * Math.Sqrt((p + q - ((p - q) * (p - q))) / (rows + 2));
        return new PairedComparison(
            (double)(onlyFirst - onlySecond) / rows,
            Math.Max(-1, p - q - half), Math.Min(1, p - q + half),
            MidP(onlyFirst, onlySecond));
    }

    /// <summary>Twice the smaller binomial tail of the rows that only one hits, with half of what was observed itself.</summary>
    public static double MidP(long onlyFirst, long onlySecond)
    {
        var (least, all) = (Math.Min(onlyFirst, onlySecond), onlyFirst + onlySecond);
        if (all == 0)
            return 1;
        // P(X ≤ k) and P(X ≤ k − 1) of Binomial(n, ½) as regularized incomplete betas.
        var through = least == all ? 1 : SpecialFunctions.RegularizedBeta(all - least, least + 1, 0.5);
        var before = least == 0 ? 0 : SpecialFunctions.RegularizedBeta(all - least + 1, least, 0.5);
        return Math.Min(1, through + before);
    }
}
