using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MlStrategyGuard.Benchmarks.Compiling;

/// <summary>
/// The guard's analyzers without a build around them: the SDK's own compiler in this process, on one thread. Counted is
/// processor time, so that other programs of the machine don't count; just-in-time compilation and garbage collection do.
/// </summary>
internal sealed class Alone
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly ImmutableArray<DiagnosticAnalyzer> _guard;
    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly ImmutableArray<MetadataReference> _references;

    /// <param name="analyzers">The folder of the guard's analyzer.</param>
    /// <param name="sources">The files.</param>
    /// <param name="references">References beside the framework's.</param>
    public Alone(string analyzers, IEnumerable<string> sources, params string[] references)
    {
        _guard = Assembly.LoadFrom(Path.Combine(analyzers, "MlStrategyGuard.Analyzers.dll")).GetExportedTypes()
            .Where(type => type is { IsAbstract: false } && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!).ToImmutableArray();
        _trees = sources.Prepend(GlobalUsings).Select((text, i) => CSharpSyntaxTree.ParseText(text, path: $"File{i:000}.cs")).ToImmutableArray();
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        _references = Directory.GetFiles(framework, "System*.dll").Append(Path.Combine(framework, "netstandard.dll")).Where(IsManaged).Concat(references)
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToImmutableArray();
    }

    /// <summary>
    /// Compiles anew: seconds of processor time with the guard, and with an analyzer that looks at every body and
    /// does nothing, for what the compiler itself spends on meaning; the seconds that the
    /// compiler reports of the guard, which pass while nothing else runs on the thread; and the guard's findings.
    /// </summary>
    public (double Guard, double Reported, double Nothing, IReadOnlyList<string> Findings) Run()
    {
        var (nothing, _, _) = Time([new NothingAnalyzer()]);
        var (guard, reported, findings) = Time(_guard);
        return (guard, reported, nothing, findings.Where(finding => finding.Id.StartsWith("MLS", StringComparison.Ordinal))
            .Select(finding => finding.ToString()).Order(StringComparer.Ordinal).ToList());
    }

    private (double Processor, double Reported, ImmutableArray<Diagnostic> Findings) Time(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var compilation = CSharpCompilation.Create("measured", _trees, _references, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(new([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var result = compilation.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        process.Refresh();
        return (
            (process.TotalProcessorTime - before).TotalSeconds,
            result.AnalyzerTelemetryInfo.Values.Sum(telemetry => telemetry.ExecutionTime.TotalSeconds),
            result.GetAllDiagnostics());
    }

    private static bool IsManaged(string path)
    {
        using var file = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(path));
        return file.HasMetadata;
    }

#pragma warning disable RS1001 // It is only handed to the compiler here.
    private sealed class NothingAnalyzer : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("NOTHING", "Nothing", "Nothing", "Nothing", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationBlockAction(_ => { });
        }
    }
#pragma warning restore RS1001
}
