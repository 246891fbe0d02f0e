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
        var t = StudentT.TwoSided(1 - Confidence, spread.Units - 1);
        return Finish(estimate, estimate.Shape switch
        {
            IntervalShape.Counted => Counted(value, spread, estimate.Deciding),
            IntervalShape.Odds => Odds(value, spread.Error, t, estimate.Deciding),
            IntervalShape.Correlation => Fisher(value, spread.Error, t, estimate.Deciding),
            IntervalShape.Positive => Skewed(value - estimate.Bias, spread, t, value),
            _ => (value - (t * spread.Error), value + (t * spread.Error)),
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

    /// <summary>Student's t with Hall's correction for skewness (Hall 1992), which losses have much of.</summary>
    private static (double Lower, double Upper) Skewed(double value, Spread spread, double t, double plain)
    {
        double Correct(double x)
        {
            var g = spread.Skewness;
            return Math.Abs(g) < 1e-9 ? x : 3 / g * (Math.Cbrt(1 + (g * (x - (g / 6)))) - 1);
        }

        // The largest losses are seldom in the sample: on the scale of logarithms the upper limit is the more careful one.
        var upper = value - (spread.Error * Correct(-t));
        if (value > 0)
            upper = Math.Max(upper, value * Math.Exp(t * spread.Error / value));
        return (Math.Max(0, Math.Min(plain, value - (spread.Error * Correct(t)))), Math.Max(plain, upper));
    }
}
