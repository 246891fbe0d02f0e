namespace MlStrategyGuard.Engine.Tests.Reports.Html;

public sealed class LadderPartTests : IDisposable
{
    private readonly Pages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Fact]
    public void Gaps_AreAWaterfallWithIntervalsAndTheNextStep()
    {
        var part = _pages.Part("version: 1\nerrors: { bayes: 0.5%, train: { error: 8%, rows: 90000 }, dev: { error: 10%, rows: 5000 } }\n", "ladder")!;

        Assert.Equal(
            "Waterfall from Bayes proxy 0.5 %: avoidable bias 7.5 points (7.3 to 7.7) to train 8.0 %, variance 2.0 points (1.2 to 2.9) to dev 10.0 %. Avoidable bias dominates.",
            Assert.Single(Pages.Pictures(part)));
        Assert.Contains("Next: bigger network, better optimizer, train longer.", part.Value, StringComparison.Ordinal);
        Assert.Equal(["Variance", "train 8.0 %", "dev 10.0 %", "2.0 points", "1.2 to 2.9", "0.0 %"], Pages.Row(part, "Variance"));
    }

    [Fact]
    public void Dominating_IsTheStrongBar()
    {
        var part = _pages.Part("version: 1\nerrors: { bayes: 0.5%, train: 1%, dev: 10% }\n", "ladder")!;

        var bars = part.Descendants("rect").Select(bar => bar.Attribute("class")!.Value).ToList();
        Assert.Equal(["total", "gap", "gap strong", "total"], bars);
    }

    [Fact]
    public void GapBelowZero_IsDrawnAsOne()
    {
        var part = _pages.Part("version: 1\nerrors: { bayes: 1%, train: 10%, dev: 8%, test: 8% }\n", "ladder")!;

        Assert.Contains(part.Descendants("rect"), bar => bar.Attribute("class")!.Value == "gap less");
        Assert.Equal("-2.0 points", Pages.Row(part, "Variance")[3]);
    }

    [Fact]
    public void ExactFigures_HaveNoWhiskers()
    {
        var part = _pages.Part("version: 1\nerrors: { bayes: 1%, train: 5%, dev: 7% }\n", "ladder")!;

        Assert.DoesNotContain(part.Descendants("line"), line => line.Attribute("class")!.Value == "whisker");
        Assert.Equal("exact", Pages.Row(part, "Variance")[4]);
    }

    [Fact]
    public void TooFewRows_NameNoCause()
    {
        var part = _pages.Part("version: 1\nerrors: { bayes: 8%, train: { error: 9%, rows: 80 }, dev: { error: 10.5%, rows: 80 } }\n", "ladder")!;

        Assert.Contains("can't be told yet; variance looks largest.", part.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(part.Descendants("rect"), bar => bar.Attribute("class")!.Value == "gap strong");
    }

    [Fact]
    public void BelowTheProxy_NothingIsNamed() => Assert.Contains(
        "the proxy says nothing here any more",
        _pages.Part("version: 1\nerrors: { bayes: 5%, train: { error: 1%, rows: 9000 }, dev: { error: 2%, rows: 9000 } }\n", "ladder")!.Value,
        StringComparison.Ordinal);

    [Fact]
    public void OneRung_IsNoPicture()
    {
        var part = _pages.Part("version: 1\nerrors: { dev: 5% }\n", "ladder")!;

        Assert.Empty(Pages.Pictures(part));
        Assert.Contains("dev 5.0 %", part.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutErrors_ThereIsNoLadderButTheLineToWrite()
    {
        var page = _pages.Page("version: 1\n");

        Assert.DoesNotContain(page.Descendants("section"), section => section.Attribute("id")!.Value == "ladder");
        Assert.Contains(page.Descendants("code"), code => code.Value.StartsWith("errors: {", StringComparison.Ordinal));
    }
}
