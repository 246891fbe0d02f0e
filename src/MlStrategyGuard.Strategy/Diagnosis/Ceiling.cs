namespace MlStrategyGuard;

/// <summary>What working on one tag of the error analysis can win at best.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Share">Its share of the examined errors, 0–1.</param>
/// <param name="Lower">Lower limit of the share at 95 % (Wilson).</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="BestError">The dev error rate if all that is fixable were fixed; null without a dev error rate.</param>
public sealed record Ceiling(ErrorTag Tag, double Share, double Lower, double Upper, double? BestError)
{
    private const double Confidence = 0.95;

    /// <summary>What can be won, as a share of all errors.</summary>
    public double Gain => Share * Tag.Fixable;

    /// <summary>
    /// The noise of this gain minus another's, as a standard deviation, when both come from the same examples. How many
    /// have both tags isn't declared; as few as possible makes the noise largest. One more example of either tag (and
    /// two in all) is reckoned with, as the counts may be tiny.
    /// </summary>
    internal double LeadDeviation(Ceiling other, long examined)
    {
        var (p, q) = (Smooth(Tag.Count.Value, examined), Smooth(other.Tag.Count.Value, examined));
        var both = Math.Max(0, p + q - 1);
        var (f, g) = (Tag.Fixable, other.Tag.Fixable);
        var variance = (f * f * p * (1 - p)) + (g * g * q * (1 - q)) - (2 * f * g * (both - (p * q)));
        return Math.Sqrt(Math.Max(0, variance) / examined);
    }

    private static double Smooth(long count, long examined) => (count + 1.0) / (examined + 2);

    /// <summary>The ceilings of a strategy's error analysis, best first; empty if its counts contradict each other.</summary>
    public static IReadOnlyList<Ceiling> Of(Strategy strategy)
    {
        if (strategy.ErrorAnalysis is not { Examined: { Value: > 0 } examined } analysis
            || analysis.Tags.Any(tag => tag.Count.Value > examined.Value))
            return [];

        var dev = ErrorRate.OfDev(strategy)?.Error;
        return
        [
            .. analysis.Tags
                .Select(tag =>
                {
                    var share = (double)tag.Count.Value / examined.Value;
                    var (lower, upper) = Shares.Limits(share, examined.Value, Confidence);
                    return new Ceiling(tag, share, lower, upper, dev * (1 - (share * tag.Fixable)));
                })
                .OrderByDescending(ceiling => ceiling.Gain)
                .ThenBy(ceiling => ceiling.Tag.Name.Value, StringComparer.Ordinal),
        ];
    }
}
