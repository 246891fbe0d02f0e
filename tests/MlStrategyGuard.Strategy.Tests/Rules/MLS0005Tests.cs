namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS0005Tests : RuleTest
{
    private const string Text = "version: 1\nsplits: { dev: { files: data/dev.csv } }\n";

    [Fact]
    public void MissingFile_IsReportedAtItsPath()
    {
        var finding = Single("MLS0005 Error 2:25", Text, Missing("data/dev.csv", null));

        Assert.Equal("the file 'data/dev.csv' of split 'dev' doesn't exist. Paths are relative to the strategy file.", finding.Message);
        Assert.Equal("dev", finding.Split);
    }

    [Fact]
    public void MissingFileWithANeighbour_SuggestsIt() =>
        Assert.Equal(
            "the file 'data/dev.csv' of split 'dev' doesn't exist. Did you mean 'data/dve.csv'?",
            Single("MLS0005 Error 2:25", Text, Missing("data/dev.csv", "data/dve.csv")).Message);

    [Theory]
    [InlineData("data/*.csv")]
    [InlineData("data/dev?.csv")]
    public void PatternWithoutAFile_IsReportedAsAPattern(string pattern) =>
        Assert.Equal(
            $"no file matches '{pattern}' of split 'dev'. Paths are relative to the strategy file.",
            Single("MLS0005 Error 2:25", Text, Missing(pattern, null)).Message);

    [Fact]
    public void LongPath_IsShortened() =>
        Assert.Contains(
            $"'{new string('x', 59)}…'",
            Single("MLS0005 Error 2:25", Text, Missing(new string('x', 500), null)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void WaiverForTheSplit_Covers() =>
        Silent(Text + "accept: [{ rule: MLS0005, where: dev, because: not checked out here }]", Missing("data/dev.csv", null));

    [Fact]
    public void WaiverForAnotherSplit_DoesNotCover() =>
        Single("MLS0005 Error 2:25",
            Text + "accept: [{ rule: MLS0005, where: test, because: not checked out here }]", Missing("data/dev.csv", null));

    [Fact]
    public void DataThatWasNotRead_IsSilent() => Silent(Text);

    [Fact]
    public void FilesThatAreThere_AreSilent() => Silent(Text, new Evidence { DataWasRead = true, Splits = [Data("dev", "a")] });

    [Fact]
    public void EmptyFileList_IsSilent() => Silent("version: 1\nsplits: { dev: { files: [] } }", new Evidence { DataWasRead = true });

    [Fact]
    public void SwitchedOff_IsSilent() => Silent(Text + "rules: { MLS0005: off }", Missing("data/dev.csv", null));

    private static Evidence Missing(string path, string? nearest) => new()
    {
        DataWasRead = true,
        MissingFiles = [new MissingFile("dev", new(path, new SourceSpan(2, 25, 2, 37)), nearest)],
    };
}
