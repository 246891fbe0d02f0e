using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Reading;

public sealed class ContentPathsTests
{
    [Theory]
    [InlineData("‸splits:\n  dev: { files: a.csv }\n", "splits")]
    [InlineData("splits:\n  ‸dev: { files: a.csv }\n", "splits.dev")]
    [InlineData("splits:\n  dev: { files: ‸a.csv }\n", "splits.dev.files")]
    [InlineData("splits:\n  dev: { files: [a.csv, ‸b.csv] }\n", "splits.dev.files[b.csv]")]
    [InlineData("candidates:\n  - { name: a }\n  - { ‸name: b }\n", "candidates[b].name")]
    [InlineData("candidates:\n  - { name: a }\n  - ‸{ name: b }\n", "candidates[b]")]
    [InlineData("candidates:\n  - name: b\n    measured:\n      ‸f1: 0.9\n", "candidates[b].measured.f1")]
    [InlineData("metrics:\n  satisfy:\n    - { metric: recall, ‸at_least: 1 }\n", "metrics.satisfy[recall].at_least")]
    [InlineData("accept:\n  - { because: x, ‸rule: MLS1001 }\n", "accept[MLS1001].rule")]
    [InlineData("history:\n  - [1, ‸2]\n", "history[0][2]")]
    [InlineData("  # comment\n\na: 1\nb:   ‸2\n", "b")]
    [InlineData("a: 1   ‸\n", "a")]
    [InlineData("x: &x { ‸k: 1 }\ny: *x\n", "x.k")]
    [InlineData("‸ # nothing before the first key\na: 1\n", "")]
    [InlineData("a: [‸1\n", "")]
    public void Place_HasThePathOfWhatBeginsThere(string marked, string path)
    {
        var index = marked.IndexOf('‸', StringComparison.Ordinal);
        var line = marked[..index].Count(sign => sign == '\n') + 1;
        var column = index - marked.LastIndexOf('\n', index);
        var text = marked.Remove(index, 1);

        Assert.Equal(path, ContentPaths.Of(text).At(new SourceSpan(line, column, line, column + 1)));
    }

    [Fact]
    public void StartOfTheFile_IsTheWholeFile() => Assert.Equal("", ContentPaths.Of("version: 1\n").At(SourceSpan.FileStart));
}
