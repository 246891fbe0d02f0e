using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Synthesized from too few sources: it will be overfitted.</summary>
internal static class MLS4301
{
    private const double TooOften = 100;

    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        from synthesis in strategy.Synthesis
        where synthesis.Generated.Value.Value > TooOften * synthesis.Unique.Value.Value
        select Finding.Of(nameof(MLS4301), synthesis.Unique.Span,
            $"{(synthesis.Name is { } name ? $"'{Texts.Shorten(name.Value)}'" : "the synthesis")} makes {Show.Amount(synthesis.Generated.Value)} out of {Show.Amount(synthesis.Unique.Value)}; the model will learn so little by heart. Use more distinct material, even if it costs effort.").On(synthesis.Name?.Value);
}
