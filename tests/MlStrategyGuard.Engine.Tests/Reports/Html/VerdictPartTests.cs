using System.Xml.Linq;

namespace MlStrategyGuard.Engine.Tests.Reports.Html;

public sealed class VerdictPartTests : IDisposable
{
    private readonly Pages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Theory]
    [InlineData("metrics: { optimize: [f1, recall] }\n", "cats fails with 1 error; it is MLS2002: more than one optimizing metric (line 3).")]
    [InlineData("metrics: { optimize: [f1, recall], satisfy: [ { metric: latency_ms } ] }\n", "cats fails with 2 errors; the first to solve is MLS2002: more than one optimizing metric (line 3).")]
    [InlineData("metrics: { optimize: f1 }\n", "cats passes; nothing that it declares stands in the way of the next experiment.")]
    [InlineData("errors: { bayes: 1%, train: 8%, dev: 10% }\n", "cats passes; next comes avoidable bias: bigger network, better optimizer, train longer.")]
    [InlineData("errors: { bayes: 7.5%, train: 8%, dev: 10% }\nnext: [adam]\n", "cats passes with 1 warning; next comes variance: regularization, dropout, more training data.")]
    [InlineData("errors: { bayes: 8%, train: { error: 8.5%, rows: 60 }, dev: { error: 9%, rows: 60 } }\n", "cats passes; next, measure the error ladder on more rows: no cause can be named yet.")]
    [InlineData("knobs: { mixup: [train, dev] }\nnext: [mixup]\n", "cats passes with 1 warning; the first to look at is MLS3011: a knob acts on several stages (line 4).")]
    public void OneSentence_SaysHowItStandsAndWhatComesNext(string rest, string sentence)
    {
        var page = _pages.Page("version: 1\nname: cats\n" + rest);

        Assert.Equal(sentence, page.Descendants("p").First(p => p.Attribute("class")?.Value.StartsWith("verdict", StringComparison.Ordinal) == true).Value);
    }

    [Fact]
    public void WithoutAName_TheFileIsNamed() => Assert.Equal("mlstrategy.yaml", _pages.Page("version: 1\n").Descendants("h1").Single().Value);

    [Fact]
    public void Contents_NameThePartsThatAreThere()
    {
        var page = _pages.Page("version: 1\nerrors: { bayes: 1%, train: 8%, dev: 10% }\n");

        var parts = page.Descendants("section").Attributes("id").Select(id => "#" + id.Value).ToList();
        Assert.Equal(["#ladder", "#findings", "#absent"], parts);
        Assert.Equal(parts, page.Descendants("nav").Descendants("a").Attributes("href").Select(link => link.Value));
    }
}
