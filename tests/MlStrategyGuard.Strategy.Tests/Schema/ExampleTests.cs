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

        Assert.Equal([], judgement.Findings.Select(finding => $"{finding.Id} {finding.Span.Line} {finding.Message}"));
    }
}
