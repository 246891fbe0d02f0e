using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>The focus isn't where the ceiling is.</summary>
internal static class MLS3101
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.ErrorAnalysis is not { Focus: { } focus } || Ceiling.Of(strategy) is not { Count: > 1 } ceilings)
            yield break;

        var best = ceilings[0];
        if (ceilings.FirstOrDefault(ceiling => ceiling.Tag.Name.Value == focus.Value) is not { } chosen || chosen == best
            || !IsClearlyAbove(best, chosen, strategy.ErrorAnalysis.Examined!.Value))
            yield break;

        yield return Finding.Of(nameof(MLS3101), focus.Span,
            $"the team works on '{Texts.Shorten(focus.Value)}' ({Show.Percent(chosen.Gain)} of the errors at best), and '{Texts.Shorten(best.Tag.Name.Value)}' could win {Show.Percent(best.Gain)}. Work there first, or say in 'accept:' why not.") with
        {
            Subjects = [focus.Value, best.Tag.Name.Value],
        };
    }

    private static bool IsClearlyAbove(Ceiling upper, Ceiling lower, long examined) =>
        upper.Gain - lower.Gain > 1.96 * upper.LeadDeviation(lower, examined);
}
