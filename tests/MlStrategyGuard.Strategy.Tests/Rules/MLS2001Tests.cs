namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS2001Tests : RuleTest
{
    [Theory]
    [InlineData("metrics:")]
    [InlineData("metrics: {}")]
    [InlineData("metrics: { optimize: }")]
    [InlineData("metrics: { optimize: null }")]
    [InlineData("metrics: { watch: [f1] }")]
    [InlineData("metrics: { satisfy: { metric: f1, at_least: 0.5 } }")]
    public void NothingOptimized_IsReportedAtTheSection(string line) =>
        Assert.Equal(
            "no metric is optimized; name the one that ranks your candidates, as in 'optimize: f1'.",
            Single("MLS2001 Error 2:1", "version: 1\n" + line).Message);

    [Fact]
    public void EmptyList_IsReportedAtTheList() =>
        Assert.Equal(
            "the list of optimized metrics is empty; name the one that ranks your candidates, as in 'optimize: f1'.",
            Single("MLS2001 Error 3:13", "version: 1\nmetrics:\n  optimize: []\n").Message);

    [Theory]
    [InlineData("name: x")]
    [InlineData("metrics: { optimize: f1 }")]
    [InlineData("metrics: { optimize: [f1] }")]
    [InlineData("metrics: { optimize: { metric: profit, direction: higher } }")]
    public void OneOptimizedOrNoSection_IsSilent(string line) => Silent("version: 1\n" + line);

    [Theory]
    [InlineData("metrics: { optimize: [f1, recall] }")]
    [InlineData("metrics: { optimize: nonsense }")]
    public void OtherTrouble_IsAnotherRules(string line) => Assert.Empty(Places("MLS2001", "version: 1\n" + line));

    [Theory]
    [InlineData("metrics: [f1]", "MLS0003 Error 2:10")]
    [InlineData("metrics: { optimize: [~] }", "MLS0004 Error 2:23")]
    [InlineData("metrics: { optimize: { over: country } }", "MLS0004 Error 2:22")]
    [InlineData("metrics: { optimise: f1, optimize: [[f1]] }", "MLS0003 Error 2:37")]
    public void UnreadableEntry_IsTheReadersAlone(string line, string place) =>
        Assert.Equal([place], Of("version: 1\n" + line).Findings.Where(f => f.Id != "MLS0002").Select(Place));

    [Fact]
    public void WaivedOrOff_IsSilent()
    {
        Silent("version: 1\nmetrics:\naccept: [{ rule: MLS2001, because: still arguing }]");
        Silent("version: 1\nmetrics:\nrules: { MLS2001: off }");
    }
}
