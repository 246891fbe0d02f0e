using System.Globalization;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Metrics;

/// <summary>
/// The 95 % interval of a metric. Counts have Wilson's; everything else the interval of its influences on a scale where
/// it is nearly normal. No random numbers: the influences say what resampling rows, groups or queries would say.
/// </summary>
/// <param name="Lower">The lower limit; NaN if there is none.</param>
/// <param name="Upper">The upper limit.</param>
/// <param name="Error">The standard error of the value; NaN if unknown.</param>
/// <param name="Missing">Why there is no interval; null if there is one.</param>
internal sealed record MetricInterval(double Lower, double Upper, double Error, string? Missing)
{
    /// <summary>The confidence of all intervals.</summary>
    public const double Confidence = 0.95;

    /// <summary>With fewer rows, groups or queries an interval would promise too much.</summary>
    public const int Fewest = 30;

    /// <summary>The interval of a metric.</summary>
    /// <param name="estimate">A defined value.</param>
    /// <param name="groups">Group numbers from 0, if rows of one group aren't independent.</param>
    public static MetricInterval Of(MetricEstimate estimate, int[]? groups)
    {
        if (estimate.TooFew is { } few)
            return None(few);
        if (estimate.Deciding < Fewest)
            return None(string.Create(CultureInfo.InvariantCulture, $"{estimate.Deciding} rows are too few for an interval"));
        if (estimate.Counts is { Trials: > 0 } counts && groups is null)
            return Finish(estimate, Wilson.Interval(counts.Hits, counts.Trials, Confidence));
        if ((groups is null ? estimate.SpreadOf?.Invoke() : null) is not { } spread)
        {
            if (estimate.Influence is not { } influence)
                return None("nothing is known of the noise of this metric");
            spread = Spread.Of(influence, groups);
        }

        if (spread.Units < Fewest)
            return None(string.Create(CultureInfo.InvariantCulture, $"{spread.Units} {(groups is null ? "rows" : "groups")} are too few for an interval"));
        var value = estimate.Base ?? estimate.Value;
        return Finish(estimate, estimate.Shape switch
        {
            IntervalShape.Counted => Counted(value, spread, estimate.Deciding),
            IntervalShape.Odds => Odds(value, spread.Error, Quantile(spread.Freedom), estimate.Deciding),
            IntervalShape.Area => Area(value, spread, estimate, groups),
            IntervalShape.Correlation => Fisher(value, spread.Error, Quantile(spread.Units - 1), estimate.Deciding),
            IntervalShape.Positive => Skewed(value - estimate.Bias, spread, value, hasTail: false),
            IntervalShape.Unlimited => Skewed(value, spread, value, hasTail: true),
            IntervalShape.Ratio => BothSkewed(value, spread),
            _ => (value - (Quantile(spread.Units - 1) * spread.Error), value + (Quantile(spread.Units - 1) * spread.Error)),
        }) with
        {
            Error = double.IsNaN(estimate.BaseSlope) ? double.NaN : spread.Error * Math.Abs(estimate.BaseSlope),
        };
    }

    /// <summary>Wilson's interval of any share on any number of rows, also a fraction of one.</summary>
    public static (double Lower, double Upper) Score(double share, double rows)
    {
        var square = Math.Pow(SpecialFunctions.NormalQuantile((1 - Confidence) / 2), 2);
        var centre = share + (square / (2 * rows));
        var half = Math.Sqrt(square * ((share * (1 - share) / rows) + (square / (4 * rows * rows))));
        var below = 1 + (square / rows);
        return (share <= 0 ? 0 : Math.Max(0, (centre - half) / below), share >= 1 ? 1 : Math.Min(1, (centre + half) / below));
    }

    private static MetricInterval None(string why) => new(double.NaN, double.NaN, double.NaN, why);

    private static MetricInterval Finish(MetricEstimate estimate, (double Lower, double Upper) limits)
    {
        var (one, other) = estimate.FromBase is { } map ? (map(limits.Lower), map(limits.Upper)) : limits;
        return new MetricInterval(Math.Min(one, other), Math.Max(one, other), Math.Abs(other - one) / (2 * 1.96), null);
    }

    /// <summary>As many rows as would make this noise; without noise, as many as decide.</summary>
    private static (double Lower, double Upper) Counted(double share, Spread spread, long deciding)
    {
        var rows = share is > 0 and < 1 && spread.Error > 0
            ? share * (1 - share) / (spread.Error * spread.Error)
            : Math.Min(spread.Units, deciding);
        return Score(share, rows);
    }

