namespace MlStrategyGuard.Reading;

/// <summary>Reads <c>synthesis:</c>, <c>transfer:</c>, <c>multi_task:</c> and <c>end_to_end:</c>.</summary>
internal static class PlansReader
{
    internal static readonly Dictionary<string, RetrainDepth> Depths = new()
    {
        ["last_layer"] = RetrainDepth.LastLayer,
        ["last_layers"] = RetrainDepth.LastLayers,
        ["all"] = RetrainDepth.All,
    };

    internal static readonly Dictionary<string, bool> MissingLabels = new() { ["masked"] = false, ["negative"] = true };

    internal static readonly Dictionary<string, bool> Booleans = new(StringComparer.OrdinalIgnoreCase) { ["true"] = true, ["false"] = false };

    internal static readonly Dictionary<string, EndToEndChoice> Choices = new()
    {
        ["pipeline"] = EndToEndChoice.Pipeline,
        ["hybrid"] = EndToEndChoice.Hybrid,
        ["end_to_end"] = EndToEndChoice.EndToEnd,
    };

    public static List<Synthesis> ReadSynthesis(SectionReader top)
    {
        var read = new List<Synthesis>();
        foreach (var node in top.List("synthesis"))
        {
            if (top.As<YamlMap>(node, "synthesis", "a map such as { name: car noise, unique: 1 h, generated: 10000 h }") is not { } map)
                continue;
            var entry = top.Open(map, "synthesis");
            var name = entry.Text("name");
            var unique = entry.RequiredAmount("unique", map.Span);
            var generated = entry.RequiredAmount("generated", map.Span);
            entry.Close();
            if (unique is null || generated is null)
                continue;
            if (unique.Value.IsDuration != generated.Value.IsDuration)
                top.Report("MLS0003", generated.Span, "'synthesis.generated' and 'synthesis.unique' must be of one kind: both durations such as 1 h, or both counts such as 5000.");
            else
                read.Add(new Synthesis(map.Span, name, unique, generated));
        }

        return read;
    }

    public static TransferPlan? ReadTransfer(SectionReader top)
    {
        if (top.FindSection("transfer") is not { } found)
            return null;
        var (key, transfer) = found;
        var plan = new TransferPlan(key)
        {
            From = ReadTransferTask(transfer, "from"),
            To = ReadTransferTask(transfer, "to"),
            Retrain = transfer.Choice("retrain", Depths),
        };
        transfer.Close();
        return plan;
    }

    public static MultiTaskPlan? ReadMultiTask(SectionReader top)
    {
        if (top.FindSection("multi_task") is not { } found)
            return null;
        var (key, multiTask) = found;
        var plan = new MultiTaskPlan(key)
        {
            Tasks = [.. multiTask.Entries("tasks").Select(entry => ReadTask(multiTask, entry)).OfType<LearnedTask>()],
            MissingAreNegatives = multiTask.Choice("missing_labels", MissingLabels),
            SeparateNetworksBetter = multiTask.Choice("separate_networks_better", Booleans),
        };
        multiTask.Close();
        return plan;
    }

    public static EndToEndPlan? ReadEndToEnd(SectionReader top)
    {
        if (top.FindSection("end_to_end") is not { } found)
            return null;
        var (key, endToEnd) = found;
        var plan = new EndToEndPlan(key)
        {
            Pairs = endToEnd.Count("pairs"),
            Stages = [.. endToEnd.Entries("stages")
                .Select(entry => new KeyValuePair<string, Marked<long>?>(entry.Key.Text, endToEnd.CountOf(entry.Value, "stages." + Texts.Shorten(entry.Key.Text))))
                .Where(stage => stage.Value is not null)
                .Select(stage => new KeyValuePair<string, Marked<long>>(stage.Key, stage.Value!))],
            Plan = endToEnd.Choice("plan", Choices),
        };
        endToEnd.Close();
        return plan;
    }

    private static TransferTask? ReadTransferTask(SectionReader transfer, string name)
    {
        if (transfer.FindSection(name) is not { } found)
            return null;
        var (key, task) = found;
        var read = new TransferTask(key, task.Text("name"), task.Text("input"), task.Count("examples"));
        task.Close();
        return read;
    }

    /// <summary>The column of the labels, or { examples: 900 }.</summary>
    private static LearnedTask? ReadTask(SectionReader multiTask, YamlEntry entry)
    {
        var name = new Marked<string>(entry.Key.Text, entry.Key.Span);
        var key = "tasks." + Texts.Shorten(name.Value);
        if (entry.Value is not YamlMap map)
            return multiTask.TextOf(entry.Value, key) is { } column ? new LearnedTask(name, column, null) : null;

        var reader = multiTask.Open(map, key);
        var examples = reader.RequiredCount("examples", map.Span);
        reader.Close();
        return examples is null ? null : new LearnedTask(name, null, examples);
    }
}
