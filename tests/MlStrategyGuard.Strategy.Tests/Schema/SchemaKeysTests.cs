using MlStrategyGuard.Reading;
using Newtonsoft.Json.Linq;

namespace MlStrategyGuard.Strategy.Tests.Schema;

/// <summary>Schema and reader know the same keys and the same words, asked of both.</summary>
public sealed class SchemaKeysTests
{
    private const string Unknown = "zzzzzzzzzzzzzzzz";

    /// <summary>Where the schema only narrows what it has described elsewhere.</summary>
    private static readonly string[] Narrowings =
    [
        "definitions.split.anyOf", "definitions.share_rung", "properties.errors.anyOf", "properties.error_analysis.anyOf",
    ];

    public static TheoryData<string> Maps => [.. StrategySchema.Maps.Keys];

    public static TheoryData<string, string> Choices
    {
        get
        {
            var choices = new TheoryData<string, string>();
            foreach (var (file, map) in StrategySchema.Maps)
            {
                foreach (var property in Properties(map).Where(property => property.Value["enum"] is not null))
                    choices.Add(file, property.Name);
            }

            return choices;
        }
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public void EveryMap_HasTheSameKeysInBoth(string file)
    {
        var finding = Assert.Single(
            StrategyReader.Read(file.Replace("HERE", $"{{ {Unknown}: 1 }}", StringComparison.Ordinal)).Findings,
            finding => finding.Id == "MLS0002");

        Assert.Equal(ListBehind("known here: ", finding.Message), Properties(StrategySchema.Maps[file]).Select(p => p.Name).Order());
        Assert.Equal(false, StrategySchema.Maps[file]["additionalProperties"]);
    }

    [Fact]
    public void EveryClosedMapOfTheSchema_IsComparedAbove()
    {
        var closed = StrategySchema.Root.DescendantsAndSelf().OfType<JObject>()
            .Where(map => map["additionalProperties"]?.Type == JTokenType.Boolean)
            .Select(map => map.Path);
        var compared = StrategySchema.Maps.Values.Select(map => map.Path).Append("properties.rules").Distinct();

        Assert.Equal(compared.Order(), closed.Order());
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void EveryChoice_TakesTheSameWordsInBoth(string file, string key)
    {
        var yaml = file.Replace("HERE", $"{{ {key}: {Unknown} }}", StringComparison.Ordinal);

        Assert.Equal(WordsOfReader(yaml), Words(StrategySchema.Maps[file]["properties"]![key]!));
    }

    [Fact]
    public void Choices_AreAllOfTheFormat() =>
        Assert.Equal(
            ["aggregate", "direction", "missing_labels", "on", "on", "on", "plan", "policy", "retrain", "task"],
            Choices.Select(choice => choice.Data.Item2).Order());

    [Fact]
    public void Severities_AreTheSameInBoth()
    {
        foreach (var rule in RuleProperties())
            Assert.Equal(WordsOfReader($"{{ version: 1, rules: {{ {rule.Name}: {Unknown} }} }}"), Words(rule.Value));
    }

    [Fact]
    public void Rules_AreThoseOfTheCatalogueWithTheirTitles() =>
        Assert.Equal(
            RuleCatalogue.All.Select(rule => $"{rule.Id} {rule.Title} | {rule.DefaultSeverity} unless set here. {RuleCatalogue.HelpFor(rule.Id)}"),
            RuleProperties().Select(rule => $"{rule.Name} {rule.Value["title"]} | {rule.Value["description"]}"));

    [Fact]
    public void KnownKnobs_AreThoseOfTheCatalogueInItsOrder() =>
        Assert.Equal(
            KnobCatalogue.All.Select(knob => knob.Name),
            StrategySchema.Root.SelectToken("definitions.knob.anyOf[0].enum")!.Select(knob => (string)knob!));

    [Theory]
    [InlineData("{ version: 1, knobs: { a: HERE } }", "definitions.stage")]
    [InlineData("{ version: 1, knobs: { a: [HERE] } }", "definitions.stage")]
    [InlineData("{ version: 1, labels: { corrected: HERE } }", "definitions.split_name")]
    [InlineData("{ version: 1, labels: { corrected: [HERE] } }", "definitions.split_name")]
    [InlineData("{ version: 1, data: { columns: { a: HERE } } }", "properties.data.properties.columns.additionalProperties")]
    public void WordsInLists_AreTheSameInBoth(string file, string schema) =>
        Assert.Equal(
            WordsOfReader(file.Replace("HERE", Unknown, StringComparison.Ordinal)),
            Words(StrategySchema.Root.SelectToken(schema)!));

    [Fact]
    public void EveryKeyOfTheTop_HasAnExampleOrItsWords() =>
        Assert.Empty(Properties(StrategySchema.Root)
            .Where(key => key.Value["examples"] is null && key.Value["enum"] is null && key.Value["properties"] is null && key.Value["items"] is null)
            .Select(key => key.Name));

    [Fact]
    public void Examples_AreValidForTheReader()
    {
        var examples =
            from map in StrategySchema.Maps
            from property in Properties(map.Value)
            from example in property.Value["examples"] ?? new JArray()
            let others = StrategySchema.Needed(map.Key, property.Name)
            select map.Key.Replace("HERE", $"{{ {property.Name}: {example.ToString(Newtonsoft.Json.Formatting.None)}{others} }}", StringComparison.Ordinal);

        Assert.All(examples, yaml =>
        {
            Assert.Empty(StrategyReader.Read(yaml).Findings);
            Assert.Empty(StrategySchema.Complaints(yaml));
        });
    }

    [Fact]
    public void EveryKey_HasHoverText()
    {
        var bare = StrategySchema.Root.Descendants().OfType<JProperty>()
            .Where(property => property.Name == "properties" && property.Value is JObject)
            .SelectMany(property => ((JObject)property.Value).Properties())
            .Where(key => !Narrowings.Any(narrowing => key.Path.StartsWith(narrowing, StringComparison.Ordinal)))
            .Where(key => key.Value["title"] is null || (string?)key.Value["description"] is not { Length: > 10 } text || !text.EndsWith('.') && !text.EndsWith(".md", StringComparison.Ordinal))
            .Select(key => key.Path);

        Assert.Empty(bare);
    }

    [Fact]
    public void Head_NamesDraftAndAddress()
    {
        Assert.Equal("http://json-schema.org/draft-07/schema#", StrategySchema.Root["$schema"]);
        Assert.Equal(
            "https://raw.githubusercontent.com/mlstrategyguard/mlstrategyguard/main/mlstrategy.schema.yaml",
            StrategySchema.Root["$id"]);
    }

    private static IEnumerable<JProperty> Properties(JObject map) => ((JObject)map["properties"]!).Properties();

    private static IEnumerable<JProperty> RuleProperties() =>
        Properties((JObject)StrategySchema.Root["properties"]!["rules"]!);

    private static IEnumerable<string> Words(JToken schema) =>
        schema["enum"]!.Where(word => word.Type != JTokenType.Null).Select(word => (string)word!).Order();

    private static IEnumerable<string> WordsOfReader(string yaml) =>
        ListBehind("it takes ", Assert.Single(StrategyReader.Read(yaml).Findings, finding => finding.Id == "MLS0003").Message);

    private static IEnumerable<string> ListBehind(string words, string message)
    {
        var start = message.IndexOf(words, StringComparison.Ordinal);
        Assert.True(start >= 0, message);
        return message[(start + words.Length)..].TrimEnd('.').Split(", ").Order();
    }
}
