namespace MlStrategyGuard.Reading;

/// <summary>Reads <c>knobs:</c>, <c>next:</c> and <c>history:</c>.</summary>
internal static class HistoryReader
{
    internal static readonly Dictionary<string, Stage> Stages = new()
    {
        ["train"] = Stage.Train,
        ["dev"] = Stage.Dev,
        ["mismatch"] = Stage.Mismatch,
        ["test"] = Stage.Test,
        ["real_world"] = Stage.RealWorld,
    };

    public static KnownKnobs ReadKnobs(SectionReader top)
    {
        var knobs = new List<Knob>();
        var declared = top.Entries("knobs");
        foreach (var entry in declared)
        {
            var key = "knobs." + Texts.Shorten(entry.Key.Text);
            IReadOnlyList<YamlNode> nodes = entry.Value is YamlList list ? list.Items : [entry.Value];
            var stages = nodes
                .Select(node => top.TextOf(node, key) is { } word ? top.ChoiceOf(word, key, Stages) : null)
                .OfType<Marked<Stage>>().Select(stage => stage.Value).Distinct().ToList();
            if (stages.Count > 0)
                knobs.Add(new Knob(entry.Key.Text, stages));
            else if (nodes.Count == 0)
                top.Report("MLS0004", entry.Key.Span, $"'{top.PathOf(key)}' names no stage; it takes {string.Join(", ", Stages.Keys)}.");
        }

        return new KnownKnobs(knobs, declared.Select(entry => entry.Key.Text));
    }

    public static List<Marked<string>> ReadNext(SectionReader top, KnownKnobs knobs) => Known(top, "next", knobs);

    public static List<HistoryEntry> ReadHistory(SectionReader top, KnownKnobs knobs)
    {
        var history = new List<HistoryEntry>();
        foreach (var node in top.List("history"))
        {
            if (top.As<YamlMap>(node, "history", "a map such as { run: 1, changed: [l2], train: 8%, dev: 10% }") is not { } map)
                continue;
            var run = top.Open(map, "history");
            history.Add(new HistoryEntry(
                map.Span, run.Text("run"), Known(run, "changed", knobs), [.. ErrorsReader.ReadRungs(run)]));
            run.Close();
        }

        return history;
    }

    /// <summary>The knobs that a key names; a declared one whose stage is unusable has been reported there.</summary>
    private static List<Marked<string>> Known(SectionReader reader, string key, KnownKnobs knobs)
    {
        var words = reader.Words(key);
        foreach (var word in words.Where(word => !knobs.IsNamed(word.Value)))
            reader.Report("MLS0003", word.Span,
                $"'{reader.PathOf(key)}' names the knob '{Texts.Shorten(word.Value)}', which nobody knows{Nearest.HintOr(word.Value, knobs.Names, ".")} An own knob is declared with its stage: 'knobs: {{ {Texts.Shorten(word.Value)}: train }}'.");
        return [.. words.Where(word => knobs.IsUsable(word.Value))];
    }
}
