namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS2012Tests : RuleTest
{
    private const string Text = "version: 1\ncandidates: [{ name: a, predictions: { dev: a.csv } }]";

    [Theory]
    [InlineData(13, 0, 0, 0, 0, "13 rows have no prediction")]
    [InlineData(1, 0, 0, 0, 0, "1 row has no prediction")]
    [InlineData(0, 1200, 0, 0, 0, "1,200 predictions are of rows that dev doesn't have")]
    [InlineData(0, 0, 1, 0, 0, "1 prediction is of a row that has one already")]
    [InlineData(0, 0, 0, 5, 0, "5 rows have another label than in the data")]
    [InlineData(0, 0, 0, 0, 2, "2 rows of dev share the id with another row")]
    public void RowsThatDontFit_AreCounted(long missing, long extra, long doubled, long labels, long ambiguous, string says)
    {
        var finding = Assert.Single(Of(Text, Matched(new(5_000, missing, extra, doubled, labels, ambiguous))).Findings);

        Assert.Equal("MLS2012 Error 2:47", Place(finding));
        Assert.Contains("(5,000 rows): " + says, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralFaults_AreOneFinding() =>
        Assert.Equal(["MLS2012 Error 2:47"], Places("MLS2012", Text, Matched(new(10, 1, 2, 3, 4, 0))));

    [Fact]
    public void RowsThatFit_AreQuiet() => Assert.Empty(Places("MLS2012", Text, Matched(new(10, 0, 0, 0, 0, 0))));

    [Fact]
    public void NothingJoined_IsQuiet() => Assert.Empty(Places("MLS2012", Text, Matched(null)));

    [Fact]
    public void NothingRead_IsQuiet() => Assert.Empty(Places("MLS2012", Text));

    [Theory]
    [InlineData(0, 1, 0, 0, 0, "(5,000 rows): 1 prediction is of rows")]
    [InlineData(0, 0, 2, 0, 0, "(5,000 rows): 2 predictions are of a row")]
    [InlineData(0, 0, 0, 1, 0, "(5,000 rows): 1 row has another label")]
    [InlineData(1, 2, 3, 4, 5, "5 rows of dev share the id with another row, so 'data.id' identifies none of them, 1 row has no prediction, 2 predictions are of rows that dev doesn't have, 3 predictions are of a row that has one already, 4 rows have another label than in the data. Predict")]
    public void OneAndSeveral_AreSpelledAndOrdered(long missing, long extra, long doubled, long labels, long ambiguous, string says) =>
        Assert.Contains(says, Assert.Single(Of(Text, Matched(new(5_000, missing, extra, doubled, labels, ambiguous))).Findings).Message, StringComparison.Ordinal);

    [Fact]
    public void Finding_CarriesTheCounts()
    {
        var finding = Assert.Single(Of(Text, Matched(new(5_000, 1, 2, 3, 4, 5))).Findings);

        Assert.Equal([new("missing", 1L), new("extra", 2L), new("doubled", 3L), new("other_labels", 4L), new("ambiguous_ids", 5L)], finding.Data);
        Assert.True(finding.IsAbout("a"));
        Assert.Equal("dev", finding.Split);
    }

    private static Evidence Matched(PredictionMatch? match) => new()
    {
        Scores = [new("a", "dev", new("a.csv", SourceSpan.At(2, 47)), 10) { Match = match }],
    };
}
