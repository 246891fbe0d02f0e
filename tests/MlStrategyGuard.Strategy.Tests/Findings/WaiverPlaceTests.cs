namespace MlStrategyGuard.Strategy.Tests.Findings;

/// <summary>What a waiver's <c>where</c> can name besides splits and columns.</summary>
public sealed class WaiverPlaceTests : RuleTest
{
    private const string Runs = "version: 1\nhistory: [{ run: 1, changed: [l2] }, { run: 2, changed: [network_size, l2] }, { run: 3, changed: [adam, dropout] }]\n";
    private const string Knobs = "version: 1\nhistory: [{ run: 1, changed: [early_stopping] }]\n";
    private const string Ladder = "version: 1\nerrors: { human: 1%, train: 8%, dev: 10% }\nnext: [l2, dropout]\n";
    private const string Tasks = "version: 1\nmulti_task: { tasks: { car: { examples: 90000 }, sign: { examples: 900 } } }\n";
    private const string Sounds = "version: 1\nsynthesis: [{ name: car noise, unique: 1 h, generated: 10000 h }, { name: rain, unique: 1 h, generated: 10000 h }]\n";
    private const string Sets = "version: 1\nmetrics: { optimize: f1 }\ncandidates: [{ name: a, measured: { f1: 0.9 } }, { name: b, measured: { f1: { value: 0.8, on: test } } }]\n";
    private const string Missing = "version: 1\nmetrics: { optimize: f1, satisfy: [{ metric: latency_ms, at_most: 100 }] }\ncandidates: [{ name: a, measured: { f1: 0.9 } }, { name: b, measured: { f1: 0.8, latency_ms: 5 } }]\n";

    private const string Beaten = "version: 1\nmetrics: { optimize: f1 }\ncandidates: [{ name: a, measured: { f1: 0.8 } }, { name: b, measured: { f1: 0.9 } }]\nchoice: a\n";
    private const string Slow = "version: 1\nmetrics: { optimize: f1, satisfy: { metric: latency_ms, at_most: 9 } }\ncandidates: [{ name: slow, measured: { f1: 0.9, latency_ms: 10 } }, { name: b, measured: { f1: 0.8, latency_ms: 5 } }]\nchoice: slow\n";
    private const string AllSlow = "version: 1\nmetrics: { optimize: f1, satisfy: { metric: latency_ms, at_most: 9 } }\ncandidates: [{ name: slow, measured: { f1: 0.9, latency_ms: 10 } }, { name: slower, measured: { f1: 0.8, latency_ms: 50 } }]\n";
    private const string Near = "version: 1\nmetrics: { optimize: f1 }\ncandidates: [{ name: a, measured: { f1: { value: 0.9, rows: 100 } } }, { name: b, measured: { f1: { value: 0.91, rows: 100 } } }]\nchoice: a\n";
    private const string Unranked = "version: 1\nmetrics: { optimize: f1 }\ncandidates: [{ name: a, measured: { recall: 0.9 } }, { name: b, measured: { f1: 0.91 } }]\nchoice: a\n";
    private const string Focus = "version: 1\nerror_analysis: { examined: 100, tags: { dogs: 8, blurry: 61 }, focus: dogs }\n";
    private const string FewExamined = "version: 1\nerror_analysis: { examined: 20, tags: { dogs: 8, cats: 5 } }\n";
    private const string TooMany = "version: 1\nerror_analysis: { examined: 5, tags: { dogs: 8 } }\n";

    [Theory]
    [InlineData("MLS3010", "2", Runs, 2, 1)]
    [InlineData("MLS3011", "early_stopping", Knobs, 1, 0)]
    [InlineData("MLS3012", "l2", Ladder, 2, 1)]
    [InlineData("MLS4101", "sign", Tasks, 1, 0)]
    [InlineData("MLS4301", "car noise", Sounds, 2, 1)]
    [InlineData("MLS2013", "b", Sets, 1, 0)]
    [InlineData("MLS2014", "a", Missing, 1, 0)]
    public void NamedThing_IsAcceptedAlone(string rule, string where, string text, int found, int left)
    {
        Assert.Equal(found, Places(rule, text).Count);
        Assert.Equal(left, Places(rule, $"{text}accept: [{{ rule: {rule}, where: {where}, because: known }}]\n").Count);
    }

    [Theory]
    [InlineData("MLS3010", "1", Runs, 2)]
    [InlineData("MLS3012", "adam", Ladder, 2)]
    [InlineData("MLS4301", "snow", Sounds, 2)]
    [InlineData("MLS2013", "a", Sets, 1)]
    public void OtherThing_ChangesNothing(string rule, string where, string text, int found) =>
        Assert.Equal(found, Places(rule, $"{text}accept: [{{ rule: {rule}, where: {where}, because: known }}]\n").Count);

    [Theory]
    [InlineData("MLS2005", "a", Beaten)]
    [InlineData("MLS2005", "b", Beaten)]
    [InlineData("MLS2006", "slow", Slow)]
    [InlineData("MLS2006", "slower", AllSlow)]
    [InlineData("MLS2007", "a", Near)]
    [InlineData("MLS2007", "b", Near)]
    [InlineData("MLS2014", "a", Unranked)]
    [InlineData("MLS3101", "dogs", Focus)]
    [InlineData("MLS3101", "blurry", Focus)]
    [InlineData("MLS3103", "dogs", FewExamined)]
    [InlineData("MLS3103", "cats", FewExamined)]
    [InlineData("MLS3104", "dogs", TooMany)]
    public void CandidateOrTag_IsAcceptedByName(string rule, string where, string text)
    {
        Assert.Single(Places(rule, text));
        Assert.Empty(Places(rule, $"{text}accept: [{{ rule: {rule}, where: {where}, because: known }}]\n"));
        Assert.Single(Places(rule, $"{text}accept: [{{ rule: {rule}, where: other, because: known }}]\n"));
    }
}
