namespace MlStrategyGuard.Engine.Tests.Reports.Html;

public sealed class ErrorAnalysisPartTests : IDisposable
{
    private readonly Pages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Fact]
    public void Ceilings_AreRankedWithIntervalsAndTheErrorThatIsLeft()
    {
        var part = _pages.Part("version: 1\nerrors: { dev: 10% }\nerror_analysis: { examined: 100, tags: { dog: 8, blurry: 61 }, focus: dog }\n", "error-analysis")!;

        Assert.Equal("Share of the examined errors that have each tag: blurry 61.0 % (51.2–70.0 %), dog 8.0 % (4.1–15.0 %)", Assert.Single(Pages.Pictures(part)));
        Assert.Contains("Working on blurry can win most: 61.0 % of the dev errors at best, from 10.0 % down to 3.9 %.", part.Value, StringComparison.Ordinal);
        Assert.Equal(["dog", "8.0 % (4.1–15.0 %)", "4.1–15.0 %", "9.2 %"], Pages.Row(part, "dog"));
        Assert.Equal("dog", part.Descendants("text").Single(text => text.Attribute("class")!.Value == "label strong").Value);
    }

    [Fact]
    public void WithoutADevError_NothingIsPromised()
    {
        var part = _pages.Part("version: 1\nerror_analysis: { examined: 100, tags: { dog: 8 } }\n", "error-analysis")!;

        Assert.Equal("not known", Pages.Row(part, "dog")[^1]);
        Assert.DoesNotContain("down to", part.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void PartsOfDevWithMoreErrors_AreNamed()
    {
        var rows = Enumerable.Range(0, 2_000).Select(i => (Label: i % 2, Device: i % 10 == 3 ? "old" : "new", Wrong: i % 10 == 3 ? i % 3 > 0 : i % 29 == 0)).ToList();
        _pages.Folder.Write("dev.csv", "id,label,device\n" + string.Concat(rows.Select((row, i) => $"r{i},{row.Label},{row.Device}\n")));
        _pages.Folder.Write("runs.csv", "id,label,prediction\n" + string.Concat(rows.Select((row, i) => $"r{i},{row.Label},{(row.Wrong ? 1 - row.Label : row.Label)}\n")));

        var part = _pages.Part("""
            version: 1
            task: binary_classification
            data: { label: label, id: id }
            splits: { dev: { files: dev.csv } }
            metrics: { optimize: accuracy }
            candidates: [ { name: one, predictions: { dev: runs.csv } } ]
            choice: one

            """, "error-analysis")!;

        Assert.Contains(Pages.Pictures(part), words => words.StartsWith("Share of all errors that lie in each part: device: old ", StringComparison.Ordinal));
    }

    [Fact]
    public void CountsThatContradictEachOther_AreNotDrawn() => Assert.Null(
        _pages.Part("version: 1\nerror_analysis: { examined: 10, tags: { dog: 80 } }\n", "error-analysis"));

    [Fact]
    public void WithoutAnAnalysis_TheLineToWriteIsShown() => Assert.Contains(
        "error_analysis: {", _pages.Part("version: 1\n", "absent")!.Value, StringComparison.Ordinal);
}
