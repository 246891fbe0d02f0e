namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>What the strategy doesn't use yet, with a line to write for each.</summary>
internal static class AbsentPart
{
    /// <summary>Whether something isn't used.</summary>
    public static bool IsThere(ReportView view) => Of(view).Any();

    /// <summary>Writes the part.</summary>
    public static void Write(HtmlWriter html, ReportView view)
    {
        if (!IsThere(view))
            return;

        html.OpenPart("absent", "Not used yet");
        html.Leaf("p", "What a strategy file doesn't declare isn't checked. To have it here, write:");
        html.Open("dl");
        foreach (var (what, line) in Of(view))
            html.Leaf("dt", Words.Sentence(what)).Open("dd").Leaf("code", line).Close();
        html.Close().Close();
    }

    private static IEnumerable<(string What, string Line)> Of(ReportView view)
    {
        var strategy = view.Strategy;
        if (view.Judgement.Ladder is not { Rungs.Count: > 0 })
            yield return ("the error ladder", "errors: { bayes: 0.5%, train: 8%, dev: { error: 10%, rows: 5000 } }");
        if (strategy.Split("dev") is null || strategy.Split("test") is null)
            yield return ("dev against test", "splits: { dev: { files: dev.csv }, test: { files: test.csv } }");
        if (strategy.Metrics is null)
            yield return ("one optimizing metric", "metrics: { optimize: f1, satisfy: [ { metric: latency_ms, at_most: 100 } ] }");
        if (strategy.Candidates.Count == 0)
            yield return ("candidates and the winner", "candidates: [ { name: forest, predictions: { dev: runs/forest-dev.csv } } ]");
        if (strategy.ErrorAnalysis is null)
            yield return ("ceilings of an error analysis", "error_analysis: { examined: 100, tags: { blurry: 61, dog: 8 } }");
        if (strategy.Labels is null)
            yield return ("whether to correct labels", "labels: { audit: { wrong_examined: 100, wrong_mislabeled: 6 } }");
        if (strategy.Transfer is null)
            yield return ("a transfer plan", "transfer: { from: { input: image, examples: 1000000 }, to: { input: image, examples: 100 }, retrain: last_layer }");
        if (strategy.MultiTask is null)
            yield return ("a multi-task plan", "multi_task: { tasks: { car: { examples: 8000 }, sign: { examples: 900 } }, missing_labels: masked }");
        if (strategy.EndToEnd is null)
            yield return ("an end-to-end plan", "end_to_end: { pairs: 10000, stages: { detect: 1000000 }, plan: pipeline }");
        if (strategy.Synthesis.Count == 0)
            yield return ("synthesized data", "synthesis: [ { name: car noise, unique: 50 h, generated: 1000 h } ]");
    }
}
