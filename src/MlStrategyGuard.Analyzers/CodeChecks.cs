using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers;

/// <summary>The findings of one compilation, type by type, each worked out once.</summary>
internal sealed class CodeChecks
{
    private readonly CompilationFlow _flow;
    private readonly ImmutableArray<CodeRule> _rules;
    private readonly DeclaredStrategy _strategy;
    private readonly ConcurrentDictionary<INamedTypeSymbol, Entry> _entries = new(SymbolEqualityComparer.Default);

    public CodeChecks(CompilationFlow flow, ImmutableArray<CodeRule> rules, DeclaredStrategy strategy)
    {
        _flow = flow;
        _rules = rules;
        _strategy = strategy;
    }

    /// <summary>What the rules find in the members of a type and in what those call.</summary>
    public ImmutableArray<CodeFinding> Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var entry = _entries.GetOrAdd(type.OriginalDefinition, _ => new Entry());
        lock (entry)
        {
            if (entry.Findings.IsDefault)
            {
                var context = new CodeContext(_flow.Of(type), _strategy, cancellationToken);
                foreach (var rule in _rules)
                    context.Run(rule);
                entry.Findings = context.Findings;
            }

            return entry.Findings;
        }
    }

    /// <summary>Whether a place lies in a type's own code.</summary>
    public static bool IsOf(INamedTypeSymbol type, Location place, CancellationToken cancellationToken) => type.DeclaringSyntaxReferences
        .Any(home => home.SyntaxTree == place.SourceTree && Owns(home.GetSyntax(cancellationToken), place));

    /// <summary>Whether a place belongs to a declaration itself, not to a type inside it or beside it.</summary>
    public static bool Owns(SyntaxNode declaration, Location place) =>
        declaration is CompilationUnitSyntax unit
            ? unit.Members.Any(member => member is GlobalStatementSyntax && member.Span.Contains(place.SourceSpan))
            : declaration.Span.Contains(place.SourceSpan)
                && declaration.FindNode(place.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() == declaration;

    /// <summary>Whether the type that a finding lies in finds it by itself.</summary>
    public bool IsFoundAtHome(CodeFinding finding, INamedTypeSymbol finder, CancellationToken cancellationToken)
    {
        var node = finding.Location.SourceTree!.GetRoot(cancellationToken).FindNode(finding.Location.SourceSpan);
        return node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } home
            && _flow.SymbolOf(home, cancellationToken) is { } type
            && !SymbolEqualityComparer.Default.Equals(type, finder)
            && Of(type, cancellationToken).Any(other => other.Rule.Id == finding.Rule.Id && other.Location == finding.Location);
    }

    /// <summary>The findings of one type. The members of a type are analyzed side by side; the first one works them out.</summary>
    private sealed class Entry
    {
        public ImmutableArray<CodeFinding> Findings { get; set; }
    }
}
