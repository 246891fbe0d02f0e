namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS0008Tests : RuleTest
{
    private static readonly Evidence DataIsFine = new() { DataWasRead = true };

    private static readonly Evidence AgeMoved = Compared(DevAndTest(Column("age", Verdict.Different)));

    [Fact]
    public void ExpiredWaiver_IsReportedAtItsEndAndCoversNothing()
    {
        var text = FourSplits + "accept:\n  - { rule: MLS1001, because: known, until: 2026-05-31 }\n";

        var judgement = Of(text, AgeMoved);

        Assert.Equal(["MLS1001 Error 5:3", "MLS0008 Error 8:45"], judgement.Findings.Select(Place));
        Assert.Equal(
            "this waiver of MLS1001 ended on 2026-05-31; solve the finding, or renew the date with a reason.",
            judgement.Findings[1].Message);
        Assert.Empty(judgement.Accepted);
    }

    [Fact]
    public void WaiverOnItsLastDay_Covers()
    {
        var text = FourSplits + "accept:\n  - { rule: MLS1001, because: known, until: 2026-06-01 }\n";

        Silent(text, AgeMoved);
        Silent(text, AgeMoved, new DateTime(2026, 6, 1, 23, 59, 59));
        Assert.Equal("MLS1001", Assert.Single(Of(text, AgeMoved).Accepted).Finding.Id);
        Assert.Equal(2, Of(text, AgeMoved, new DateTime(2026, 6, 2)).Findings.Count);
    }

    [Theory]
    [InlineData("MLS101", "; did you mean 'MLS1001'?")]
    [InlineData("mls1001", "; did you mean 'MLS1001'?")]
    [InlineData("dev-test", ".")]
    public void UnknownRule_IsReportedAtItsNumber(string rule, string end) =>
        Assert.Equal(
            $"this waiver accepts '{rule}', and no rule has that number{end}",
            Single("MLS0008 Error 2:18", $"version: 1\naccept: [{{ rule: {rule}, because: x }}]").Message);

    [Theory]
    [InlineData("")]
    [InlineData(", because: ")]
    [InlineData(", because: ''")]
    [InlineData(", because: '  '")]
    public void WaiverWithoutAReason_IsReportedAndCoversNothing(string because)
    {
        var judgement = Of(FourSplits + $"accept:\n  - {{ rule: MLS1001{because} }}", AgeMoved);

        Assert.Equal(["MLS1001 Error 5:3", "MLS0008 Error 8:5"], judgement.Findings.Select(Place));
        Assert.Equal("this waiver of MLS1001 gives no reason; say why in 'because:'.", judgement.Findings[1].Message);
    }

    [Fact]
    public void WaiverThatMatchesNothing_IsAWarning() =>
        Assert.Equal(
            "this waiver of MLS1001 matches no finding; remove it.",
            Single("MLS0008 Warning 2:10", "version: 1\naccept: [{ rule: MLS1001, because: x }]", DataIsFine).Message);

    [Fact]
    public void WaiverOfAnotherColumn_MatchesNothing()
    {
        var judgement = Of(FourSplits + "accept: [{ rule: MLS1001, where: length, because: x }]", AgeMoved);

        Assert.Equal(["MLS1001 Error 5:3", "MLS0008 Warning 7:10"], judgement.Findings.Select(Place));
        Assert.Equal("this waiver of MLS1001 at 'length' matches no finding; remove it.", judgement.Findings[1].Message);
    }

    [Fact]
    public void WaiverOfAReadersRule_MatchesNothingEither() =>
        Single("MLS0008 Warning 2:10", "version: 1\naccept: [{ rule: MLS0002, because: x }]", DataIsFine);

    [Fact]
    public void SecondWaiverOfTheSame_IsSilent() =>
        Silent(
            FourSplits + "accept:\n  - { rule: MLS1001, because: x }\n  - { rule: MLS1001, where: age, because: y }\n", AgeMoved);

    [Fact]
    public void SeverityOfTheFile_AppliesToWaivers() =>
        Single("MLS0008 Info 2:10", "version: 1\naccept: [{ rule: MLS1001, because: x }]\nrules: { MLS0008: info }", DataIsFine);

    [Theory]
    [InlineData("age")]
    [InlineData("dev")]
    [InlineData("test")]
    [InlineData("dev/test")]
    public void WaiverOfWhatTheFindingIsAbout_IsSilent(string where) =>
        Silent(FourSplits + $"accept: [{{ rule: MLS1001, where: {where}, because: x }}]", AgeMoved);

    [Fact]
    public void OneWaiver_CoversSeveralFindings()
    {
        var judgement = Of(
            FourSplits + "accept: [{ rule: MLS1001, because: x, until: 2030-01-01 }]",
            Compared(DevAndTest(Column("age", Verdict.Different), Column("length", Verdict.Different))));

        Assert.Empty(judgement.Findings);
        Assert.Equal(["age", "length"], judgement.Accepted.Select(accepted => accepted.Finding.ColumnName));
        Assert.All(judgement.Accepted, accepted => Assert.Equal(7, accepted.Waiver.Span.Line));
    }

    [Fact]
    public void WaiverWhoseRuleHasNotRun_IsSilent()
    {
        const string text = "version: 1\naccept: [{ rule: MLS1001, because: x }]";
        var place = SourceSpan.At(1, 1);

        Silent(text);
        Assert.Empty(Places("MLS0008", text, DataIsFine with { MissingFiles = [new("dev", new("a", place), null)] }));
        Assert.Empty(Places("MLS0008", text, DataIsFine with { Unreadable = [new("dev", new("a", place), "a", null, null, null, "x")] }));
        Assert.Empty(Places("MLS0008", text, DataIsFine with { Unsupported = [new("no group yet.", place)] }));
    }

    [Theory]
    [InlineData("MLS5001")]
    [InlineData("MLS0008")]
    public void WaiverOfARuleThatNobodyChecksHere_IsSilent(string rule) =>
        Silent($"version: 1\naccept: [{{ rule: {rule}, because: x }}]", DataIsFine);

    [Fact]
    public void WaiverOfWaivers_CoversNothing() =>
        Assert.Equal(
            ["MLS0008 Error 4:5"],
            Places("MLS0008", "version: 1\naccept:\n  - { rule: MLS0008, because: x }\n  - { rule: MLS1001 }\n", DataIsFine));

    [Fact]
    public void WaiverOfAReadersFinding_Covers() =>
        Silent("version: 1\nmy_notes: x\naccept: [{ rule: MLS0002, because: the wiki generator reads it }]", DataIsFine);

    [Fact]
    public void WaiverWithoutARule_IsTheReaders() =>
        Assert.Equal(
            ["MLS0004 Error 2:10"],
            Of("version: 1\naccept: [{ because: x }]", DataIsFine).Findings.Select(Place));

    [Fact]
    public void NoWaivers_AreSilent()
    {
        Silent("version: 1\naccept: []", DataIsFine);
        Silent("version: 1", DataIsFine);
    }
}
