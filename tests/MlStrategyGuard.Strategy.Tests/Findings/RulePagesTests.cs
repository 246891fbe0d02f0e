using MlStrategyGuard.Reading;
using MlStrategyGuard.Rules;

namespace MlStrategyGuard.Strategy.Tests.Findings;

/// <summary>Every rule that something reports has a page that calls it what the catalogue calls it.</summary>
public sealed class RulePagesTests
{
    /// <summary>Who reports a rule besides the reader and <see cref="StrategyRules.All"/>: the judgement, the analyzer.</summary>
    private static readonly string[] OtherProducers =
        ["MLS0008", .. RuleCatalogue.All.Select(rule => rule.Id).Where(id => string.CompareOrdinal(id, "MLS5000") > 0)];

    public static TheoryData<string> Reported =>
        [.. StrategyReader.Rules.Concat(StrategyRules.All.Select(rule => rule.Key)).Concat(OtherProducers).Order()];

    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(TestFiles.RulePages, "MLS*.md").Select(page => Path.GetFileNameWithoutExtension(page)).Order()];

    [Theory]
    [MemberData(nameof(Reported))]
    public void ReportedRule_HasAPageUnderItsTitle(string id)
    {
        var page = Path.Combine(TestFiles.RulePages, id + ".md");

        Assert.True(File.Exists(page), $"docs/rules/{id}.md is missing.");
        Assert.Equal($"# {id}: {RuleCatalogue.Get(id).Title}", File.ReadLines(page).First());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_IsAboutARuleOfTheCatalogueAtItsHelpAddress(string id)
    {
        Assert.True(RuleCatalogue.Knows(id), $"docs/rules/{id}.md is about no rule of the catalogue.");
        Assert.EndsWith($"/docs/rules/{id}.md", RuleCatalogue.HelpFor(id), StringComparison.Ordinal);
    }

    [Fact]
    public void IndexOfPages_IsTheCatalogue()
    {
        var pages = Pages.Select(row => row.Data).ToHashSet();
        var expected = RuleCatalogue.All.Where(rule => pages.Contains(rule.Id))
            .Select(rule => (rule.Id, rule.DefaultSeverity.ToString(), rule.Title, $"[{rule.Id}.md]({rule.Id}.md)"));

        var rows = File.ReadLines(Path.Combine(TestFiles.RulePages, "README.md"))
            .Where(line => line.StartsWith("| MLS", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1], cells[2] == "information" ? "Info" : char.ToUpperInvariant(cells[2][0]) + cells[2][1..], cells[4], cells[5]));

        Assert.Equal(expected, rows);
    }

    [Fact]
    public void NoRule_HasTwoProducers() =>
        Assert.Equal(Reported.Count, Reported.Select(row => row.Data).Distinct().Count());
}
