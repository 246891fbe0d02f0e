using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Reading;

/// <summary>MLS0007: keys given twice, at the second one.</summary>
public sealed class DoubledKeyTests
{
    [Theory]
    [InlineData("name: a\nname: b", "3:1", "'name'", 2)]
    [InlineData("version: 1", "2:1", "'version'", 1)]
    [InlineData("data: {}\nname: a\ndata: {}", "4:1", "'data'", 2)]
    [InlineData("data: { label: a, label: b }", "2:19", "'label'", 2)]
    [InlineData("data: { label: a, 'label': b }", "2:19", "'label'", 2)]
    [InlineData("data:\n  columns:\n    a: text\n    b: text\n    a: date\n", "6:5", "'a'", 4)]
    [InlineData("splits: { dev: {}, dev: {} }", "2:20", "'dev'", 2)]
    [InlineData("splits: { dev: { files: a, files: b } }", "2:28", "'files'", 2)]
    [InlineData("splits: { dev: { files: a, where: { x: 1, x: 2 } } }", "2:43", "'x'", 2)]
    [InlineData("splits: { dev: { composition: { web: 1, web: 2 } } }", "2:41", "'web'", 2)]
    [InlineData("metrics: { optimize: { metric: f1, metric: f2 } }", "2:36", "'metric'", 2)]
    [InlineData("candidates: [{ name: a, name: b }]", "2:25", "'name'", 2)]
    [InlineData("candidates: [{ name: a, measured: { f1: 0.9, f1: 0.8 } }]", "2:46", "'f1'", 2)]
    [InlineData("errors: { dev: 8%,\n  dev: 9% }", "3:3", "'dev'", 2)]
    [InlineData("errors: { dev: { error: 8%, error: 9% } }", "2:29", "'error'", 2)]
    [InlineData("knobs: { a: train, a: dev }", "2:20", "'a'", 2)]
    [InlineData("error_analysis: { examined: 9, tags: { a: 1, a: 2 } }", "2:46", "'a'", 2)]
    [InlineData("multi_task: { tasks: { a: x, a: y } }", "2:30", "'a'", 2)]
    [InlineData("end_to_end: { stages: { a: 1, a: 2 } }", "2:31", "'a'", 2)]
    [InlineData("accept: [{ rule: MLS1001, rule: MLS1002 }]", "2:27", "'rule'", 2)]
    [InlineData("rules: { MLS1001: off, MLS1001: error }", "2:24", "'MLS1001'", 2)]
    public void DoubledKey_IsReportedAtTheSecond(string lines, string place, string key, int firstLine)
    {
        var finding = Read.Single("version: 1\n" + lines);

        Assert.Equal("MLS0007 " + place, Read.Place(finding));
        Assert.Equal($"{key} is given twice; the first is in line {firstLine}. Keep one.", finding.Message);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Theory]
    [InlineData("candidates: [{ name: a }, { name: b }, { name: a }]", "2:48", 2)]
    [InlineData("candidates:\n  - name: a\n  - name: 'a'\n    measured: { f1: 0.9 }\n", "4:11", 3)]
    public void DoubledCandidate_IsReportedAtItsName(string lines, string place, int firstLine)
    {
        var finding = Read.Single("version: 1\n" + lines);

        Assert.Equal("MLS0007 " + place, Read.Place(finding));
        Assert.Equal($"the candidate 'a' is given twice; the first is in line {firstLine}. Give it another name.", finding.Message);
    }

    [Theory]
    [InlineData("measured: { f1: [0.9, 0.8] }", "2:47", "f1 on dev")]
    [InlineData("measured: { f1: 0.9, F1Score: 0.8 }", "2:55", "f1 on dev")]
    [InlineData("measured: { f1: 0.9, f1_score: { value: 0.8, on: dev } }", "2:65", "f1 on dev")]
    [InlineData("measured: { profit: [{ value: 1, on: test }, { value: 2, on: test }] }", "2:79", "profit on test")]
    public void DoubledFigure_IsReportedAtItsValue(string measured, string place, string what)
    {
        var finding = Read.Single($"version: 1\ncandidates: [{{ name: a, {measured} }}]");

        Assert.Equal("MLS0007 " + place, Read.Place(finding));
        Assert.Equal($"{what} is measured twice; the first figure is in line 2. Keep one, or say with 'on:' which split it is of.", finding.Message);
    }

    [Fact]
    public void FirstOne_Counts()
    {
        var (strategy, _) = StrategyReader.Read("version: 1\nname: a\nname: [b]\nrules: { MLS1001: off, MLS1001: loud }\n");

        Assert.Equal("a", strategy.Name!.Value);
        Assert.Equal(Severity.Off, strategy.Severities["MLS1001"]);
    }

    [Theory]
    [InlineData("name: a\ntarget: a")]
    [InlineData("splits: { dev: { files: a }, test: { files: a } }")]
    [InlineData("data: { label: a, id: a, columns: { a: text, A: text } }")]
    [InlineData("metrics: { optimize: f1, satisfy: [{ metric: f1, at_least: 0.5 }, { metric: f1, at_most: 0.6 }] }")]
    [InlineData("accept: [{ rule: MLS1001, where: a }, { rule: MLS1001, where: b }]")]
    [InlineData("candidates: [{ name: a, measured: { f1: 0.9 } }, { name: A, measured: { f1: 0.9 } }]")]
    [InlineData("candidates: [{ name: a, measured: { recall: 0.9, f1: [{ value: 0.9 }, { value: 0.8, on: test }] } }]")]
    [InlineData("candidates: [{ name: a, measured: { ndcg@5: 0.9, ndcg@10: 0.8, profit: 1, Profit: 2 } }]")]
    [InlineData("knobs: { a: [train, dev], b: train }\nnext: [a, a]\nhistory: [{ run: 1 }, { run: 1 }]")]
    public void SameNameInDifferentPlaces_IsFine(string lines) => Assert.Empty(Read.Places("version: 1\n" + lines));
}
