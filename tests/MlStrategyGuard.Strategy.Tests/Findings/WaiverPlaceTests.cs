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
}
