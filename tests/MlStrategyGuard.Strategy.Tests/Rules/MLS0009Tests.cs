using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS0009Tests : RuleTest
{
    public static TheoryData<string> UncheckedSections => [.. StrategyReader.UncheckedSections];

    [Theory]
    [MemberData(nameof(UncheckedSections))]
    public void SectionOfALaterVersion_IsReportedAtItsKey(string section) =>
        Assert.Equal(
            $"this version of the guard reads '{section}:' and doesn't check it yet.",
            Single("MLS0009 Warning 3:1", $"version: 1\nname: x\n{section}: {{ a: b }}\n").Message);

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
        Silent("version: 1\nchoice: forest\naccept: [{ rule: MLS0009, because: written ahead }]");

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
    public void SwitchedOff_IsSilent() => Silent("version: 1\nchoice: forest\nrules: { MLS0009: off }");

    [Fact]
    public void ConstraintsInUncheckedSections_AreNobodysBusiness() =>
        Assert.Equal(["MLS0009 Warning 2:1"], Of("version: 1\nerrors: { dev: minus one, dev: 7 }").Findings.Select(Place));
}
