using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace MlStrategyGuard.Strategy.Tests.Schema;

/// <summary>The repository's schema: as JSON to walk through, and as a validator.</summary>
internal static class StrategySchema
{
    public static JObject Root { get; } = (JObject)CoreJson.Of(TestFiles.Schema);

    private static readonly JsonSchema Validator = JsonSchema.FromJsonAsync(Root.ToString()).GetAwaiter().GetResult();

    /// <summary>What the schema has against a strategy file; nothing if it is valid.</summary>
    public static IReadOnlyList<string> Complaints(string yaml) =>
        [.. Validator.Validate(CoreJson.Of(yaml)).Select(error => error.ToString())];

    /// <summary>The schemas of the maps whose keys are fixed, by a strategy file with <c>HERE</c> in place of the map.</summary>
    public static IReadOnlyDictionary<string, JObject> Maps { get; } = new Dictionary<string, JObject>
    {
        ["HERE"] = Root,
        ["{ version: 1, data: HERE }"] = At("properties.data"),
        ["{ version: 1, splits: HERE }"] = At("properties.splits"),
        ["{ version: 1, splits: { train: HERE } }"] = At("definitions.split"),
        ["{ version: 1, splits: { train_dev: HERE } }"] = At("definitions.split"),
        ["{ version: 1, splits: { dev: HERE } }"] = At("definitions.split"),
        ["{ version: 1, splits: { test: HERE } }"] = At("definitions.split"),
        ["{ version: 1, consistency: HERE }"] = At("properties.consistency"),
        ["{ version: 1, metrics: HERE }"] = At("properties.metrics"),
        ["{ version: 1, metrics: { optimize: HERE } }"] = At("definitions.optimized.anyOf[1]"),
        ["{ version: 1, metrics: { satisfy: [HERE] } }"] = At("definitions.satisficing.anyOf[1]"),
        ["{ version: 1, candidates: [HERE] }"] = At("properties.candidates.items"),
        ["{ version: 1, candidates: [{ name: a, predictions: HERE }] }"] = At("properties.candidates.items.properties.predictions"),
        ["{ version: 1, candidates: [{ name: a, measured: { profit: HERE } }] }"] = At("definitions.figure.anyOf[1]"),
        ["{ version: 1, candidates: [{ name: a, measured: { profit: [{ value: 1, on: train_dev }, HERE] } }] }"] = At("definitions.figure.anyOf[1]"),
        ["{ version: 1, errors: HERE }"] = At("properties.errors"),
        ["{ version: 1, errors: { metric: rmse, dev: HERE } }"] = At("definitions.rung.anyOf[1]"),
        ["{ version: 1, errors: { dev: HERE } }"] = At("definitions.rung.anyOf[1]"),
        ["{ version: 1, errors: { bayes: HERE } }"] = At("definitions.rung.anyOf[1]"),
        ["{ version: 1, errors: { human: HERE } }"] = At("definitions.human.anyOf[1]"),
        ["{ version: 1, errors: { human: [1%, HERE] } }"] = At("definitions.human.anyOf[1]"),
        ["{ version: 1, history: [HERE] }"] = At("properties.history.items"),
        ["{ version: 1, history: [{ train_dev: HERE }] }"] = At("definitions.rung.anyOf[1]"),
        ["{ version: 1, error_analysis: HERE }"] = At("properties.error_analysis"),
        ["{ version: 1, error_analysis: { examined: 100, tags: { a: HERE } } }"] =
            At("properties.error_analysis.properties.tags.additionalProperties.anyOf[1]"),
        ["{ version: 1, labels: HERE }"] = At("properties.labels"),
        ["{ version: 1, labels: { audit: HERE } }"] = At("properties.labels.properties.audit"),
        ["{ version: 1, synthesis: [HERE] }"] = At("properties.synthesis.items"),
        ["{ version: 1, transfer: HERE }"] = At("properties.transfer"),
        ["{ version: 1, transfer: { from: HERE } }"] = At("definitions.transfer_task"),
        ["{ version: 1, transfer: { to: HERE } }"] = At("definitions.transfer_task"),
        ["{ version: 1, multi_task: HERE }"] = At("properties.multi_task"),
        ["{ version: 1, multi_task: { tasks: { a: HERE } } }"] = At("properties.multi_task.properties.tasks.additionalProperties.anyOf[1]"),
        ["{ version: 1, end_to_end: HERE }"] = At("properties.end_to_end"),
        ["{ version: 1, accept: [HERE] }"] = At("properties.accept.items"),
    };

    /// <summary>What a map must hold beside that key: <c>, metric: f1</c>, or nothing.</summary>
    public static string Needed(string file, string key)
    {
        var needed = from required in Maps[file]["required"] ?? new JArray()
                     let name = (string)required!
                     where name != key
                     select $", {name}: {Values[name]}";
        return string.Concat(needed) + key switch
        {
            "tags" => ", examined: 100",
            "where" when file.Contains("splits", StringComparison.Ordinal) => ", files: a.csv",
            _ => "",
        };
    }

    private static readonly Dictionary<string, string> Values = new()
    {
        ["version"] = "1",
        ["metric"] = "f1",
        ["rule"] = "MLS1001",
        ["name"] = "a",
        ["value"] = "0.5",
        ["error"] = "0.5",
        ["count"] = "5",
        ["unique"] = "5 h",
        ["generated"] = "5 h",
        ["examples"] = "5",
    };

    private static JObject At(string path) => (JObject)Root.SelectToken(path, errorWhenNoMatch: true)!;
}
