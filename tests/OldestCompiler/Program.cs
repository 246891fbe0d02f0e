using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using MlStrategyGuard.OldestCompiler;

// ANALYZERS SOURCE REFERENCE...   compiles one file with the analyzers of a folder and prints what they say
if (args is not [var analyzers, var source, .. var references])
{
    Console.Error.WriteLine("ANALYZERS SOURCE REFERENCE...");
    return 1;
}

Console.WriteLine($"compiler {typeof(CSharpCompilation).Assembly.GetName().Version}");
var failures = 0;
var loader = new AnalyzerFolder(Path.GetFullPath(analyzers));
var rules = ImmutableArray.CreateBuilder<DiagnosticAnalyzer>();
foreach (var path in Directory.EnumerateFiles(Path.GetFullPath(analyzers), "*.dll").Order(StringComparer.Ordinal))
{
    var file = new AnalyzerFileReference(path, loader);
    file.AnalyzerLoadFailed += (_, failure) =>
    {
        if (failure.ErrorCode != AnalyzerLoadFailureEventArgs.FailureErrorCode.NoAnalyzers)
        {
            failures++;
            Console.WriteLine($"load failed: {Path.GetFileName(path)}: {failure.Message}");
        }
    };
    rules.AddRange(file.GetAnalyzers(LanguageNames.CSharp));
}

Console.WriteLine($"analyzers {rules.Count}");
var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
    .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location));
var compilation = CSharpCompilation.Create(
    "Consumer",
    [CSharpSyntaxTree.ParseText(File.ReadAllText(source), path: source)],
    framework.Concat(references).Select(path => MetadataReference.CreateFromFile(path)),
    new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
var found = await compilation.WithAnalyzers(rules.ToImmutable()).GetAllDiagnosticsAsync();
foreach (var one in found.Where(one => one.Severity >= DiagnosticSeverity.Warning).OrderBy(one => one.Location.SourceSpan.Start))
{
    var place = one.Location.GetLineSpan().StartLinePosition;
    Console.WriteLine($"{one.Id} at {place.Line + 1},{place.Character + 1}");
}

return failures;
