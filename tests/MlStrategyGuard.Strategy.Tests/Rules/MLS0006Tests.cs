namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS0006Tests : RuleTest
{
    private const string Text = "version: 1\nsplits: { dev: { files: dev.csv } }\n";

    [Fact]
    public void BadRow_NamesFileLineRowAndColumn()
    {
        var finding = Single("MLS0006 Error 2:25", Text, Unreadable(12, 10, "age", "a quote is never closed; close it"));

        Assert.Equal("dev.csv, line 12 (row 10), column 'age' can't be read: a quote is never closed; close it.", finding.Message);
        Assert.Equal("dev", finding.Split);
        Assert.Equal("age", finding.ColumnName);
        Assert.Equal(["data_file=dev.csv", "data_line=12", "data_row=10"], finding.Data.Select(figure => $"{figure.Key}={figure.Value}"));
    }

    [Fact]
    public void BadFile_NamesTheFileOnly()
    {
        var finding = Single("MLS0006 Error 2:25", Text, Unreadable(null, null, null, "the file is empty."));

        Assert.Equal("dev.csv can't be read: the file is empty.", finding.Message);
        Assert.Null(finding.ColumnName);
        Assert.Equal(["data_file"], finding.Data.Select(figure => figure.Key));
    }

    [Fact]
    public void BadHeader_HasALineAndNoRow() =>
        Assert.Equal(
            "dev.csv, line 1, column 'a b' can't be read: it is there twice.",
            Single("MLS0006 Error 2:25", Text, Unreadable(1, null, "a\nb", "it is there twice")).Message);

    [Fact]
    public void TwoBadFiles_AreTwoFindings() =>
        Assert.Equal(
            ["MLS0006 Error 2:25", "MLS0006 Error 2:25"],
            Places("MLS0006", Text, new Evidence
            {
                DataWasRead = true,
                Unreadable = [.. Unreadable(1, null, null, "x").Unreadable, .. Unreadable(2, null, null, "y").Unreadable],
            }));

    [Theory]
    [InlineData("dev")]
    [InlineData("age")]
    public void WaiverForSplitOrColumn_Covers(string where) =>
        Silent(Text + $"accept: [{{ rule: MLS0006, where: {where}, because: known }}]", Unreadable(12, 10, "age", "x"));

    [Fact]
    public void DataThatWasNotRead_IsSilent() => Silent(Text);

    [Fact]
    public void DataThatIsFine_IsSilent() => Silent(Text, new Evidence { DataWasRead = true, Splits = [Data("dev", "age")] });

    [Fact]
    public void MissingFile_IsNotThisRules() =>
        Assert.Empty(Places("MLS0006", Text, new Evidence
        {
            DataWasRead = true,
            MissingFiles = [new MissingFile("dev", new("dev.csv", SourceSpan.At(2, 25)), null)],
        }));

    [Fact]
    public void SwitchedOff_IsSilent() => Silent(Text + "rules: { MLS0006: off }", Unreadable(1, 1, "a", "x"));

    private static Evidence Unreadable(long? line, long? row, string? column, string why) => new()
    {
        DataWasRead = true,
        Unreadable = [new UnreadableData("dev", new("dev.csv", SourceSpan.At(2, 25)), "dev.csv", line, row, column, why)],
    };
}
