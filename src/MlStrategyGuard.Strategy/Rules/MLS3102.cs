using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Ceilings of the error analysis, best first, with intervals.</summary>
internal static class MLS3102
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        var ceilings = Ceiling.Of(strategy);
        if (ceilings.Count == 0)
            yield break;

        yield return Finding.Of(nameof(MLS3102), strategy.ErrorAnalysis!.Span,
            $"what fixing each tag can win at best: {string.Join("; ", ceilings.Take(8).Select(Describe))}.");
    }

    private static string Describe(Ceiling ceiling) =>
        $"'{Texts.Shorten(ceiling.Tag.Name.Value)}' {Show.Percent(ceiling.Share)} of the errors ({Show.Limit(ceiling.Lower)}–{Show.Limit(ceiling.Upper)})"
        + (ceiling.Tag.Fixable < 1 ? $", {Show.Percent(ceiling.Tag.Fixable)} of them fixable" : "")
        + (ceiling.BestError is { } best ? $", dev error {Show.Percent(best)}" : "");
}
