namespace MlStrategyGuard.Analyzers.Tests;

/// <summary>Whole programs in the shapes of real code: what is marked is found, and nothing else.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Programs => [.. CorpusProgram.Names];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Program_HasExactlyTheMarkedFindings(string name)
    {
        var program = CorpusProgram.Read(name);
        Assert.Equal(program.Expected, await program.FoundAsync());
    }

    [Fact]
    public void Corpus_HasSixtyProgramsAndHalfOfThemAreCorrect()
    {
        var programs = CorpusProgram.Names.Select(CorpusProgram.Read).ToList();
        Assert.True(programs.Count >= 60, $"{programs.Count} programs");
        Assert.True(programs.Count(program => program.Expected.Count == 0) * 2 >= programs.Count);
    }
}
