using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests.Reports;

public sealed class GitHubReportTests
{
    [Fact]
    public void Findings_AreCommandsWithPlaceAndTitle() => Assert.Equal(
        """
        ::error file=a/b.yaml,line=3,endLine=3,col=5,endColumn=9,title=MLS2002%3A More than one optimizing metric::two (h)
        ::warning file=a/b.yaml,line=3,endLine=3,col=5,endColumn=9,title=MLS1013%3A A class is missing from a split::one (h)
        1 error, 1 warning, 1 for information

        """.ReplaceLineEndings("\n"),
        Write([Finding("error", "MLS2002", "two"), Finding("warning", "MLS1013", "one"), Finding("info", "MLS1002", "rows")]));

    [Fact]
    public void Information_IsANoticeWhenAsked() => Assert.StartsWith(
        "::notice file=a/b.yaml,line=3,",
        Write([Finding("info", "MLS1002", "rows")], verbose: true), StringComparison.Ordinal);

    [Fact]
    public void PlaceOfSeveralLines_HasNoColumns() => Assert.StartsWith(
        "::error file=a/b.yaml,line=3,endLine=7,title=",
        Write([Finding("error", "MLS2002", "two") with { EndLine = 7 }]), StringComparison.Ordinal);

    [Fact]
    public void Message_EscapesPercentAndLineEnds_AndNothingElse() => Assert.Contains(
        "::5 %25 of a,b: c%0D%0A::error::%2525 (h)\n",
        Write([Finding("error", "MLS2002", "5 % of a,b: c\r\n::error::%25")]), StringComparison.Ordinal);

    [Fact]
    public void Property_EscapesColonAndCommaAsWell() => Assert.StartsWith(
        "::error file=c%3A/50%25%2Cx%0A.yaml,line=3,",
        Write([Finding("error", "MLS2002", "two")], path: "c:/50%,x\n.yaml"), StringComparison.Ordinal);

    [Fact]
    public void Title_EscapesItsComma() => Assert.Contains(
        "title=MLS2003%3A Unknown metric%2C or one that does not fit the task::",
        Write([Finding("error", "MLS2003", "no")]), StringComparison.Ordinal);

    [Fact]
    public void SilencedRule_IsLeftOut() => Assert.Equal(
        "0 errors, 0 warnings, 0 for information\n",
        GitHubReport.Write(Report([Finding("error", "MLS2002", "two")]), "f", new HashSet<string> { "MLS2002" }, verbose: true));

    private static string Write(ReportedFinding[] findings, bool verbose = false, string path = "a/b.yaml") =>
        GitHubReport.Write(Report(findings), path, new HashSet<string>(), verbose);

    private static CheckReport Report(ReportedFinding[] findings) => new() { File = "f", Findings = findings };

    private static ReportedFinding Finding(string severity, string id, string message) => new()
    {
        Id = id,
        Severity = severity,
        Message = message,
        Help = "h",
        File = "f",
        Line = 3,
        Column = 5,
        EndLine = 3,
        EndColumn = 9,
        Data = new Dictionary<string, object>(),
    };
}
