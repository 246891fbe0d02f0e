using MlStrategyGuard.Rules;

namespace MlStrategyGuard.Strategy.Tests.Findings;

/// <summary>What all rules have in common when a file is judged.</summary>
public sealed class JudgementTests : RuleTest
{
    private const string Text =
        """
        version: 1
        task: ranking
        metrics: { optimize: f1 }
        splits:
          dev: { files: b.csv }
          test: { files: c.csv }
        tset: x
        accept: [{ rule: MLS2001 }]

        """;

    private static readonly Evidence TwoMoved =
        Compared(DevAndTest(Column("b", Verdict.Shifted), Column("a", Verdict.Different)));

    [Fact]
    public void Findings_AreOrderedByPlaceThenRule() =>
        Assert.Equal(
            ["MLS2003 Error 3:22", "MLS1001 Error 5:3", "MLS1020 Warning 5:3", "MLS0002 Error 7:1", "MLS0008 Error 8:10"],
            Of(Text, TwoMoved).Findings.Select(Place));

    [Fact]
    public void SameInput_GivesTheSameAnswer() =>
        Assert.Equal(
            Of(Text, TwoMoved).Findings.Select(finding => finding.Message),
            Of(Text, TwoMoved).Findings.Select(finding => finding.Message));

    [Theory]
    [InlineData("error", Severity.Error)]
    [InlineData("warning", Severity.Warning)]
    [InlineData("info", Severity.Info)]
    public void SeverityOfTheFile_Wins(string word, Severity severity) =>
        Assert.Equal(
            [severity, severity, severity],
            Of(Text + $"rules: {{ MLS1001: {word}, MLS1020: {word}, MLS0002: {word} }}", TwoMoved).Findings
                .Where(finding => finding.Id is "MLS1001" or "MLS1020" or "MLS0002").Select(finding => finding.Severity));

    [Fact]
    public void RulesThatAreOff_LeaveTheOthers() =>
        Assert.Equal(
            ["MLS2003", "MLS1020"],
            Of(Text + "rules: { MLS1001: off, MLS0002: off, MLS0008: off }", TwoMoved).Findings.Select(finding => finding.Id));

    [Fact]
    public void AcceptedFinding_KeepsItsOwnSeverityAndWaiver()
    {
        var accepted = Assert.Single(Of(
            Text.Replace("{ rule: MLS2001 }", "{ rule: MLS1001, because: known, until: 2027-03-31 }", StringComparison.Ordinal)
            + "rules: { MLS1001: off }", TwoMoved).Accepted);

        Assert.Equal("MLS1001 Error 5:3", Place(accepted.Finding));
        Assert.Equal("known", accepted.Waiver.Because!.Value);
    }

    [Fact]
    public void FirstWaiverThatCovers_IsNamed() =>
        Assert.Equal(
            "second",
            Assert.Single(Of(
                FourSplits + "accept:\n  - { rule: MLS1001, where: other, because: first }\n  - { rule: MLS1001, because: second }\n"
                + "  - { rule: MLS1001, because: third }\n",
                Compared(DevAndTest(Column("a", Verdict.Different)))).Accepted).Waiver.Because!.Value);

    [Fact]
    public void BrokenFile_HasOneFinding() =>
        Assert.Equal(["MLS0001 Error 2:10"], Of("version: 1\nmetrics: }").Findings.Select(Place));

    [Fact]
    public void EveryRule_IsInTheCatalogueAndInOrder()
    {
        var ids = StrategyRules.All.Select(rule => rule.Key).ToList();

        Assert.All(ids, id => Assert.True(RuleCatalogue.Knows(id), id));
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.Equal(RuleCatalogue.All.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal), RuleCatalogue.All.Select(rule => rule.Id));
    }
}
