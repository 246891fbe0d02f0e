using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Catalogue;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>What the analyses of one compilation share: graphs, the catalogue, who calls what.</summary>
internal sealed class CompilationFlow
{
    private const int LongestBody = 200_000;

    [ThreadStatic]
    private static HashSet<ISymbol>? _resolving;

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<IMethodSymbol, ControlFlowGraph?> _graphs = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ControlFlowGraph, ImmutableArray<object?>> _loops = new();
    private readonly ConcurrentDictionary<ControlFlowGraph, ImmutableArray<ISymbol>> _aliased = new();
    private readonly ConcurrentDictionary<(ITypeSymbol, bool), ImmutableArray<ControlFlowGraph>> _initializers = new();
    private readonly ConcurrentDictionary<ISymbol, Value> _statics = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, bool> _mentions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<INamedTypeSymbol, TypeFlow> _types = new(SymbolEqualityComparer.Default);
    private readonly Lazy<Dictionary<string, List<SyntaxNode>>> _calls;
    private readonly Lazy<ImmutableArray<string>> _texts;

    public CompilationFlow(Compilation compilation, MemberCatalogue catalogue)
    {
        _compilation = compilation;
        Catalogue = catalogue;
        _calls = new Lazy<Dictionary<string, List<SyntaxNode>>>(FindCalls);
        _texts = new Lazy<ImmutableArray<string>>(FindTexts);
    }

    /// <summary>What the members of the libraries do.</summary>
    public MemberCatalogue Catalogue { get; }

    /// <summary>The flow through the members of a type.</summary>
    public TypeFlow Of(INamedTypeSymbol type) => _types.GetOrAdd(type.OriginalDefinition, known => new TypeFlow(this, known));

