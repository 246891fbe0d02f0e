using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>A run turned knobs of several stages, so nobody can tell which one worked.</summary>
internal static class MLS3010
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        foreach (var run in strategy.History)
        {
            // A knob of several stages is MLS3011's; here it counts for the first of them.
            var byStage = run.Changed
                .Select(knob => (Knob: knob, Stage: strategy.Knob(knob.Value)!.Stages[0]))
                .GroupBy(turned => turned.Stage)
                .OrderBy(group => group.Key)
                .ToList();
            if (byStage.Count > 1)
                yield return Finding.Of(nameof(MLS3010), run.Changed[0].Span.To(run.Changed[run.Changed.Count - 1].Span),
                    $"{(run.Run is { } name ? $"run {Texts.Shorten(name.Value)}" : "this run")} turned knobs of {byStage.Count} stages at once: {string.Join("; ", byStage.Select(group => $"{Words(group.Key)}: {string.Join(", ", group.Select(turned => Texts.Shorten(turned.Knob.Value)))}"))}. Turn those of one stage a run, or nobody can tell which one worked.");
        }
    }

    private static string Words(Stage stage) => HistoryReader.Stages.First(pair => pair.Value == stage).Key;
}
