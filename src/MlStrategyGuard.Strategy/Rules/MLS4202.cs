namespace MlStrategyGuard.Rules;

/// <summary>A pipeline though end-to-end data is ample, or a hybrid would use the data better.</summary>
internal static class MLS4202
{
    private const long Ample = 1_000_000;
    private const long Medium = 100_000;

    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.EndToEnd is not { Plan: { } plan, Pairs: { } pairs } endToEnd || plan.Value == EndToEndChoice.EndToEnd)
            yield break;

        var largest = endToEnd.Stages.Select(stage => stage.Value.Value).DefaultIfEmpty().Max();
        if (pairs.Value >= Ample && pairs.Value >= largest)
            yield return Finding.Of(nameof(MLS4202), plan.Span,
                $"{Show.Count(pairs.Value)} pairs of input and output are as many as any stage has; learning end to end would let the data speak and spare hand-made stages. Try it beside the {Show.Words(Name(plan.Value))}.");
        else if (plan.Value == EndToEndChoice.Pipeline && pairs.Value >= Medium && pairs.Value >= largest)
            yield return Finding.Of(nameof(MLS4202), plan.Span,
                $"{Show.Count(pairs.Value)} pairs of input and output are a medium amount, no less than any stage has; a hybrid that learns some stages as one would use them.");
    }

    private static string Name(EndToEndChoice plan) => plan.ToString().ToLowerInvariant();
}
