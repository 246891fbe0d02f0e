using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers;

/// <summary>
/// Follows data, models and metrics through training code and lets the rules judge what it does with them. A
/// compilation that references none of the libraries registers nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TrainingCodeAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The ending of an additional file that describes the members of own libraries.</summary>
    public const string CatalogueFile = "mlstrategy.members.txt";

    private static readonly ImmutableArray<(string Assembly, string Type)> Libraries =
        ImmutableArray.Create(("Microsoft.ML", "Microsoft.ML.IDataView"), ("TorchSharp", "TorchSharp.torch"));

    private readonly ImmutableArray<CodeRule> _rules;

    /// <summary>All rules.</summary>
    public TrainingCodeAnalyzer()
        : this(CodeRules.All)
    {
    }

    internal TrainingCodeAnalyzer(ImmutableArray<CodeRule> rules)
    {
        _rules = rules;
        var descriptors = ImmutableArray.CreateBuilder<DiagnosticDescriptor>(rules.Length);
        foreach (var rule in rules)
            descriptors.Add(rule.Descriptor);
        SupportedDiagnostics = descriptors.MoveToImmutable();
    }

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (MayReferenceLibraries(start.Compilation))
                Start(start);
        });
    }

    /// <summary>
    /// Whether a library may be among the references, by the names of their files. Asking for the names of assemblies or
    /// types would read all references here: the compiler does that anyway, but whoever asks first waits for it.
    /// </summary>
    private static bool MayReferenceLibraries(Compilation compilation)
    {
        foreach (var reference in compilation.ExternalReferences)
        {
            var name = reference switch
            {
                PortableExecutableReference { FilePath: { } path } => Path.GetFileNameWithoutExtension(path),
                CompilationReference other => other.Compilation.AssemblyName,
                _ => null,
            };
            if (name is null)
                return true;
            foreach (var library in Libraries)
            {
                if (IsPartOf(name, library.Assembly))
                    return true;
            }
        }

        return false;
    }

    // Apart from its caller, so that none of this is compiled for a project without the libraries.
    private void Start(CompilationStartAnalysisContext start)
    {
        if (!Libraries.Any(library => IsReferenced(start.Compilation, library)))
            return;
        var own = start.Options.AdditionalFiles
            .Where(file => file.Path.EndsWith(CatalogueFile, StringComparison.OrdinalIgnoreCase))
            .Select(file => file.GetText(start.CancellationToken)?.ToString() ?? "");
        var flow = new CompilationFlow(start.Compilation, MemberCatalogue.Read(own));
        var checks = new CodeChecks(flow, _rules, DeclaredStrategy.From(start.Options, start.CancellationToken));
        start.RegisterOperationBlockAction(block => Analyze(block, flow, checks));
    }

    // The names come first: they are at hand, while a type is looked up in all references.
    private static bool IsReferenced(Compilation compilation, (string Assembly, string Type) library) =>
        compilation.ReferencedAssemblyNames.Any(assembly => IsPartOf(assembly.Name, library.Assembly))
        && compilation.GetTypeByMetadataName(library.Type) is { } type
        && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
        && IsPartOf(type.ContainingAssembly.Name, library.Assembly);

    private static bool IsPartOf(string assembly, string library) =>
        assembly == library || assembly.StartsWith(library + ".", StringComparison.Ordinal);

    private static void Analyze(OperationBlockAnalysisContext context, CompilationFlow flow, CodeChecks checks)
    {
        if (context.OwningSymbol.ContainingType is not { } type || !context.OperationBlocks.Any(block => UsesLibraries(block, flow)))
            return;
        foreach (var finding in checks.Of(type, context.CancellationToken))
        {
            if (IsHome(context.OwningSymbol, finding.Root, context.CancellationToken)
                && (CodeChecks.IsOf(type, finding.Location, context.CancellationToken) || !checks.IsFoundAtHome(finding, type, context.CancellationToken)))
            {
                context.ReportDiagnostic(finding.ToDiagnostic());
            }
        }
    }

    /// <summary>Whether code is looked at: it calls a library's members or holds a library's values.</summary>
    internal static bool UsesLibraries(IOperation block, CompilationFlow flow)
    {
        foreach (var operation in block.DescendantsAndSelf())
        {
            var member = operation switch
            {
                IInvocationOperation call => call.TargetMethod,
                IMemberReferenceOperation reference => reference.Member,
                _ => (ISymbol?)null,
            };
            if (flow.Catalogue.KindOf(operation.Type) != ValueKind.None || (member is not null && flow.Catalogue.Find(member) is not null))
                return true;
        }

        return false;
    }

    /// <summary>Whether a place lies in the symbol's own code. A program's statements don't own the types beside them.</summary>
    private static bool IsHome(ISymbol symbol, Location place, CancellationToken cancellationToken)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree != place.SourceTree || !reference.Span.Contains(place.SourceSpan))
                continue;
            if (reference.GetSyntax(cancellationToken) is not CompilationUnitSyntax unit)
                return true;
            return unit.Members.Any(member => member is GlobalStatementSyntax && member.Span.Contains(place.SourceSpan));
        }

        return false;
    }
}
