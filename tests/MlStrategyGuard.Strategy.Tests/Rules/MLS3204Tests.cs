namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3204Tests : RuleTest
{
    private const string Text = "version: 1\nlabels: { audit: { file: audit.csv } }";

    [Fact]
    public void ClassWithMostErrors_IsReported()
    {
        var finding = Assert.Single(Of(Text, With(new LabelPattern("breed", false, "white", 40, 32, 160, 4, 0.0005))).Findings);

        Assert.Equal("MLS3204 Error 2:26", Place(finding));
        Assert.Contains("of the 40 audited rows with 'breed' = white 80.0 % are mislabeled, of the 160 others 2.5 % (p < 0.001)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RareLevel_IsntNamed()
    {
        var finding = Assert.Single(Of(Text, With(new LabelPattern("user", false, "Ann", 8, 8, 160, 4, 0.002))).Findings);

        Assert.DoesNotContain("Ann", finding.Message, StringComparison.Ordinal);
        Assert.Contains("(p = 0.002)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralPatterns_AreOneFinding() =>
        Assert.Equal(["MLS3204 Error 2:26"], Places("MLS3204", Text, With(
            new LabelPattern("breed", false, "white", 40, 32, 160, 4, 0.0005), new LabelPattern("given", true, "cat", 90, 32, 110, 4, 0.001))));

    [Fact]
    public void PatternThatMayBeChance_IsQuiet() =>
        Assert.Empty(Of(Text, With(new LabelPattern("breed", false, "white", 40, 10, 160, 20, 0.02))).Findings);

    [Fact]
    public void NoPattern_IsQuiet() => Assert.Empty(Of(Text, With()).Findings);

    [Fact]
    public void NothingRead_IsQuiet() => Assert.Empty(Of(Text).Findings);

    private static Evidence With(params LabelPattern[] patterns) => new() { AuditedLabels = new AuditedLabels { Patterns = patterns } };
}
