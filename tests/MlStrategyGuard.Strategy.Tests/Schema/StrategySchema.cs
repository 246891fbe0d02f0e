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
        ["{ version: 1, accept: [HERE] }"] = At("properties.accept.items"),
    };

    private static JObject At(string path) => (JObject)Root.SelectToken(path, errorWhenNoMatch: true)!;
}