    /// <summary>The graph of a method's body; null when it has none, or one that is too long.</summary>
    public ControlFlowGraph? GraphOf(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.IsEmpty ? null : _graphs.GetOrAdd(method, Build);

    /// <summary>The graphs of the initializers of a type's fields and properties, in order.</summary>
    public ImmutableArray<ControlFlowGraph> InitializersOf(ITypeSymbol type, bool isStatic) =>
        _initializers.GetOrAdd((type.OriginalDefinition, isStatic), key => BuildInitializers(key.Item1, key.Item2));

    /// <summary>For every block the loop that it lies in, an object of its own; null outside of loops.</summary>
    public ImmutableArray<object?> LoopsOf(ControlFlowGraph graph) => _loops.GetOrAdd(graph, FindLoops);

    /// <summary>The variables and fields that a body gives a second name: these can change at any time.</summary>
    public ImmutableArray<ISymbol> AliasedIn(ControlFlowGraph graph) => _aliased.GetOrAdd(graph, FindAliases);

    /// <summary>The graph of a local function that is in scope in another graph; null when it isn't.</summary>
    public static ControlFlowGraph? LocalFunction(ControlFlowGraph? scope, IMethodSymbol function)
    {
        for (; scope is not null; scope = scope.Parent)
        {
            if (scope.LocalFunctions.Contains(function, SymbolEqualityComparer.Default))
                return scope.GetLocalFunctionControlFlowGraph(function);
        }

        return null;
    }

    /// <summary>A field, or a property that stores its value.</summary>
    public bool IsStored(ISymbol member) =>
        member is IFieldSymbol
        || member.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, member));

    /// <summary>Whether a record's constructor is its primary one, whose parameters are properties.</summary>
    public bool IsPositional(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is RecordDeclarationSyntax);

    /// <summary>The operation of a piece of code.</summary>
    public IOperation? OperationOf(SyntaxNode node) => ModelOf(node.SyntaxTree).GetOperation(node);

    /// <summary>The type that a declaration declares.</summary>
    public INamedTypeSymbol? SymbolOf(TypeDeclarationSyntax declaration, CancellationToken cancellationToken) =>
        ModelOf(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken);

    /// <summary>What a static field of any type holds for good.</summary>
    public Value StaticValueOf(ISymbol member, CancellationToken cancellationToken)
    {
        if (member is not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }) || member.DeclaringSyntaxReferences.IsEmpty)
            return Unknown.Instance;
        if (_statics.TryGetValue(member, out var known))
            return known;

        var resolving = _resolving ??= new(SymbolEqualityComparer.Default);
        if (!resolving.Add(member))
            return Unknown.Instance;
        try
        {
            var value = Unknown.Instance as Value;
            foreach (var graph in InitializersOf(member.ContainingType, isStatic: true))
            {
                var written = (Value?)null;
                var interpreter = new Interpreter(this, member.ContainingType, _ => null, Written, new Trace(), cancellationToken);
                interpreter.Run(graph, graph);
                value = written ?? value;

                void Written(ISymbol target, Value given)
                {
                    if (SymbolEqualityComparer.Default.Equals(target, member))
                        written = given;
                }
            }

            if (resolving.Count == 1)
                _statics[member] = value;
            return value;
        }
        finally
        {
            resolving.Remove(member);
        }
    }

    /// <summary>Whether a method of that name is called in code outside of a type's declaration.</summary>
    public bool IsCalledOutside(IMethodSymbol method)
    {
        if (!_calls.Value.TryGetValue(method.Name, out var calls))
            return false;
        var homes = method.ContainingType.DeclaringSyntaxReferences;
        return calls.Any(call => !homes.Any(home => home.SyntaxTree == call.SyntaxTree && home.Span.Contains(call.Span)));
    }

    /// <summary>Whether anything calls a method of that name.</summary>
    public bool IsCalled(string name) => _calls.Value.ContainsKey(name);

    /// <summary>Whether some text in the code may mean a file: it has the file's name, or the name is a pattern.</summary>
    public bool NamesFile(string file)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(file);
        return name.Length == 0 || name.IndexOfAny(['*', '?']) >= 0
            || _texts.Value.Any(text => text.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    /// <summary>Whether anything outside of a type calls a method whose name starts so.</summary>
    public bool IsAnyCalledOutside(INamedTypeSymbol type, string prefix) =>
        _calls.Value.Any(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)
            && pair.Value.Any(call => !type.DeclaringSyntaxReferences.Any(home => Owns(home, call))));

    /// <summary>Whether a name that starts like this stands anywhere in the code.</summary>
    public bool Mentions(string prefix) => _mentions.GetOrAdd(prefix, one => _compilation.SyntaxTrees.Any(tree => tree.GetRoot().DescendantTokens()
        .Any(token => token.ValueText.StartsWith(one, StringComparison.Ordinal))));

    /// <summary>A program's statements don't own the types beside them.</summary>
    private static bool Owns(SyntaxReference home, SyntaxNode call) =>
        home.SyntaxTree == call.SyntaxTree && home.Span.Contains(call.Span)
        && (home.GetSyntax() is not CompilationUnitSyntax || call.FirstAncestorOrSelf<GlobalStatementSyntax>() is not null);

    /// <summary>The meaning of a file's code. Operations of a control-flow graph have none themselves.</summary>
#pragma warning disable RS1030 // The flow goes into methods of other files, and keeps the few models that it needs.
    public SemanticModel ModelOf(SyntaxTree tree) => _models.GetOrAdd(tree, known => _compilation.GetSemanticModel(known));
