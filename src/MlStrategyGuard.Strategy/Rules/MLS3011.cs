using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>A knob that acts on several stages (early stopping is the classic one).</summary>
internal static class MLS3011
{
    /// <summary>Once a knob, where it is turned next, or first.</summary>
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        from uses in strategy.Next.Concat(strategy.History.SelectMany(run => run.Changed)).GroupBy(turned => turned.Value)
        let knob = strategy.Knob(uses.Key)
        where knob is { Stages.Count: > 1 }
        select Finding.Of(nameof(MLS3011), uses.First().Span,
            $"'{Texts.Shorten(knob.Name)}' acts on {knob.Stages.Count} stages at once ({string.Join(", ", knob.Stages.Select(Words))}), so it can't be turned for one of them alone. Prefer a knob of the stage that fails.").On(knob.Name);

    private static string Words(Stage stage) => HistoryReader.Stages.First(pair => pair.Value == stage).Key;
}
