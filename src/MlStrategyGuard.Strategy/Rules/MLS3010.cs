using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>A run turned knobs of several stages, so nobody can tell which one worked.</summary>
internal static class MLS3010
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        foreach (var run in strategy.History)
        {
            var knobs = run.Changed.Select(turned => strategy.Knob(turned.Value)).OfType<Knob>().Distinct().ToList();

            // Some stage that every knob acts on: what is odd about those of several is MLS3011's.
            if (knobs.Count < 2 || knobs[0].Stages.Any(stage => knobs.All(knob => knob.Stages.Contains(stage))))
                continue;

            var clear = knobs.Where(knob => knob.Stages.Count == 1).Select(knob => knob.Stages[0]).ToList();
            var byStage = knobs
                .GroupBy(knob => knob.Stages.Where(clear.Contains).Concat(knob.Stages).First())
                .OrderBy(group => group.Key)
                .ToList();
            if (byStage.Count > 1)
                yield return Finding.Of(nameof(MLS3010), run.Changed[0].Span.To(run.Changed[run.Changed.Count - 1].Span),
                    $"{(run.Run is { } name ? $"run {Texts.Shorten(name.Value)}" : "this run")} turned knobs of {byStage.Count} stages at once: {string.Join("; ", byStage.Select(group => $"{Words(group.Key)}: {string.Join(", ", group.Select(knob => Texts.Shorten(knob.Name)))}"))}. Turn knobs of one stage in a run, or nobody can tell which of them worked.").On(run.Run?.Value);
        }
    }

    private static string Words(Stage stage) => HistoryReader.Stages.First(pair => pair.Value == stage).Key;
}
