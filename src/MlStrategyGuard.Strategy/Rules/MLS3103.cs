using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Too few examples examined to rank the tags.</summary>
internal static class MLS3103
{
    /// <summary>The second tag may be ahead by this share of the errors; less isn't worth looking at more examples.</summary>
    private const double Loss = 0.075;

    /// <summary>What people can look at.</summary>
    private const double MostToExamine = 500;

    /// <summary>1.96 + 0.84: as many deviations above zero show a lead in four cases out of five.</summary>
    private const double Deviations = 2.8;

    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.ErrorAnalysis is not { Examined: { } examined } || Ceiling.Of(strategy) is not { Count: > 1 } ceilings)
            yield break;

        var (first, second) = (ceilings[0], ceilings[1]);

        // It takes too many to tell tags that are alike, and then either is as good to work on.
        var lead = first.Gain - second.Gain;
        var deviation = first.LeadDeviation(second, examined.Value);
        var needed = examined.Value * Deviations * Deviations * deviation * deviation / (lead * lead);
        if ((1.96 * deviation) - lead > Loss && needed <= MostToExamine)
            yield return Finding.Of(nameof(MLS3103), examined.Span,
                $"{Show.Count(examined.Value)} examples can't tell '{Texts.Shorten(first.Tag.Name.Value)}' ({Show.Percent(first.Gain)}) from '{Texts.Shorten(second.Tag.Name.Value)}' ({Show.Percent(second.Gain)}); about {Show.Count(Math.Ceiling(needed / 10) * 10)} would.") with
            {
                Subjects = [first.Tag.Name.Value, second.Tag.Name.Value],
            };
    }
}
