namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS2004Tests : RuleTest
{
    private const string Head = "version: 1\nmetrics:\n  optimize: f1\n  satisfy:\n";

    [Theory]
    [InlineData("recall", "'at_least:'")]
    [InlineData("latency_ms", "'at_most:'")]
    [InlineData("my_own", "'at_most:' or 'at_least:'")]
    public void NoThreshold_IsReportedAtTheName(string metric, string key)
    {
        Assert.Equal(
            $"'{metric}' has no threshold to pass; give it {key}, or move it to 'watch:'.",
            Single("MLS2004 Error 5:17", $"{Head}    - {{ metric: {metric} }}\n").Message);
        Single("MLS2004 Error 5:7", $"{Head}    - {metric}\n");
        Single("MLS2004 Error 5:17", $"{Head}    - {{ metric: {metric}, on: test, at_most: }}\n");
    }

    [Fact]
    public void ThresholdsThatExcludeEachOther_AreReportedAtTheLower() =>
        Assert.Equal(
            "'precision' must be at least 0.9 and at most 0.8; no value can be both.",
            Single("MLS2004 Error 5:38", Head + "    - { metric: precision, at_least: 90%, at_most: 0.8 }\n").Message);

    [Theory]
    [InlineData("recall, at_least: 90", "5:35", "'recall' is never above 1, so nothing can pass 'at_least: 90'.")]
    [InlineData("mcc, at_most: -1.5", "5:31", "'mcc' is never below -1, so nothing can pass 'at_most: -1.5'.")]
    [InlineData("latency_ms, at_most: -1", "5:38", "'latency_ms' is never below 0, so nothing can pass 'at_most: -1'.")]
    [InlineData("r2, at_least: 101%", "5:31", "'r2' is never above 1, so nothing can pass 'at_least: 1.01'.")]
    public void ThresholdThatNothingPasses_IsReportedAtTheThreshold(string entry, string place, string message) =>
        Assert.Equal(message, Single("MLS2004 Error " + place, $"{Head}    - {{ metric: {entry} }}\n").Message);

    [Theory]
    [InlineData("{ metric: recall, at_least: 0.9 }", "{ metric: recall, at_most: 0.8 }")]
    [InlineData("{ metric: recall, at_most: 0.8 }", "{ metric: recall, at_least: 0.9 }")]
    [InlineData("{ metric: recall, at_most: 0.8 }", "{ metric: recall, at_least: 0.9, on: dev }")]
    [InlineData("{ metric: recall, at_most: 0.8 }", "{ metric: recall, at_least: 0.9, at_most: 0.95 }")]
    public void EntriesThatExcludeEachOther_AreReportedAtTheSecond(string first, string second) =>
        Assert.Equal(
            "'recall' must be at least 0.9 and at most 0.8 at once (the other threshold is in line 5); no value can be both.",
            Single("MLS2004 Error 6:17", $"{Head}    - {first}\n    - {second}\n").Message);

    [Fact]
    public void OtherSpellingOfTheSameMetric_ContradictsToo() =>
        Single("MLS2004 Error 6:17",
            Head + "    - { metric: recall, at_least: 0.9 }\n    - { metric: Sensitivity, at_most: 0.8 }\n");

    [Fact]
    public void TightestOfSeveralEntries_IsNamed() =>
        Assert.Contains(
            "at least 0.9 and at most 0.8 at once (the other threshold is in line 6)",
            Single("MLS2004 Error 8:17", Head + "    - { metric: recall, at_least: 0.5 }\n    - { metric: recall, at_least: 0.9 }\n"
                + "    - { metric: recall, at_least: 0.7 }\n    - { metric: recall, at_most: 0.8 }\n").Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("{ metric: recall, at_least: 0.9 }")]
    [InlineData("{ metric: recall, at_least: 90%, at_most: 90% }")]
    [InlineData("{ metric: recall, at_least: 1 }")]
    [InlineData("{ metric: latency_ms, at_most: 0 }")]
    [InlineData("{ metric: my_own, at_least: 1e9 }")]
    [InlineData("{ metric: my_own, at_most: -1e9 }")]
    [InlineData("{ metric: r2, at_least: -100 }")]
    [InlineData("{ metric: throughput, at_least: 1000000 }")]
    public void ThresholdThatCanBePassed_IsSilent(string entry) => Silent($"{Head}    - {entry}\n");

    [Theory]
    [InlineData("{ metric: recall, at_least: 0.8 }", "{ metric: recall, at_most: 0.9 }")]
    [InlineData("{ metric: recall, at_least: 0.9 }", "{ metric: recall, at_most: 0.9 }")]
    [InlineData("{ metric: recall, at_least: 0.9 }", "{ metric: recall, at_least: 0.8 }")]
    [InlineData("{ metric: recall, at_least: 0.9 }", "{ metric: precision, at_most: 0.8 }")]
    [InlineData("{ metric: recall, at_least: 0.9, on: dev }", "{ metric: recall, at_most: 0.8, on: test }")]
    [InlineData("{ metric: recall@10, at_least: 0.9 }", "{ metric: recall@1, at_most: 0.8 }")]
    [InlineData("{ metric: my_own, at_least: 0.9 }", "{ metric: My_own, at_most: 0.8 }")]
    public void EntriesThatAgree_AreSilent(string first, string second) => Silent($"{Head}    - {first}\n    - {second}\n");

    [Fact]
    public void ContradictoryEntry_IsReportedOnceAndSaysNothingAboutOthers() =>
        Assert.Equal(
            ["MLS2004 Error 5:35"],
            Of(Head + "    - { metric: recall, at_least: 0.9, at_most: 0.2 }\n    - { metric: recall, at_most: 0.5 }\n").Findings.Select(Place));

    [Theory]
    [InlineData("{ metric: recall, at_least: high }")]
    [InlineData("{ metric: recall, at_least: high, at_most: 0.9 }")]
    [InlineData("{ metric: recall, at_least: [0.9] }")]
    public void UnreadableThreshold_IsTheReadersAlone(string entry) =>
        Assert.Equal(["MLS0003 Error 5:35"], Of($"{Head}    - {entry}\n").Findings.Select(Place));

    [Fact]
    public void NothingToSatisfy_IsSilent()
    {
        Silent("version: 1\nmetrics: { optimize: f1, satisfy: [] }");
        Silent("version: 1\nmetrics: { optimize: f1 }");
        Silent("version: 1");
    }

    [Fact]
    public void WaivedOrOff_IsSilent()
    {
        Silent(Head + "    - recall\naccept: [{ rule: MLS2004, because: threshold comes on Monday }]");
        Silent(Head + "    - recall\nrules: { MLS2004: off }");
    }
}
