using MlStrategyGuard.Rules;

namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>Plans: transfer, several tasks at once, end to end, synthesis.</summary>
internal static class PlansPart
{
    private const int Most = 24;

    /// <summary>Whether there is a plan.</summary>
    public static bool IsThere(ReportView view) =>
        view.Strategy is not { Transfer: null, MultiTask: null, EndToEnd: null, Synthesis.Count: 0 };

    /// <summary>Writes the part.</summary>
    public static void Write(HtmlWriter html, ReportView view)
    {
        if (!IsThere(view))
            return;

        html.OpenPart("plans", "Plans");
        WriteTransfer(html, view);
        WriteTasks(html, view);
        WriteEndToEnd(html, view);
        WriteSynthesis(html, view);
        html.Close();
    }

    private static void WriteTransfer(HtmlWriter html, ReportView view)
    {
        if (view.Strategy.Transfer is not { } plan)
            return;
        html.Leaf("h3", "Transfer learning");
        var depth = plan.Retrain?.Value switch
        {
            RetrainDepth.LastLayer => "The new last layer is trained on the target.",
            RetrainDepth.LastLayers => "The last layers are trained on the target.",
            RetrainDepth.All => "Everything is trained on the target.",
            _ => "What is trained again isn't declared.",
        };
        html.Leaf("p", depth);
        Amounts(html, "transfer", "Examples of source and target",
        [
            .. new[] { ("source", plan.From), ("target", plan.To) }.Where(side => side.Item2?.Examples is not null).Select(side =>
                (Names(side.Item1, side.Item2!.Name?.Value, side.Item2.Input?.Value), (double)side.Item2.Examples!.Value, Words.Count(side.Item2.Examples.Value, "example"))),
        ]);
        html.Said(view, "MLS40");
    }

    private static string Names(string side, string? name, string? input) =>
        side + (name is null ? "" : $": {Words.Name(name)}") + (input is null ? "" : $" ({Words.Name(input)})");

    private static void WriteTasks(HtmlWriter html, ReportView view)
    {
        if (view.Strategy.MultiTask is not { } plan)
            return;
        html.Leaf("h3", "Multi-task learning");
        html.Leaf("p", plan.MissingAreNegatives?.Value switch
        {
            true => "Missing labels count as negatives.",
            false => "Missing labels are masked.",
            _ => "What becomes of missing labels isn't declared.",
        });
        Amounts(html, "tasks", "Labels of each task",
        [
            .. plan.Tasks.Take(Most).Select(task => (Task: task, Count: Labels(view, task))).Where(one => one.Count is not null)
                .Select(one => (Words.Name(one.Task.Name.Value), (double)one.Count!.Value, Words.Count(one.Count.Value, "label"))),
        ]);
        html.Said(view, "MLS41");
    }

    /// <summary>What is declared, else what train has in the task's column.</summary>
    private static long? Labels(ReportView view, LearnedTask task) =>
        task.Examples?.Value
        ?? (view.Evidence.Splits.FirstOrDefault(split => split.Name == "train") is { } train
            && train.Columns.FirstOrDefault(column => column.Name == task.Column?.Value) is { } column
            ? train.Rows - column.Missing
            : null);

    private static void WriteEndToEnd(HtmlWriter html, ReportView view)
    {
        if (view.Strategy.EndToEnd is not { } plan)
            return;
        html.Leaf("h3", "End-to-end learning");
        html.Leaf("p", plan.Plan?.Value switch
        {
            EndToEndChoice.Pipeline => "The plan is a pipeline: each stage for itself.",
            EndToEndChoice.Hybrid => "The plan is a hybrid: some stages as one.",
            EndToEndChoice.EndToEnd => "The plan is end to end: input to output at once.",
            _ => "No plan is declared yet.",
        });
        var rows = plan.Stages.Take(Most).Select(stage => (Words.Name(stage.Key), (double)stage.Value.Value, Words.Count(stage.Value.Value, "example"))).ToList();
        if (plan.Pairs is { } pairs)
            rows.Insert(0, ("end to end", pairs.Value, Words.Count(pairs.Value, "pair")));
        Amounts(html, "data end to end and by stage", "Data end to end and of each stage", rows);
        html.Said(view, "MLS42");
    }

    private static void WriteSynthesis(HtmlWriter html, ReportView view)
    {
        if (view.Strategy.Synthesis.Count == 0)
            return;
        html.Leaf("h3", "Synthesized data");
        html.Table(
            "What is made from what", ["Synthesized", "Distinct material", "Made from it", "Each piece is used"],
            view.Strategy.Synthesis.Take(Most).Select((one, i) => (IReadOnlyList<string>)
            [
                one.Name is { } name ? Words.Name(name.Value) : $"entry {i + 1}", Show.Amount(one.Unique.Value), Show.Amount(one.Generated.Value),
                one.Unique.Value.Value > 0 && one.Unique.Value.IsDuration == one.Generated.Value.IsDuration
                    ? $"{Words.Plain(Math.Round(one.Generated.Value.Value / one.Unique.Value.Value, 1))} times"
                    : "not known",
            ]));
        html.Said(view, "MLS43");
    }

    private static void Amounts(HtmlWriter html, string caption, string alternative, IReadOnlyList<(string Name, double Value, string Figure)> rows) =>
        BarRows.Write(html, caption, alternative, ["What", "Amount"], [.. rows.Select(row => new BarRow(row.Name, row.Value, row.Figure))]);
}
