namespace MlStrategyGuard.Engine.Tests.Reports.Html;

public sealed class LabelsPartTests : IDisposable
{
    private readonly Pages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Theory]
    [InlineData(2, "Leave the labels: something else is worth more.")]
    [InlineData(45, "Correct the labels now, in dev and test alike")]
    [InlineData(15, "Audit more labels before deciding: ")]
    public void Decision_IsSaidAndDrawnWithItsThreshold(int wrong, string sentence)
    {
        var part = _pages.Part($"version: 1\nerrors: {{ dev: 10% }}\nlabels: {{ audit: {{ wrong_examined: 100, wrong_mislabeled: {wrong} }} }}\n", "labels")!;

        Assert.StartsWith(sentence, part.Elements("p").First().Value, StringComparison.Ordinal);
        Assert.Single(Pages.Pictures(part));
        Assert.Contains("worth correcting above 15.0 %", part.Value, StringComparison.Ordinal);
        Assert.Single(part.Descendants("line"), line => line.Attribute("class")!.Value == "mark");
    }

    [Fact]
    public void RightPredictionsToo_GiveTheErrorWithRightLabels() => Assert.Contains(
        "With right labels the dev error would be ",
        _pages.Part("version: 1\nerrors: { dev: { error: 10%, rows: 3000 } }\nlabels: { audit: { wrong_examined: 100, wrong_mislabeled: 6, right_examined: 200, right_mislabeled: 1 } }\n", "labels")!.Value,
        StringComparison.Ordinal);

    [Fact]
    public void CorrectedLabels_AreSaid_AndNothingIsLeftToDecide()
    {
        var part = _pages.Part("version: 1\nlabels: { corrected: [dev, test] }\n", "labels")!;

        Assert.Contains("Corrected in dev and test.", part.Value, StringComparison.Ordinal);
        Assert.Empty(Pages.Pictures(part));
    }

    [Fact]
    public void WithoutLabels_TheLineToWriteIsShown()
    {
        Assert.Null(_pages.Part("version: 1\n", "labels"));
        Assert.Contains("labels: {", _pages.Part("version: 1\n", "absent")!.Value, StringComparison.Ordinal);
    }
}
