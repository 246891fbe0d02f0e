using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests.Reports;

/// <summary>mlguard-check.schema.json and the records behind the JSON say the same.</summary>
public sealed class CheckSchemaTests
{
    private static readonly JsonElement Schema =
        JsonDocument.Parse(File.ReadAllText(RepositoryFiles.At("mlguard-check.schema.json"))).RootElement;

    public static TheoryData<string> Records() => [.. Reached(typeof(CheckReport), []).Select(type => type.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Records))]
    public void Record_HasTheSchemasPropertiesAndRequirements(string name)
    {
        var type = typeof(CheckReport).Assembly.GetType($"{typeof(CheckReport).Namespace}.{name}", throwOnError: true)!;
        var schema = type == typeof(CheckReport) ? Schema : Schema.GetProperty("definitions").GetProperty(DefinitionOf(type));
        var properties = Properties(type).ToList();

        Assert.Equal(
            properties.Select(JsonName),
            schema.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            properties.Where(IsRequired).Select(JsonName),
            schema.GetProperty("required").EnumerateArray().Select(element => element.GetString()));
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
    }

    [Fact]
    public void EveryDefinition_IsARecord() => Assert.Equal(
        Reached(typeof(CheckReport), []).Where(type => type != typeof(CheckReport)).Select(DefinitionOf).Order(StringComparer.Ordinal),
        Schema.GetProperty("definitions").EnumerateObject().Select(definition => definition.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("column", "aspect", typeof(ColumnAspect))]
    [InlineData("column", "verdict", typeof(Verdict))]
    [InlineData("comparison", "verdict", typeof(Verdict))]
    [InlineData("gap", "name", typeof(GapCause))]
    public void Words_AreThoseOfTheEnumeration(string definition, string property, Type words) => Assert.Equal(
        Enum.GetNames(words).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName).Order(StringComparer.Ordinal),
        Schema.GetProperty("definitions").GetProperty(definition).GetProperty("properties").GetProperty(property).GetProperty("enum")
            .EnumerateArray().Select(word => word.GetString()!).Order(StringComparer.Ordinal));

    private static HashSet<Type> Reached(Type type, HashSet<Type> found)
    {
        if (type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments())
                Reached(argument, found);
        }
        else if (type.Namespace == typeof(CheckReport).Namespace && found.Add(type))
        {
            foreach (var property in Properties(type))
                Reached(property.PropertyType, found);
        }

        return found;
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties().Where(property => property.GetCustomAttribute<JsonPropertyNameAttribute>() is not null);

    private static string JsonName(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name;

    private static bool IsRequired(PropertyInfo property) =>
        new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull
        && Nullable.GetUnderlyingType(property.PropertyType) is null;

    private static string DefinitionOf(Type type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name["Reported".Length..]);
}
