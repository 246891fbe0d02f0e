namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS0009Tests : RuleTest
{
    private static readonly Evidence DataRead = new() { DataWasRead = true };

    [Fact]
    public void FilesThatAreRead_AreSilent() =>
        Assert.Empty(Places("MLS0009",
            """
            version: 1
            candidates: [{ name: a, predictions: { train: a-train.csv, dev: a-dev.csv } }]
            error_analysis: { file: errors.csv }
            labels: { audit: { file: audit.csv } }
            """,
            DataRead));

    [Fact]
    public void DeclaredFigures_AreSilent() =>
        Assert.Empty(Places("MLS0009",
            "version: 1\ncandidates: [{ name: a, measured: { f1: 0.9 } }]\nlabels: { audit: { wrong_examined: 9 } }\nerror_analysis: { examined: 5, tags: { a: 1 } }",
            DataRead));

    [Fact]
    public void Query_IsReportedAtItsText()
    {
        var finding = Single("MLS0009 Warning 2:25", "version: 1\nsplits: { dev: { query: select 1, connection: DB } }");

        Assert.Equal(
            "this version of the guard can't query an engine; split 'dev' isn't checked. Export it to a CSV file and name that in 'files:'.",
            finding.Message);
        Assert.Equal("dev", finding.Split);
    }

    [Fact]
    public void UnsupportedEvidence_IsReportedWhereItSays() =>
        Assert.Equal(
            "no group yet.",
            Single("MLS0009 Warning 2:17", "version: 1\ndata: { group: user_id }",
                new Evidence { DataWasRead = true, Unsupported = [new("no group yet.", SourceSpan.At(2, 17))] }).Message);

    [Fact]
    public void Waiver_Covers() =>
        Silent("version: 1\nsplits: { dev: { query: select 1 } }\naccept: [{ rule: MLS0009, because: written ahead }]");

    [Fact]
    public void WaiverForTheSplit_CoversItsQueryOnly() =>
        Single("MLS0009 Warning 2:52",
            "version: 1\nsplits: { dev: { query: select 1 }, test: { query: select 2 } }\naccept: [{ rule: MLS0009, where: dev, because: later }]");

    [Fact]
    public void EmptySection_IsSilent() => Silent("version: 1\ncandidates:\nerrors: ~\nhistory: null\n");

    [Fact]
    public void CheckedSections_AreSilent() =>
        Silent("version: 1\nname: x\ntask: ranking\ntarget: y\ndata: { label: z }\nconsistency: {}\nmetrics: { optimize: ndcg }\nrules: {}\naccept: []");

    [Fact]
    public void SplitWithFilesOrRows_IsSilent() =>
        Silent("version: 1\nsplits: { dev: { files: a.csv }, test: { rows: 5 }, train: { connection: DB } }");

    [Fact]
    public void SwitchedOff_IsSilent() =>
        Silent("version: 1\nsplits: { dev: { query: select 1 } }\nrules: { MLS0009: off }");
}
