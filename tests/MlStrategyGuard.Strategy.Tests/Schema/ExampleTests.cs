using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Schema;

/// <summary>The file that shows every part of the format.</summary>
public sealed class ExampleTests
{
    [Fact]
    public void Example_IsFineForTheReader() => Assert.Empty(StrategyReader.Read(TestFiles.Example).Findings);

    [Fact]
    public void Example_IsValidForTheSchema() => Assert.Empty(StrategySchema.Complaints(TestFiles.Example));

    [Fact]
    public void Example_HoldsEveryKeyOfTheTop() =>
        Assert.Equal(
            CoreJson.Of(TestFiles.Example).Select(key => key.Path).Order(),
            StrategySchema.Root["properties"]!.Select(key => key.Path["properties.".Length..]).Order());

    [Fact]
    public void Example_JudgedWithoutData_SaysWhatItsDeclaredNumbersShow()
    {
        var (strategy, findings) = StrategyReader.Read(TestFiles.Example);

        var judgement = Judgement.Of(strategy, findings, Evidence.None, new DateTime(2026, 6, 1));

        Assert.Equal(
            [
                "MLS2014 Warning 55:13", "MLS3001 Info 61:10", "MLS3010 Warning 72:25", "MLS3102 Info 74:1", "MLS3203 Error 83:15",
                "MLS4301 Warning 86:32",
            ],
            judgement.Findings.Select(finding => $"{finding.Id} {finding.Severity} {finding.Span.Line}:{finding.Span.Column}"));
    }
}
