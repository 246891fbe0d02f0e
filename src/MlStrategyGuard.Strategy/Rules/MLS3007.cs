using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>The Bayes proxy says nothing: above the best human figure, or the model is past it.</summary>
internal static class MLS3007
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Errors is not { } errors)
            yield break;

        var higherIsBetter = MetricCatalogue.Find(errors.Metric?.Value ?? "error_rate")?.Direction == MetricDirection.Higher;
        if (errors.Bayes is { } bayes && errors.BestHuman(higherIsBetter) is { } best
            && (higherIsBetter ? bayes.Error < best.Error.Error : bayes.Error > best.Error.Error))
            yield return Finding.Of(nameof(MLS3007), bayes.Span,
                $"the Bayes error is declared as {Show.Percent(bayes.Error)}, and {Texts.Shorten(best.Who?.Value ?? "the best human figure")} has {Show.Percent(best.Error.Error)}; nobody does better than Bayes. Leave 'bayes:' out, and the best human figure stands in for it.");
        else if (evidence.Ladder is { IsPastProxy: true } ladder)
            yield return Finding.Of(nameof(MLS3007), errors.Find("dev")!.Span,
                $"the dev error {Show.Percent(ladder.Rungs.First(rung => rung.Name == "dev").Error)} is below the Bayes proxy {Show.Percent(ladder.Rungs[0].Error)}: the model is past human level, and the gaps say nothing sure about bias any more. Find a better proxy, or judge by the real world.");
    }
}
