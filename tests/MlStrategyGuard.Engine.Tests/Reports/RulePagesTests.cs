using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests.Reports;

public sealed class RulePagesTests
{
    public static TheoryData<string> Pages() => [.. RuleCatalogue.All.Select(rule => rule.Id).Where(id => RulePages.Find(id) is not null)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Summary_IsPlainTextThatACodeHostShows(string id)
    {
        var summary = RulePages.Summary(id);

        Assert.InRange(summary.Length, 20, 1024);
        Assert.DoesNotContain("](", summary, StringComparison.Ordinal);
        Assert.DoesNotContain('`', summary);
        Assert.DoesNotContain('\n', summary);
        Assert.DoesNotContain("  ", summary, StringComparison.Ordinal);
        Assert.True(summary[^1] is '.' or '…', summary);
    }

    [Fact]
    public void SummaryOfAList_GoesToTheEndOfASentence() => Assert.Equal(
        "An entry of accept: that names a rule that doesn't exist; gives no reason in because:; has ended: until is the last day on which it holds, by the clock of the machine; matches no finding (a warning).",
        RulePages.Summary("MLS0008"));

    [Fact]
    public void RuleWithoutAPage_HasItsTitle()
    {
        var none = RuleCatalogue.All.FirstOrDefault(rule => RulePages.Find(rule.Id) is null);
        Assert.True(none is null || RulePages.Summary(none.Id) == none.Title + ".");
        Assert.Null(RulePages.Find("MLS0000"));
    }

    [Theory]
    [InlineData("see [MLS1001](MLS1001.md) and `a: b`", "see MLS1001 and a: b")]
    [InlineData("**Unit.** one\n  two", "Unit. one two")]
    [InlineData("- one;\n- two *.csv", "one; two *.csv")]
    public void Plain_TakesMarkdownsMarksOff(string markdown, string plain) => Assert.Equal(plain, RulePages.Plain(markdown));
}