#pragma warning restore RS1030

    private ControlFlowGraph? Build(IMethodSymbol method)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax();
            if (syntax is LocalFunctionStatementSyntax || syntax.Span.Length > LongestBody || !_compilation.ContainsSyntaxTree(syntax.SyntaxTree))
                continue;
            if (Build(ModelOf(syntax.SyntaxTree).GetOperation(syntax)) is { } graph)
                return graph;
        }

        return null;
    }

    private static ControlFlowGraph? Build(IOperation? root) => root is not { Parent: null } ? null : root switch
    {
        IMethodBodyOperation body => ControlFlowGraph.Create(body),
        IConstructorBodyOperation body => ControlFlowGraph.Create(body),
        IBlockOperation block => ControlFlowGraph.Create(block),
        IFieldInitializerOperation field => ControlFlowGraph.Create(field),
        IPropertyInitializerOperation property => ControlFlowGraph.Create(property),
        _ => null,
    };

    private ImmutableArray<ControlFlowGraph> BuildInitializers(ITypeSymbol type, bool isStatic)
    {
        var graphs = ImmutableArray.CreateBuilder<ControlFlowGraph>();
        foreach (var member in type.GetMembers().Where(member => member.IsStatic == isStatic))
        {
            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                EqualsValueClauseSyntax? initializer = member switch
                {
                    IFieldSymbol { IsConst: false } => (reference.GetSyntax() as VariableDeclaratorSyntax)?.Initializer,
                    IPropertySymbol => (reference.GetSyntax() as PropertyDeclarationSyntax)?.Initializer,
                    _ => null,
                };
                if (initializer is not null && Build(OperationOf(initializer)) is { } graph)
                    graphs.Add(graph);
            }
        }

        return graphs.ToImmutable();
    }

    private static ImmutableArray<ISymbol> FindAliases(ControlFlowGraph graph)
    {
        var aliased = ImmutableArray.CreateBuilder<ISymbol>();
        foreach (var operation in graph.OriginalOperation.DescendantsAndSelf())
        {
            var named = operation switch
            {
                IVariableDeclaratorOperation { Symbol.IsRef: true } declarator => declarator.GetVariableInitializer(),
                IAddressOfOperation => operation,
                ISimpleAssignmentOperation { IsRef: true } assignment => assignment.Value,
                _ => null,
            };
            foreach (var inner in named?.DescendantsAndSelf() ?? [])
            {
                if (inner is ILocalReferenceOperation local)
                    aliased.Add(local.Local);
                if (inner is IFieldReferenceOperation field)
                    aliased.Add(field.Field);
            }
        }

        return aliased.ToImmutable();
    }

    /// <summary>Blocks that can reach each other are one loop (Tarjan's strongly connected components).</summary>
    private static ImmutableArray<object?> FindLoops(ControlFlowGraph graph)
    {
        var blocks = graph.Blocks;
        var loops = new object?[blocks.Length];
        var number = new int[blocks.Length];
        var low = new int[blocks.Length];
        var isOpen = new bool[blocks.Length];
        var open = new Stack<int>();
        var path = new Stack<(int Block, List<int> Next, int Position)>();
        var count = 0;
        for (var start = 0; start < blocks.Length; start++)
        {
            if (number[start] != 0)
                continue;
            Enter(start);
            while (path.Count > 0)
            {
                var (block, next, position) = path.Pop();
                if (position < next.Count)
                {
                    path.Push((block, next, position + 1));
                    if (number[next[position]] == 0)
                        Enter(next[position]);
                    else if (isOpen[next[position]])
                        low[block] = Math.Min(low[block], number[next[position]]);
                    continue;
                }

                if (path.Count > 0)
                    low[path.Peek().Block] = Math.Min(low[path.Peek().Block], low[block]);
                if (low[block] == number[block])
                    Close(block);
            }
        }

        return loops.ToImmutableArray();

        void Enter(int block)
        {
            number[block] = low[block] = ++count;
            isOpen[block] = true;
            open.Push(block);
            path.Push((block, NextOf(blocks[block]), 0));
        }

        void Close(int root)
        {
            var loop = new object();
            var isLoop = open.Peek() != root || NextOf(blocks[root]).Contains(root);
            while (true)
            {
                var block = open.Pop();
                isOpen[block] = false;
                loops[block] = isLoop ? loop : null;
                if (block == root)
                    return;
            }
        }

        static List<int> NextOf(BasicBlock block)
        {
            var next = new List<int>();
            if (block.FallThroughSuccessor?.Destination is { } through)
                next.Add(through.Ordinal);
            if (block.ConditionalSuccessor?.Destination is { } conditional)
                next.Add(conditional.Ordinal);
            return next;
        }
    }

    private ImmutableArray<string> FindTexts() => _compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantTokens())
        .Where(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken)
        .Select(token => token.ValueText)
        .Distinct()
        .ToImmutableArray();

    private Dictionary<string, List<SyntaxNode>> FindCalls()
    {
        var calls = new Dictionary<string, List<SyntaxNode>>(StringComparer.Ordinal);
        foreach (var tree in _compilation.SyntaxTrees)
        {
            foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                var name = call.Expression switch
                {
                    SimpleNameSyntax simple => simple,
                    MemberAccessExpressionSyntax access => access.Name,
                    MemberBindingExpressionSyntax binding => binding.Name,
                    _ => null,
                };
                if (name is null)
                    continue;
                if (!calls.TryGetValue(name.Identifier.ValueText, out var places))
                    calls.Add(name.Identifier.ValueText, places = []);
                places.Add(call);
            }
        }

        return calls;
    }
}