    private static (double Lower, double Upper) Odds(double share, double error, double t, long deciding)
    {
        if (!(share is > 0 and < 1 && error > 0))
            return Score(Math.Clamp(share, 0, 1), deciding);
        var centre = Math.Log(share / (1 - share));
        var half = t * error / (share * (1 - share));
        return (Share(centre - half), Share(centre + half));

        static double Share(double odds) => 1 / (1 + Math.Exp(-odds));
    }

    private static (double Lower, double Upper) Fisher(double value, double error, double t, long deciding)
    {
        if (!(Math.Abs(value) < 1 && error > 0))
        {
            var (lower, upper) = Score((value + 1) / 2, deciding);
            return ((2 * lower) - 1, (2 * upper) - 1);
        }

        var centre = Math.Atanh(value);
        var half = t * error / (1 - (value * value));
        return (Math.Tanh(centre - half), Math.Tanh(centre + half));
    }

    /// <summary>
    /// On the scale of log odds with as many degrees of freedom as the error has; where fewer than thirty rows make the error,
    /// as with nearly perfect scores, it may be far too small, and the interval is the wider one of this and Newcombe's.
    /// </summary>
    private static (double Lower, double Upper) Area(double area, Spread spread, MetricEstimate estimate, int[]? groups)
    {
        var (lower, upper) = Odds(area, spread.Error, Quantile(Math.Max(1, Math.Min(spread.Units, 4 * spread.Effective) - 1)), estimate.Deciding);
        if ((spread.Effective >= Fewest && spread.Error > 0) || estimate.Sides is not var (up, down))
            return (lower, upper);
        // Rows of one group tell as much as fewer independent ones.
        var worth = groups is not null && spread.Error > 0
            ? Math.Min(1, Math.Pow(Spread.Of(estimate.Influence!, null).Error / spread.Error, 2))
            : 1;
        var (least, most) = RocArea.Interval(area, up * worth, down * worth, Confidence);
        return (Math.Min(lower, least), Math.Max(upper, most));
    }

    /// <summary>
    /// Student's t with Hall's correction for skewness (Hall 1992), which losses have much of. The largest losses are seldom in
    /// the sample, so the upper limit is the most careful of these: that one, the one on the scale of logarithms, and, where
    /// losses have no limit, the one that their tail allows.
    /// </summary>
    private static (double Lower, double Upper) Skewed(double value, Spread spread, double plain, bool hasTail)
    {
        var (t, careful) = (Quantile(spread.Units - 1), Quantile(spread.Freedom));
        var upper = value + Math.Max(spread.Error * Hall(careful, -spread.Skewness), hasTail ? HeavyTail.Reach(spread, t, isUpper: true) : 0);
        if (value > 0)
            upper = Math.Max(upper, value * Math.Exp(careful * spread.Error / value));
        return (Math.Max(0, Math.Min(plain, value - (spread.Error * Hall(t, spread.Skewness)))), Math.Max(plain, upper));
    }

    /// <summary>The same care on both sides: the largest values may be missing from the sum that is divided by, too.</summary>
    private static (double Lower, double Upper) BothSkewed(double value, Spread spread)
    {
        var (t, careful) = (Quantile(spread.Units - 1), Quantile(spread.Freedom));
        var below = value - Math.Max(spread.Error * Hall(careful, spread.Skewness), HeavyTail.Reach(spread, t, isUpper: false));
        var above = value + Math.Max(spread.Error * Hall(careful, -spread.Skewness), HeavyTail.Reach(spread, t, isUpper: true));
        if (!(value > 0))
            return (Math.Max(0, below), above);
        var factor = Math.Exp(careful * spread.Error / value);
        return (Math.Max(0, Math.Min(below, value / factor)), Math.Max(above, value * factor));
    }

    private static double Quantile(double freedom) => StudentT.TwoSided(1 - Confidence, freedom);

    /// <summary>How many errors away the lower limit is at that quantile, with skewness; the upper one with its opposite.</summary>
    private static double Hall(double t, double skewness) => Math.Abs(skewness) < 1e-9
        ? t
        : 3 / skewness * (Math.Cbrt(1 + (skewness * (t - (skewness / 6)))) - 1);
}
