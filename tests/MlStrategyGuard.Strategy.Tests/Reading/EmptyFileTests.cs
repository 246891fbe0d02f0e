using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Reading;

/// <summary>Files with nothing in them, and files that aren't a map.</summary>
public sealed class EmptyFileTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\n\n\n")]
    [InlineData("\r\n")]
    [InlineData("\uFEFF")]
    [InlineData("# only\n# comments\n")]
    [InlineData("---\n")]
    [InlineData("---\n...\n")]
    [InlineData("...\n")]
    [InlineData("null")]
    [InlineData("~\n")]
    public void EmptyFile_LacksEverything(string text)
    {
        var finding = Read.Single(text);

        Assert.Equal("MLS0004 1:1", Read.Place(finding));
        Assert.Equal("the strategy file is empty; begin it with 'version: 1'.", finding.Message);
    }

    [Theory]
    [InlineData("hello\n", "MLS0003 1:1", "a single value")]
    [InlineData("\n  'hello'\n", "MLS0003 2:3", "a single value")]
    [InlineData("# list\n- version: 1\n", "MLS0003 2:1", "a list")]
    [InlineData("[version, 1]\n", "MLS0003 1:1", "a list")]
    [InlineData("''", "MLS0003 1:1", "a single value")]
    public void SomethingElseThanAMap_IsOfTheWrongKind(string text, string place, string kind)
    {
        var finding = Read.Single(text);

        Assert.Equal(place, Read.Place(finding));
        Assert.Equal($"a strategy file is a map of keys and values; here it is {kind}. Begin it with 'version: 1'.", finding.Message);
    }

    [Fact]
    public void EmptyMap_OnlyLacksItsVersion() => Assert.Equal(["MLS0004 1:1"], Read.Places("{}"));

    [Fact]
    public void Nothing_IsDeclaredByABrokenFile()
    {
        var (strategy, _) = StrategyReader.Read("version: 1\nsplits: [");

        Assert.Null(strategy.Version);
        Assert.Empty(strategy.Splits);
        Assert.Null(strategy.Metrics);
    }
}
