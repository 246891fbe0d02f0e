using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>End-to-end with too little data for it.</summary>
internal static class MLS4201
{
    private const long Little = 10_000;
    private const long Ample = 1_000_000;

    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.EndToEnd is not { Plan: { Value: EndToEndChoice.EndToEnd } plan, Pairs: { } pairs } endToEnd)
            yield break;

        var stages = endToEnd.Stages.Where(stage => stage.Value.Value >= 10.0 * Math.Max(1, pairs.Value)).ToList();
        if (pairs.Value >= Ample || (pairs.Value >= Little && stages.Count < Math.Max(1, endToEnd.Stages.Count)))
            yield break;

        var instead = stages.Count > 0
            ? $" {string.Join(" and ", stages.Take(3).Select(stage => $"'{Texts.Shorten(stage.Key)}' has {Show.Count(stage.Value.Value)} examples"))}: learn such stages apart, as a pipeline."
            : " Keep the stages that people designed, and collect more pairs.";
        yield return Finding.Of(nameof(MLS4201), plan.Span,
            $"{Show.Count(pairs.Value)} pairs of input and output are too few to learn everything at once, and hand-designed knowledge would be lost.{instead}");
    }
}
