using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MlStrategyGuard.Analyzers.Tests.Verifiers;

/// <summary>One source file in a project, with the references of the running .NET and of the stand-ins of ML.NET and TorchSharp.</summary>
internal static class TestProject
{
    private static readonly ImmutableArray<MetadataReference> Framework = FrameworkReferences();

    private static readonly ImmutableArray<MetadataReference> Libraries =
    [
        MetadataReference.CreateFromFile(typeof(Microsoft.ML.MLContext).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location)
    ];

    private static readonly Compilation EmptyLibrary = Empty(OutputKind.DynamicallyLinkedLibrary);

    private static readonly Compilation EmptyProgram = Empty(OutputKind.ConsoleApplication);

    /// <summary>The project's only document, in a workspace of its own.</summary>
    public static Document Create(string source, TestInputs inputs)
    {
        var id = ProjectId.CreateNewId();
        var tree = CSharpSyntaxTree.ParseText(source);
        var isProgram = tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        var options = new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable);

        var documentId = DocumentId.CreateNewId(id);
        var solution = new AdhocWorkspace().CurrentSolution
            .AddProject(id, "Test", "Test", LanguageNames.CSharp)
            .WithProjectCompilationOptions(id, options)
            .AddMetadataReferences(id, inputs.ReferenceLibraries ? Framework.AddRange(Libraries) : Framework)
            .AddDocument(documentId, "Test.cs", SourceText.From(source), filePath: "/project/Test.cs");
        foreach (var (path, text) in inputs.AdditionalFiles)
            solution = solution.AddAdditionalDocument(
                DocumentId.CreateNewId(id), Path.GetFileName(path), SourceText.From(text), filePath: path);
        if (!inputs.GlobalOptions.IsEmpty)
        {
            var lines = inputs.GlobalOptions.Select(option => $"{option.Key} = {option.Value}\n");
            solution = solution.AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(id),
                ".globalconfig",
                SourceText.From("is_global = true\n" + string.Concat(lines)),
                filePath: "/project/.globalconfig");
        }

        return solution.GetDocument(documentId)!;
    }

    /// <summary>A compilation of one source without a workspace; many of them share what they know of the references.</summary>
    public static Compilation Compile(string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source, path: "/project/Test.cs");
        var isProgram = tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        return (isProgram ? EmptyProgram : EmptyLibrary).AddSyntaxTrees(tree);
    }

    /// <summary>The compiler's errors and everything that the analyzer says, in the order of the source.</summary>
    /// <exception cref="VerificationException">The analyzer threw.</exception>
    public static async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(Document document, DiagnosticAnalyzer analyzer)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        return await DiagnoseAsync(compilation, document.Project.AnalyzerOptions, analyzer);
    }

    /// <summary>The compiler's errors and everything that the analyzer says, in the order of the source.</summary>
    /// <exception cref="VerificationException">The analyzer threw.</exception>
    public static async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(
        Compilation compilation, AnalyzerOptions inputs, DiagnosticAnalyzer analyzer, CancellationToken cancellationToken = default)
    {
        var exceptions = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            inputs,
            (exception, _, _) =>
            {
                lock (exceptions)
                    exceptions.Add(exception);
            },
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers([analyzer], options).GetAllDiagnosticsAsync(cancellationToken);

        if (exceptions.Count > 0)
            throw new VerificationException($"The analyzer threw.\n{exceptions[0]}");
        if (diagnostics.FirstOrDefault(found => found.Id == "AD0001") is { } crash)
            throw new VerificationException($"The analyzer threw.\n{crash}");

        return
        [
            .. diagnostics
                .Where(found => !IsFromCompiler(found) || found.Severity == DiagnosticSeverity.Error)
                .OrderBy(found => found.Location.SourceSpan.Start)
                .ThenBy(found => found.Location.SourceSpan.End)
                .ThenBy(found => found.Id, StringComparer.Ordinal)
        ];
    }

    public static bool IsFromCompiler(Diagnostic diagnostic) =>
        diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler);

    private static CSharpCompilation Empty(OutputKind kind)
    {
        var compilation = CSharpCompilation.Create(
            "Test", [], Framework.AddRange(Libraries), new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));

        // Binds the references, once for all that add sources.
        compilation.GetSpecialType(SpecialType.System_Object);
        return compilation;
    }

    private static ImmutableArray<MetadataReference> FrameworkReferences()
    {
        var directory = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return
        [
            .. trusted.Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == directory)
                .Select(path => MetadataReference.CreateFromFile(path))
        ];
    }
}
