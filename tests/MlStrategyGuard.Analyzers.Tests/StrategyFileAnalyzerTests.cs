using Microsoft.CodeAnalysis;
using MlStrategyGuard.Analyzers.Tests.Verifiers;

namespace MlStrategyGuard.Analyzers.Tests;

public sealed class StrategyFileAnalyzerTests
{
    private const string Competing = "version: 1\nmetrics:\n  optimize: [f1, recall]\n";

    [Fact]
    public async Task CompetingMetrics_AreShownAtTheirPlaceInTheFile()
    {
        var diagnostic = Assert.Single(await DiagnoseAsync(Competing));

        Assert.Equal(("MLS2002", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.StartsWith("2 metrics compete: f1, recall.", diagnostic.GetMessage(), StringComparison.Ordinal);
        var place = diagnostic.Location.GetLineSpan();
        Assert.Equal("/project/mlstrategy.yaml", place.Path);
        Assert.Equal((2, 12, 2, 24), (place.StartLinePosition.Line, place.StartLinePosition.Character, place.EndLinePosition.Line, place.EndLinePosition.Character));
        Assert.EndsWith("docs/rules/MLS2002.md", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version: 1\nnmae: x\n", "MLS0002")]
    [InlineData("version: 1\ntask: [1]\n", "MLS0003")]
    [InlineData("name: x\n", "MLS0004")]
    [InlineData("version: 1\nname: a\nname: b\n", "MLS0007")]
    [InlineData("version: [1\n", "MLS0001")]
    [InlineData("", "MLS0004")]
    [InlineData("version: 1\nmetrics: { satisfy: [{ metric: recall }], optimize: f1 }\n", "MLS2004")]
    [InlineData("version: 1\r\nmetrics: { optimize: f11 }\r\n", "MLS2003")]
    public async Task WrongFile_IsShown(string text, string id) =>
        Assert.Equal([id], (await DiagnoseAsync(text)).Select(diagnostic => diagnostic.Id));

    [Theory]
    [InlineData("version: 1\n")]
    [InlineData("version: 1\nsplits: { dev: { files: nowhere.csv } }\n")]
    [InlineData("version: 1\nmetrics: { optimize: f1 }\naccept: [{ rule: MLS1001, because: known, until: 2020-01-01 }]\n")]
    public async Task GoodFile_AndWhatOnlyABuildCanTell_IsSilent(string text) => Assert.Empty(await DiagnoseAsync(text));

    [Fact]
    public async Task SeverityOfTheFile_IsUsed()
    {
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await DiagnoseAsync(Competing + "rules: { MLS2002: warning }\n")).Severity);
        Assert.Empty(await DiagnoseAsync(Competing + "rules: { MLS2002: off }\n"));
    }

    [Fact]
    public async Task SeverityOfTheCompilation_IsUsed() =>
        Assert.Empty(await DiagnoseAsync(Competing, options: ("dotnet_diagnostic.MLS2002.severity", "none")));

    [Fact]
    public async Task OrdinaryBuild_IsSilent() => Assert.Empty(await DiagnoseAsync(Competing, live: false));

    [Fact]
    public async Task OtherFiles_AreSilent() => Assert.Empty(await DiagnoseAsync(Competing, path: "/project/other.yaml"));

    [Fact]
    public async Task ProjectWithoutMLNet_IsCheckedAllTheSame() =>
        Assert.Single(await DiagnoseAsync(Competing, referenceMLNet: false));

    [Fact]
    public void EveryRule_IsNamedAsInTheCatalogue()
    {
        var descriptors = new StrategyFileAnalyzer().SupportedDiagnostics.AddRange(new TrainingCodeAnalyzer().SupportedDiagnostics);

        foreach (var descriptor in descriptors)
        {
            var rule = RuleCatalogue.Get(descriptor.Id);
            Assert.Equal(rule.Title, descriptor.Title.ToString());
            Assert.Equal(RuleCatalogue.HelpFor(rule.Id), descriptor.HelpLinkUri);
            Assert.Equal(rule.DefaultSeverity.ToString()[..4], descriptor.DefaultSeverity.ToString()[..4]);
        }
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(
        string text, bool live = true, string path = "/project/mlstrategy.yaml", bool referenceMLNet = true, params (string, string)[] options)
    {
        var inputs = new TestInputs
        {
            AdditionalFiles = [(path, text)],
            GlobalOptions = live ? [(StrategyFileAnalyzer.LiveFindingsKey, "true"), .. options] : [.. options],
            ReferenceLibraries = referenceMLNet,
        };
        return await TestProject.DiagnoseAsync(TestProject.Create("internal sealed class C;", inputs), new StrategyFileAnalyzer());
    }
}
