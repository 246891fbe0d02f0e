using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlStrategyGuard.Engine.Reports;

/// <summary>The rule catalogue as JSON.</summary>
public static class RuleList
{
    /// <summary>An array with one object a rule, ordered by number.</summary>
    public static string WriteJson() => JsonSerializer.Serialize(
        RuleCatalogue.All.Select(rule => new ListedRule(
            rule.Id, rule.DefaultSeverity.ToString().ToLowerInvariant(), rule.Part == 0 ? null : rule.Part, rule.Title, RuleCatalogue.HelpFor(rule.Id))).ToList(),
        ReportContext.Readable.ListListedRule) + "\n";
}

/// <summary>A rule of the catalogue.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Severity">Its default severity.</param>
/// <param name="Part">The part of the strategy; absent for rules on the file itself.</param>
/// <param name="Title">What it finds.</param>
/// <param name="Help">Its page.</param>
internal sealed record ListedRule(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("severity")] string Severity,
    [property: JsonPropertyName("part")] int? Part,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("help")] string Help);
