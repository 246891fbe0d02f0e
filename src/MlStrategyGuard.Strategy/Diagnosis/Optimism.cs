namespace MlStrategyGuard;

/// <summary>
/// By how much choosing the best of several on the same dev rows makes its figure there look better than it is: up to
/// s √(2 ln M), where s is the noise of a figure that M candidates don't share, if all are equally good. It is the most that
/// the largest of M normal variables exceeds their mean by on average. Candidates that are worse beyond noise aren't counted:
/// they had hardly a chance to be chosen.
/// </summary>
/// <param name="Candidates">How many noise can't tell apart, the best one included; the runs of the history if they are more.</param>
/// <param name="AtMost">The optimism, in the metric's unit.</param>
public sealed record Optimism(int Candidates, double AtMost)
{
    private const double Quantile = 1.96;

    /// <summary>The optimism of the choice (else the winner); null if it isn't the best, is alone, or its noise is unknown.</summary>
    /// <param name="strategy">The strategy, with computed figures filled in.</param>
    public static Optimism? Of(Strategy strategy)
    {
        if (Selection.Of(strategy) is not { } selection || (selection.Choice ?? selection.Winner) is not { Figure: { } figure } best)
            return null;
        var rivals = selection.Candidates.Where(candidate => candidate is { Figure: not null, Fails: false } && candidate.Name != best.Name).ToList();
        if (rivals.Exists(rival => selection.IsBetter(rival, best)))
            return null;
        rivals.RemoveAll(rival => selection.IsBeyondNoise(best, rival));
        var compared = Math.Max(rivals.Count + 1, strategy.History.Count);
        if (compared < 2 || Noise(selection, figure) is not { } noise)
            return null;

        // What all find hard on the same rows lifts or lowers all: only what differs between them is chosen among.
        var leads = rivals.ConvertAll(rival => Selection.LeadOf(best, rival));
        if (compared == rivals.Count + 1 && leads.TrueForAll(lead => lead is not null))
            noise = Math.Min(noise, Math.Sqrt(leads.Average(lead => Square((lead!.Upper - lead.Lower) / (2 * Quantile))) / 2));
        return noise > 0 ? new Optimism(compared, noise * Math.Sqrt(2 * Math.Log(compared))) : null;
    }

    private static double? Noise(Selection selection, MeasuredFigure figure)
    {
        var value = figure.Value.Value;
        if (figure.Computed is { } computed)
            return computed.Deviation ?? (computed is { Lower: { } lower, Upper: { } upper } ? (upper - lower) / (2 * Quantile) : null);
        return figure.Rows is { } rows and > 0 && RowShares.Has(selection.Metric) && value is >= 0 and <= 1
            ? Math.Sqrt(value * (1 - value) / rows)
            : null;
    }

    private static double Square(double value) => value * value;
}
