using MlStrategyGuard.Reading;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Rules;

/// <summary>Too few examples examined to rank the tags.</summary>
internal static class MLS3103
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.ErrorAnalysis is not { Examined: { } examined } || Ceiling.Of(strategy) is not { Count: > 1 } ceilings)
            yield break;

        var (first, second) = (ceilings[0], ceilings[1]);
        if (first.Gain <= second.Gain || MLS3101.IsClearlyAbove(first, second, examined.Value))
            yield break;

        // Both tags matter only if they are close for want of examples, not because they are alike.
        var lead = first.Gain - second.Gain;
        var z = -SpecialFunctions.NormalQuantile(0.025) - SpecialFunctions.NormalQuantile(0.2);
        var needed = z * z * ((first.Gain * (1 - first.Gain)) + (second.Gain * (1 - second.Gain))) / (lead * lead);
        if (needed <= 20 * examined.Value)
            yield return Finding.Of(nameof(MLS3103), examined.Span,
                $"{Show.Count(examined.Value)} examples can't tell '{Texts.Shorten(first.Tag.Name.Value)}' ({Show.Percent(first.Gain)}) from '{Texts.Shorten(second.Tag.Name.Value)}' ({Show.Percent(second.Gain)}); about {Show.Count(Math.Ceiling(needed / 10) * 10)} would.");
    }
}
