namespace MlStrategyGuard.Strategy.Tests.Reading;

/// <summary>MLS0002: keys that nobody knows, with what was probably meant.</summary>
public sealed class UnknownKeyTests
{
    [Theory]
    [InlineData("nmae: x", "unknown key 'nmae'; did you mean 'name'?")]
    [InlineData("Version: 1", "unknown key 'Version'; did you mean 'version'?")]
    [InlineData("metric: { optimize: f1 }", "unknown key 'metric'; did you mean 'metrics'?")]
    [InlineData("split: {}", "unknown key 'split'; did you mean 'splits'?")]
    [InlineData("consistancy: {}", "unknown key 'consistancy'; did you mean 'consistency'?")]
    [InlineData("candidate: []", "unknown key 'candidate'; did you mean 'candidates'?")]
    [InlineData("end_to_ned: {}", "unknown key 'end_to_ned'; did you mean 'end_to_end'?")]
    public void NearKeyAtTheTop_IsSuggested(string line, string message)
    {
        var finding = Read.Single("version: 1\n" + line);

        Assert.Equal("MLS0002 2:1", Read.Place(finding));
        Assert.Equal(message, finding.Message);
    }

    [Theory]
    [InlineData("training", "train")]
    [InlineData("validation", "dev")]
    [InlineData("valid", "dev")]
    [InlineData("val", "dev")]
    [InlineData("development", "dev")]
    [InlineData("eval", "dev")]
    [InlineData("testing", "test")]
    [InlineData("holdout", "test")]
    [InlineData("traindev", "train_dev")]
    [InlineData("tset", "test")]
    [InlineData("Dev", "dev")]
    public void OtherNameOfASplit_IsTranslated(string written, string meant)
    {
        var finding = Read.Single($"version: 1\nsplits:\n  {written}: {{ files: a.csv }}\n");

        Assert.Equal("MLS0002 3:3", Read.Place(finding));
        Assert.Equal($"unknown key '{written}' in 'splits'; did you mean '{meant}'?", finding.Message);
    }

    [Theory]
    [InlineData("data: { lable: x }", "MLS0002 2:9", "'data'", "'label'")]
    [InlineData("splits: { dev: { file: x } }", "MLS0002 2:18", "'splits.dev'", "'files'")]
    [InlineData("splits: { train_dev: { distributoin: x } }", "MLS0002 2:24", "'splits.train_dev'", "'distribution'")]
    [InlineData("consistency: { tolerence: 5% }", "MLS0002 2:16", "'consistency'", "'tolerance'")]
    [InlineData("metrics: { optimise: f1 }", "MLS0002 2:12", "'metrics'", "'optimize'")]
    [InlineData("metrics: { optimize: { metric: f1, agregate: mean } }", "MLS0002 2:36", "'metrics.optimize'", "'aggregate'")]
    [InlineData("metrics: { satisfy: [{ metric: f1, at_leats: 1 }] }", "MLS0002 2:36", "'metrics.satisfy'", "'at_least'")]
    [InlineData("candidates: [{ name: a, mesured: { f1: 1 } }]", "MLS0002 2:25", "'candidates'", "'measured'")]
    [InlineData("candidates: [{ name: a, predictions: { tset: a } }]", "MLS0002 2:40", "'candidates.predictions'", "'test'")]
    [InlineData("candidates: [{ name: a, measured: { f1: { value: 1, row: 5 } } }]", "MLS0002 2:53", "'candidates.measured.f1'", "'rows'")]
    [InlineData("errors: { humen: 1% }", "MLS0002 2:11", "'errors'", "'human'")]
    [InlineData("errors: { human: [{ error: 1%, whom: x }] }", "MLS0002 2:32", "'errors.human'", "'who'")]
    [InlineData("errors: { dev: { error: 1%, metrics: x } }", "MLS0002 2:29", "'errors.dev'", "'metric'")]
    [InlineData("history: [{ runs: 1 }]", "MLS0002 2:13", "'history'", "'run'")]
    [InlineData("error_analysis: { examind: 9 }", "MLS0002 2:19", "'error_analysis'", "'examined'")]
    [InlineData("error_analysis: { examined: 9, tags: { a: { count: 1, fixabel: 1 } } }", "MLS0002 2:55", "'error_analysis.tags.a'", "'fixable'")]
    [InlineData("labels: { correct: [dev, test] }", "MLS0002 2:11", "'labels'", "'corrected'")]
    [InlineData("labels: { audit: { wrong_mislabelled: 5 } }", "MLS0002 2:20", "'labels.audit'", "'wrong_mislabeled'")]
    [InlineData("synthesis: [{ unique: 1, generated: 2, nam: x }]", "MLS0002 2:40", "'synthesis'", "'name'")]
    [InlineData("transfer: { form: {} }", "MLS0002 2:13", "'transfer'", "'from'")]
    [InlineData("transfer: { to: { exampels: 1 } }", "MLS0002 2:19", "'transfer.to'", "'examples'")]
    [InlineData("multi_task: { task: {} }", "MLS0002 2:15", "'multi_task'", "'tasks'")]
    [InlineData("end_to_end: { stage: {} }", "MLS0002 2:15", "'end_to_end'", "'stages'")]
    [InlineData("accept: [{ rule: MLS1001, untill: 2027-01-01 }]", "MLS0002 2:27", "'accept'", "'until'")]
    public void NearKeyInASection_IsSuggestedWithTheSection(string line, string place, string section, string meant)
    {
        var finding = Read.Single("version: 1\n" + line);

        Assert.Equal(place, Read.Place(finding));
        Assert.Contains($" in {section}; did you mean {meant}?", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FarKey_ListsWhatIsKnown() =>
        Assert.Equal(
            "unknown key 'zzzzzzzz' in 'consistency'; known here: tolerance, confidence, policy, embargo.",
            Read.Single("version: 1\nconsistency: { zzzzzzzz: 1 }").Message);

    [Fact]
    public void LongKey_HasNoNearOne() =>
        Assert.Contains("known here: ", Read.Single($"version: 1\n{new string('v', 100)}: 1").Message, StringComparison.Ordinal);

    [Fact]
    public void SeveralUnknownKeys_AreReportedInFileOrder() =>
        Assert.Equal(
            ["MLS0002 1:1", "MLS0002 3:9", "MLS0002 4:1", "MLS0002 5:12"],
            Read.Places("a: 1\nversion: 1\ndata: { b: 1 }\nc: 1\nmetrics: { d: 1 }\n"));

    [Fact]
    public void QuotedKey_IsTheSameKey() =>
        Assert.Equal(["MLS0002 2:1"], Read.Places("'version': 1\n\"nmae\": x\n"));

    [Theory]
    [InlineData("data: { columns: { lable: text } }")]
    [InlineData("splits: { dev: { files: a.csv, where: { file: x } } }")]
    [InlineData("splits: { dev: { composition: { webb: 1 } } }")]
    [InlineData("candidates: [{ name: a, measured: { precison: 0.9, profit: 5 } }]")]
    [InlineData("knobs: { droput: dev }")]
    [InlineData("error_analysis: { examined: 9, tags: { focsu: 1 } }")]
    [InlineData("multi_task: { tasks: { exampels: a } }\nend_to_end: { stages: { plna: 1 } }")]
    public void FreeNames_AreFine(string line) => Assert.Empty(Read.Places("version: 1\n" + line));
}
