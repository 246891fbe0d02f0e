using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlStrategyGuard.Engine.Reports;

/// <summary>The rule catalogue as JSON and as the table of the documentation.</summary>
public static class RuleList
{
    private static readonly string[] Parts =
    [
        "the file itself", "Orthogonalization", "One real-number evaluation metric", "Satisficing and optimizing metrics",
        "Train, dev and test sets", "Bayes error and human-level performance", "Avoidable bias and variance", "Error analysis",
        "Label errors", "Training data from elsewhere", "Data mismatch", "Transfer learning", "Multi-task learning",
        "End-to-end learning",
    ];

    /// <summary>A table with one row a rule, ordered by number, each with a link to the page beside the table.</summary>
    /// <param name="isListed">Which rules to list, by number.</param>
    public static string WriteMarkdown(Func<string, bool> isListed)
    {
        var table = new StringBuilder("| rule | severity | part of the strategy | title | page |\n|---|---|---|---|---|\n");
        foreach (var rule in RuleCatalogue.All.Where(rule => isListed(rule.Id)))
        {
            var severity = rule.DefaultSeverity == Severity.Info ? "information" : rule.DefaultSeverity.ToString().ToLowerInvariant();
            var part = rule.Part == 0 ? Parts[0] : $"{rule.Part.ToString(CultureInfo.InvariantCulture)} {Parts[rule.Part]}";
            table.Append(CultureInfo.InvariantCulture, $"| {rule.Id} | {severity} | {part} | {rule.Title} | [{rule.Id}.md]({rule.Id}.md) |\n");
        }

        return table.ToString();
    }

    /// <summary>The name of a part of the strategy, 1–13; 0 is the file itself.</summary>
    internal static string PartName(int part) => Parts[part];

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
