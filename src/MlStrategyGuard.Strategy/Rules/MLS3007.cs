using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>The Bayes proxy says nothing: above the best human figure, or the model is past it.</summary>
internal static class MLS3007
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Errors is not { } errors)
            yield break;

        var (metric, higherIsBetter) = Ladder.MetricOf(strategy, errors);
        var isShare = MetricCatalogue.Find(metric) is { Lowest: 0, Highest: 1 };
        if (!errors.HasSeveralMetrics && errors.Bayes is { } bayes && errors.BestHuman(higherIsBetter) is { } best
            && IsWorse(bayes, best.Error, higherIsBetter, isShare))
            yield return Finding.Of(nameof(MLS3007), bayes.Span,
                $"the Bayes {(isShare && !higherIsBetter ? "error" : Texts.Shorten(metric))} is declared as {Written(bayes)}, and {Texts.Shorten(best.Who?.Value ?? "the best human figure")} has {Written(best.Error)}; nobody does better than Bayes. Leave 'bayes:' out, and the best human figure stands in for it.");
        else if (evidence.Ladder is { IsPastProxy: true } ladder)
            yield return Finding.Of(nameof(MLS3007), errors.Find("dev")!.Span,
                $"the dev {Diagnoses.Noun(ladder)} {Diagnoses.Figure(ladder, ladder.Rungs.First(rung => rung.Name == "dev").Error)} is better than the Bayes proxy {Diagnoses.Figure(ladder, ladder.Rungs[0].Error)}: the model is past human level, and the gaps say nothing sure about bias any more. Find a better proxy, or judge by the real world.");

        string Written(Rung rung) => isShare ? Show.Percent(rung.Error) : Show.Plain(rung.Error);
    }

    /// <summary>Beyond the noise, where rows are known.</summary>
    private static bool IsWorse(Rung bayes, Rung human, bool higherIsBetter, bool isShare)
    {
        var (from, to) = higherIsBetter ? (bayes, human) : (human, bayes);
        return isShare && from.Error is >= 0 and <= 1 && to.Error is >= 0 and <= 1
            ? Ladder.Limits(from, to, 0.95).Lower > 0
            : to.Error > from.Error;
    }
}
