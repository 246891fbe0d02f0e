using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Tests.Verifiers;

namespace MlStrategyGuard.Analyzers.Tests;

/// <summary>The catalogues of members, the built-in ones and the user's own.</summary>
public sealed class CatalogueTests
{
    private const string OwnTrainer =
        """
        public sealed class Split2 { public IDataView Learn = null!; public IDataView Check = null!; }
        public sealed class OwnModel { public IDataView Apply(IDataView rows) => rows; }
        public static class Own
        {
            public static extern IDataView Read(string file);
            public static extern ITransformer Train(IDataView rows, IDataView? stop = null);
            public static extern double Measure(ITransformer model, IDataView rows);
        }
        """;

    private const string OwnMembers =
        """
        # our own wrappers
        member Own.Read load path=file
        member Own.Train fit data=rows validation=stop
        member Own.Measure evaluate data=rows model=model
        this line means nothing
        member Own.Other unknown-effect
        """;

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(Own.Read(\"a.csv\"), 0.2); var model = Own.Train({|MLS5001:split.TestSet|}); Console.WriteLine(Own.Measure(model, split.TestSet));")]
    [InlineData("var split = ml.Data.TrainTestSplit(Own.Read(\"a.csv\"), 0.2); var model = Own.Train(split.TrainSet, {|MLS5101:split.TestSet|}); Console.WriteLine(Own.Measure(model, split.TestSet));")]
    [InlineData("var split = ml.Data.TrainTestSplit(Own.Read(\"a.csv\"), 0.2); var model = Own.Train(split.TrainSet); Console.WriteLine(Own.Measure(model, split.TestSet));")]
    public Task OwnMembers_AreFollowed(string body) => VerifyAsync(body, ("/project/mlstrategy.members.txt", OwnMembers));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(Own.Read(\"a.csv\"), 0.2); var model = Own.Train(split.TestSet); Console.WriteLine(Own.Measure(model, split.TestSet));")]
    public Task OwnMembersWithoutACatalogue_AreUnknown(string body) => VerifyAsync(body);

    [Fact]
    public void EveryBuiltInMemberAndType_IsInTheStandInOrKnownToBeInAPackageOfItsOwn()
    {
        var compilation = TestProject.Compile("");
        var missing = new List<string>();
        foreach (var words in BuiltIn.Texts.SelectMany(text => text.Split('\n')).Select(line => line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (words.Length < 3)
                continue;
            var name = words[0] == "type" ? words[1] : words[1][..words[1].LastIndexOf('.')];
            var member = words[0] == "member" ? words[1][(words[1].LastIndexOf('.') + 1)..] : null;
            if (compilation.GetTypeByMetadataName(name) is { } type && member is not null && type.GetMembers(member).IsEmpty)
                missing.Add(words[1]);
        }

        // Real members that the stand-in leaves out: those on the left stand in another class there.
        Assert.All(missing, name => Assert.Contains(name.Split('.')[^1], (string[])["SaveAsText", "FilterByCustomPredicate", "FilterByStatefulCustomPredicate", "PermutationFeatureImportanceNonCalibrated", "CrossValidate", "Preview", "Load"]));
    }

    [Fact]
    public void ReleaseNotes_ListEveryRule()
    {
        var listed = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "AnalyzerReleases.Unshipped.md"))
            .Where(line => line.StartsWith("MLS", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var rules = new TrainingCodeAnalyzer().SupportedDiagnostics.Select(rule => $"{rule.Id} | MlStrategy | {rule.DefaultSeverity} | {rule.Title}").Order(StringComparer.Ordinal);
        Assert.Equal(rules, listed);
    }

    [Theory]
    [InlineData("namespace Microsoft.ML { public interface IDataView { } } public class C { public void M() => M(); }")]
    [InlineData("namespace TorchSharp { public static class torch { public static void no_grad() { } } } public class C { public void M() => TorchSharp.torch.no_grad(); }")]
    public async Task CompilationWithoutTheLibraries_RegistersNothing(string source)
    {
        var compilation = CSharpCompilation.Create("Test", [CSharpSyntaxTree.ParseText(source)], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        var analysis = compilation.WithAnalyzers([new TrainingCodeAnalyzer()]);
        var telemetry = await analysis.GetAnalyzerTelemetryInfoAsync(analysis.Analyzers.Single(), CancellationToken.None);
        Assert.Equal((0, 0, 0), (telemetry.OperationBlockActionsCount, telemetry.OperationActionsCount, telemetry.SymbolActionsCount));
    }

    [Theory]
    [InlineData(typeof(Microsoft.ML.MLContext), false)]
    [InlineData(typeof(Microsoft.ML.MLContext), true)]
    [InlineData(typeof(TorchSharp.torch), false)]
    [InlineData(typeof(TorchSharp.torch), true)]
    public async Task CompilationWithOneOfTheLibraries_IsAnalyzed(Type library, bool isInMemory)
    {
        var references = new[] { typeof(object), library }.Select(type => isInMemory
            ? MetadataReference.CreateFromImage(File.ReadAllBytes(type.Assembly.Location))
            : MetadataReference.CreateFromFile(type.Assembly.Location));
        var analysis = CSharpCompilation.Create("Test", [], references).WithAnalyzers([new TrainingCodeAnalyzer()]);
        var telemetry = await analysis.GetAnalyzerTelemetryInfoAsync(analysis.Analyzers.Single(), CancellationToken.None);
        Assert.Equal(1, telemetry.OperationBlockActionsCount);
    }

    private static Task VerifyAsync(string body, params (string, string)[] files) =>
        AllRules.VerifyAsync(Code.Program(body) + "\n" + OwnTrainer, new TestInputs { AdditionalFiles = [.. files] });

    private static class AllRules
    {
        public static async Task VerifyAsync(string source, TestInputs inputs)
        {
            var markup = Markup.Parse(source);
            var analyzer = new TrainingCodeAnalyzer();
            DiagnosticCheck.Compare(await TestProject.DiagnoseAsync(TestProject.Create(markup.Source, inputs), analyzer), markup, [], analyzer);
        }
    }
}
