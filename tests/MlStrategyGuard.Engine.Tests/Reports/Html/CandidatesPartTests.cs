using System.Xml.Linq;

namespace MlStrategyGuard.Engine.Tests.Reports.Html;

public sealed class CandidatesPartTests : IDisposable
{
    private const string Metrics = "version: 1\nmetrics: { optimize: accuracy, satisfy: [ { metric: latency_ms, at_most: 100 } ] }\n";

    private const string Three = Metrics + """
        candidates:
          - { name: first, measured: { accuracy: { value: 0.90, rows: 2000 }, latency_ms: 80 } }
          - { name: second, measured: { accuracy: { value: 0.95, rows: 2000 }, latency_ms: 95 } }
          - { name: third, measured: { accuracy: { value: 0.98, rows: 2000 }, latency_ms: 1500 } }
        choice: first

        """;

    private readonly Pages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Fact]
    public void Ranking_ShowsIntervalsWinnerAndChoice()
    {
        var part = _pages.Part(Three, "candidates")!;

        Assert.Contains("second wins: of those that pass every threshold it has the best accuracy (0.95); the choice is first.", part.Value, StringComparison.Ordinal);
        Assert.Equal("Candidates by accuracy, more is better: third 0.98 (0.9729–0.9853), second 0.95 (0.9396–0.9587), first 0.9 (0.8861–0.9124)", Pages.Pictures(part)[0]);
        Assert.Equal(["second", "0.95", "(0.9396–0.9587)", "2,000", "winner · passes every threshold"], Pages.Row(part, "second"));
        Assert.Equal("fails latency_ms", Pages.Row(part, "third")[^1]);
    }

    [Fact]
    public void EachThreshold_IsAPictureWithTheRegionThatPasses()
    {
        var part = _pages.Part(Three, "candidates")!;

        Assert.Equal("accuracy against latency_ms (at most 100): third 0.98 at 1500, fails, second 0.95 at 95, passes, first 0.9 at 80, passes", Pages.Pictures(part)[1]);
        var picture = part.Descendants("figure").Last();
        Assert.Single(picture.Descendants("rect"), rect => rect.Attribute("class")!.Value == "feasible");
        Assert.Equal(["point hollow", "point", "point"], picture.Descendants("circle").Select(circle => circle.Attribute("class")!.Value));
        Assert.Equal(["1", "2", "3"], picture.Descendants("text").Where(text => text.Attribute("class")!.Value.StartsWith("number", StringComparison.Ordinal)).Select(text => text.Value));
    }

    [Fact]
    public void LessIsBetter_StillPutsTheBestFirstAndUp()
    {
        var part = _pages.Part("""
            version: 1
            metrics: { optimize: rmse, satisfy: [ { metric: size_mb, at_most: 10 } ] }
            candidates:
              - { name: coarse, measured: { rmse: 9, size_mb: 1 } }
              - { name: fine, measured: { rmse: 3, size_mb: 8 } }

            """, "candidates")!;

        Assert.StartsWith("Candidates by rmse, less is better: fine 3", Pages.Pictures(part)[0], StringComparison.Ordinal);
        var tops = part.Descendants("figure").Last().Descendants("circle").Select(circle => double.Parse(circle.Attribute("cy")!.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.True(tops[0] < tops[1], "fine is drawn above coarse");
    }

    [Fact]
    public void CandidateWithoutAFigure_StandsInTheTableOnly()
    {
        var part = _pages.Part(Metrics + "candidates: [ { name: known, measured: { accuracy: 0.9, latency_ms: 5 } }, { name: unknown } ]\n", "candidates")!;

        Assert.Equal("no figure", Pages.Row(part, "unknown")[1]);
        Assert.DoesNotContain("unknown", Pages.Pictures(part)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void NobodyMeasured_IsSaid() => Assert.Contains(
        "No candidate has a figure of accuracy on dev yet.", _pages.Part(Metrics + "candidates: [ { name: one } ]\n", "candidates")!.Value, StringComparison.Ordinal);

    [Fact]
    public void TwoMetricsThatCompete_CannotRank() => Assert.Contains(
        "can't be ranked", _pages.Part("version: 1\nmetrics: { optimize: [f1, recall] }\ncandidates: [ { name: one } ]\n", "candidates")!.Value, StringComparison.Ordinal);

    [Fact]
    public void WithoutCandidates_ThereIsNoPartButTheLineToWrite()
    {
        Assert.Null(_pages.Part(Metrics, "candidates"));
        Assert.Contains("candidates: [", _pages.Part(Metrics, "absent")!.Value, StringComparison.Ordinal);
    }
}
