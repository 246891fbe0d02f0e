using System.Text.Json;

namespace MlStrategyGuard.Tool.Tests;

/// <summary>explain, rules and schema: what the tool knows about itself.</summary>
public sealed class ReferenceCommandsTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("MLS1001")]
    [InlineData("mls2002")]
    [InlineData("MLS5001")]
    public void Explain_ShowsTheRulesPage(string id)
    {
        var (code, output, _) = _tool.Run("explain", id);

        Assert.Equal(0, code);
        Assert.StartsWith($"# {id.ToUpperInvariant()}: ", output, StringComparison.Ordinal);
        Assert.Contains("## Good", output, StringComparison.Ordinal);
    }

    [Fact]
    public void ExplainInColour_IsThePageWithoutItsMarks()
    {
        var output = _tool.Run("explain", "MLS2002", "--color", "always").Output;

        Assert.StartsWith("\e[1mMLS2002: More than one optimizing metric\e[0m\n\nSeverity: error. ", output, StringComparison.Ordinal);
        Assert.DoesNotContain('`', output);
    }

    [Fact]
    public void RulesInColour_AreTheSameLines()
    {
        var colored = _tool.Run("rules", "--color", "always").Output;

        Assert.Contains("MLS0001  \e[1;31merror\e[0m  ", colored, StringComparison.Ordinal);
        Assert.Equal(_tool.Run("rules").Output, System.Text.RegularExpressions.Regex.Replace(colored, "\e\\[[0-9;]*m", ""));
    }

    [Fact]
    public void ExplainOfNoRule_ExitsWithTwo()
    {
        var (code, _, error) = _tool.Run("explain", "MLS100");

        Assert.Equal(2, code);
        Assert.Contains("no rule has the number 'MLS100'; did you mean 'MLS1001'?", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_ListsTheCatalogue_InBothForms()
    {
        var text = _tool.Run("rules").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var json = JsonDocument.Parse(_tool.Run("rules", "--format", "json").Output);

        Assert.Equal(RuleCatalogue.All.Select(rule => rule.Id), text.Select(line => line[..7]));
        Assert.Equal(RuleCatalogue.All.Select(rule => rule.Id), json.RootElement.EnumerateArray().Select(rule => rule.GetProperty("id").GetString()));
        Assert.Equal("error", json.RootElement[0].GetProperty("severity").GetString());
    }

    /// <summary>When this fails: <c>mlguard rules --format markdown > docs/rules/README.md</c>.</summary>
    [Fact]
    public void IndexOfPages_IsWhatRulesWrites() =>
        Assert.Equal(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", "README.md")).ReplaceLineEndings("\n"),
            _tool.Run("rules", "--format", "markdown").Output);

    [Fact]
    public void Schema_IsTheOneOfTheRepository()
    {
        var (code, output, _) = _tool.Run("schema");

        Assert.Equal(0, code);
        Assert.Contains("$schema: http://json-schema.org/draft-07/schema#", output.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("optimize", output, StringComparison.Ordinal);
    }
}
