namespace MlStrategyGuard.Engine.Tests.Reports.Html;

public sealed class FindingsPartTests : IDisposable
{
    private readonly Pages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Fact]
    public void Finding_HasItsLineWithThePlaceMarked_AndItsPage()
    {
        var finding = Assert.Single(_pages.Part("version: 1\nmetrics: { optimize: [f1, recall] } # both\n", "findings")!.Descendants("li"));

        Assert.Equal("finding-1", finding.Attribute("id")!.Value);
        Assert.Contains("mlstrategy.yaml, line 2, column 22", finding.Value, StringComparison.Ordinal);
        Assert.Equal("metrics: { optimize: [f1, recall] } # both", finding.Descendants("code").Single().Value);
        Assert.Equal("[f1, recall]", finding.Descendants("mark").Single().Value);
        Assert.EndsWith("/docs/rules/MLS2002.md", finding.Descendants("a").Single().Attribute("href")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void LongLine_IsCutAroundThePlace()
    {
        var code = _pages.Part($"version: 1\nmetrics: {{ watch: [{string.Join(", ", Enumerable.Range(0, 90).Select(i => $"m{i}"))}], optimize: [f1, recall], satisfy: [{string.Join(", ", Enumerable.Range(0, 40).Select(i => $"{{ metric: s{i}, at_most: 1 }}"))}] }}\n", "findings")!
            .Descendants("code").First();

        Assert.StartsWith("…", code.Value, StringComparison.Ordinal);
        Assert.EndsWith("…", code.Value, StringComparison.Ordinal);
        Assert.Equal(162, code.Value.Length);
        Assert.Equal("[f1, recall]", code.Element("mark")!.Value);
    }

    [Fact]
    public void SeveralColumnsAtOnePlace_AreOneEntry()
    {
        _pages.Folder.Write("dev.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"{i % 4},{i % 3}\n")));
        _pages.Folder.Write("test.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"{4 + (i % 4)},{3 + (i % 3)}\n")));

        var findings = _pages.Part("version: 1\nsplits: { dev: { files: dev.csv }, test: { files: test.csv } }\n", "findings")!
            .Descendants("li").Where(item => item.Value.Contains("MLS1001", StringComparison.Ordinal)).ToList();

        var finding = Assert.Single(findings);
        Assert.Contains("'x' moved", finding.Value, StringComparison.Ordinal);
        Assert.Contains("'y' moved", finding.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void NoFinding_IsSaid() => Assert.Contains("None.", _pages.Part("version: 1\n", "findings")!.Value, StringComparison.Ordinal);

    [Fact]
    public void HundredsOfPlaces_AreCut()
    {
        var part = _pages.Part("version: 1\n" + string.Concat(Enumerable.Range(0, 260).Select(i => $"unknown_key_{i}: 1\n")), "findings")!;

        Assert.Equal(200, part.Descendants("li").Count());
        Assert.Contains("60 more places aren't written out", part.Value, StringComparison.Ordinal);
    }
}
