using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using MlStrategyGuard.Analyzers.Catalogue;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>
/// The flow through the members of one type. Inside a member the order of statements counts; between members, which
/// may be called in any order, a field holds whatever the type writes into it anywhere.
/// </summary>
internal sealed class TypeFlow
{
    private const int MaxRounds = 5;

    private readonly CompilationFlow _flow;
    private readonly INamedTypeSymbol _type;
    private readonly object _gate = new();
    private Trace? _trace;
    private Dictionary<ISymbol, Value> _fields = new(SymbolEqualityComparer.Default);
    private HashSet<(object Root, ISymbol Member)> _writers = [];
    private object? _running;

    public TypeFlow(CompilationFlow flow, INamedTypeSymbol type)
    {
        _flow = flow;
        _type = type;
    }

    /// <summary>The compilation.</summary>
    public CompilationFlow Compilation => _flow;

    /// <summary>The type.</summary>
    public INamedTypeSymbol Type => _type;

    /// <summary>The events of all members. The first call runs them.</summary>
    public Trace TraceOf(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _trace ??= Run(cancellationToken);
    }

    private Value? FieldOf(ISymbol member, CancellationToken cancellationToken)
    {
        if (SymbolEqualityComparer.Default.Equals(member.ContainingType, _type))
        {
            // What the running member itself wrote in an earlier call was made of other data.
            return _running is not null && _writers.Contains((_running, member)) ? Unknown.Instance
                : _fields.TryGetValue(member, out var value) ? value : null;
        }

        if (_type.BaseType is not { } parent || parent.DeclaringSyntaxReferences.IsEmpty)
            return null;
        var inherited = _flow.Of(parent);
        inherited.TraceOf(cancellationToken);
        return inherited.FieldOf(member, cancellationToken);
    }

    private Trace Run(CancellationToken cancellationToken)
    {
        var members = MembersOf().ToList();
        var mentioned = members.ToDictionary<IMethodSymbol, ISymbol, HashSet<string>>(member => member, MentionsOf, SymbolEqualityComparer.Default);
        var roots = members.Where(member => member.MethodKind == MethodKind.Constructor || !members.Any(
            other => !SymbolEqualityComparer.Default.Equals(other, member) && mentioned[other].Contains(NameOf(member)))).ToList();

        for (var round = 1; ; round++)
        {
            var trace = new Trace();
            var written = new Dictionary<ISymbol, Value>(SymbolEqualityComparer.Default);
            var writers = new HashSet<(object, ISymbol)>();
            var interpreter = new Interpreter(_flow, _type, member => FieldOf(member, cancellationToken), Write, trace, cancellationToken);
            foreach (var initializer in _flow.InitializersOf(_type, isStatic: true).Concat(_flow.InitializersOf(_type, isStatic: false)))
                interpreter.Run(initializer, initializer);
            foreach (var root in roots.Where(root => !NeedsItsCallers(root)))
                RunRoot(root);
            foreach (var member in members)
            {
                if (!interpreter.Ran.Contains(member) && !TakesData(member))
                    RunRoot(member);
            }

            if (round == MaxRounds || (Same(_fields, written) && _writers.SetEquals(writers)))
                return trace;
            _fields = written;
            _writers = writers;

            void RunRoot(IMethodSymbol root)
            {
                _running = root.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor ? null : root;
                interpreter.Run(root, _flow.GraphOf(root)!);
                _running = null;
            }

            void Write(ISymbol member, Value value)
            {
                if (!IsOwn(member))
                    return;
                if (_running is not null)
                    writers.Add((_running, member));
                written[member] = written.TryGetValue(member, out var before) ? Value.Join(before, value) : value;
            }
        }
    }

    private IEnumerable<IMethodSymbol> MembersOf()
    {
        var methods = _type.GetMembers().OfType<IMethodSymbol>().Where(method => _flow.GraphOf(method) is not null);
        return methods.OrderBy(method => method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor ? 0 : 1);
    }

    /// <summary>Brings data in whose role only the caller knows, and there is a caller to see.</summary>
    private bool NeedsItsCallers(IMethodSymbol method) => TakesData(method) && _flow.IsCalledOutside(method);

    private bool TakesData(IMethodSymbol method) =>
        method.Parameters.Any(parameter => _flow.Catalogue.KindOf(parameter.Type) is ValueKind.Data or ValueKind.Split or ValueKind.Model);

    /// <summary>Only the type itself, or those that derive from it, can write it.</summary>
    private bool IsOwn(ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingType, _type)
        && (member.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected
            || member is IFieldSymbol { IsReadOnly: true }
            || member is IPropertySymbol { SetMethod: null or { DeclaredAccessibility: Accessibility.Private or Accessibility.Protected } });

    private static string NameOf(IMethodSymbol method) => method.AssociatedSymbol?.Name ?? method.Name;

    private static HashSet<string> MentionsOf(IMethodSymbol method)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax();
            var nodes = syntax is CompilationUnitSyntax unit
                ? unit.Members.OfType<GlobalStatementSyntax>().SelectMany(statement => statement.DescendantNodes())
                : syntax.DescendantNodes();
            names.UnionWith(nodes.OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText));
        }

        return names;
    }

    private static bool Same(Dictionary<ISymbol, Value> one, Dictionary<ISymbol, Value> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var value) && value.Equals(pair.Value));
}
