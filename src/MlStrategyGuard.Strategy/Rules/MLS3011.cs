using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>A knob that acts on several stages (early stopping is the classic one).</summary>
internal static class MLS3011
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        from turned in strategy.History.SelectMany(run => run.Changed).Concat(strategy.Next)
        let knob = strategy.Knob(turned.Value)
        where knob.Stages.Count > 1
        select Finding.Of(nameof(MLS3011), turned.Span,
            $"'{Texts.Shorten(knob.Name)}' acts on {knob.Stages.Count} stages at once ({string.Join(", ", knob.Stages.Select(Words))}), so it can't be turned for one of them alone. Prefer a knob of the stage that fails.");

    private static string Words(Stage stage) => HistoryReader.Stages.First(pair => pair.Value == stage).Key;
}
