using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlStrategyGuard.Mutation;

/// <summary>
/// An assembly that holds all mutants at once. Every member is there once for each of its mutations, as a whole, since
/// no expression can choose between patterns that declare variables; the member itself calls the one switched on.
/// </summary>
internal sealed class MutatedAssembly
{
    private const string Suffix = "__mutant";

    /// <summary>What a member asks which of its copies to run, and what ends a loop that a mutation made endless.</summary>
    private const string Switch =
        """
        public static class MutantSwitch
        {
            public static int Active;
            public static long Steps;
            public static long MostSteps = long.MaxValue;
            public static bool[] Entered = new bool[100_000];
            public static int Enter(int member)
            {
                System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
                Entered[member] = true;
                return Active;
            }
            public static void Step()
            {
                if (++Steps > MostSteps)
                    throw new System.InvalidOperationException("endless");
            }
        }
        """;

    private MutatedAssembly(byte[] image, IReadOnlyList<Mutant> mutants, int dropped)
    {
        Image = image;
        Mutants = mutants;
        Dropped = dropped;
    }

    public byte[] Image { get; }

    public IReadOnlyList<Mutant> Mutants { get; }

    /// <summary>Mutations that don't compile.</summary>
    public int Dropped { get; }

    /// <summary>Mutates the chosen files of a project and compiles all of it.</summary>
    /// <param name="name">The assembly's name.</param>
    /// <param name="sources">Path and text of every source file.</param>
    /// <param name="isMutated">Whether a path is mutated.</param>
    /// <param name="references">The assemblies to compile against.</param>
    /// <exception cref="InvalidOperationException">The source doesn't compile even without a mutation.</exception>
    public static MutatedAssembly Compile(
        string name, IReadOnlyList<(string Path, string Text)> sources, Func<string, bool> isMutated, IReadOnlyList<string> references)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, parse, source.Path)).ToList();
        var original = CSharpCompilation.Create(
            name,
            [.. trees, CSharpSyntaxTree.ParseText(Switch, parse)],
            references.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, deterministic: true));
        Complain(original.GetDiagnostics());

        var members = new List<(SyntaxTree Tree, MemberDeclarationSyntax Member, List<(int Number, Mutation Mutation)> Mutations)>();
        var mutants = new List<Mutant>();
        foreach (var tree in trees.Where(tree => isMutated(tree.FilePath)))
        {
            var model = original.GetSemanticModel(tree);
            foreach (var member in tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>().Where(HasCode))
            {
                var mutations = new List<(int, Mutation)>();
                foreach (var mutation in Operators.Of(member, model).DistinctBy(mutation => (mutation.Place, mutation.What)))
                {
                    var line = tree.GetLineSpan(mutation.Place.Span).StartLinePosition.Line + 1;
                    mutants.Add(new Mutant(mutants.Count + 1, members.Count, Path.GetFileName(tree.FilePath), line, mutation.What));
                    mutations.Add((mutants.Count, mutation));
                }

                members.Add((tree, member, mutations));
            }
        }

        var dropped = new HashSet<int>();
        while (true)
        {
            var mutated = original;
            foreach (var file in members.Select((member, i) => (member.Tree, member.Member, member.Mutations, Number: i)).GroupBy(member => member.Tree))
            {
                var root = file.Key.GetRoot();
                var copies = file.ToDictionary(
                    member => (SyntaxNode)member.Member,
                    member => Copies(member.Member, member.Number, member.Mutations.Where(mutation => !dropped.Contains(mutation.Number)).ToList()));
                root = new Inserter(copies).Visit(root);
                mutated = mutated.ReplaceSyntaxTree(file.Key, CSharpSyntaxTree.ParseText(root.ToFullString(), parse, file.Key.FilePath));
            }

            using var image = new MemoryStream();
            var result = mutated.Emit(image);
            if (result.Success)
                return new MutatedAssembly(image.ToArray(), [.. mutants.Where(mutant => !dropped.Contains(mutant.Number))], dropped.Count);

            var wrong = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
            var before = dropped.Count;
            dropped.UnionWith(wrong.Select(NumberAt).OfType<int>());
            if (dropped.Count == before)
                Complain(wrong);
        }
    }

    private static void Complain(IEnumerable<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(error => error.ToString()).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException($"The source doesn't compile:\n{string.Join("\n", errors.Take(10))}");
    }

    /// <summary>Methods and properties that compute something; fields and automatic properties have no code to copy.</summary>
    private static bool HasCode(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        PropertyDeclarationSyntax property => property.ExpressionBody is not null,
        _ => false,
    };

    /// <summary>The copy that an error stands in.</summary>
    private static int? NumberAt(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetRoot().FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf()
            .OfType<MethodDeclarationSyntax>()
            .Select(method => method.Identifier.Text)
            .Where(name => name.Contains(Suffix, StringComparison.Ordinal))
            .Select(name => (int?)int.Parse(name[(name.LastIndexOf(Suffix, StringComparison.Ordinal) + Suffix.Length)..]))
            .FirstOrDefault();

    private static List<MemberDeclarationSyntax> Copies(
        MemberDeclarationSyntax member, int number, List<(int Number, Mutation Mutation)> mutations)
    {
        var (name, type, parameters, typeParameters) = member switch
        {
            MethodDeclarationSyntax method => (method.Identifier.Text, method.ReturnType, method.ParameterList, method.TypeParameterList),
            PropertyDeclarationSyntax property => (property.Identifier.Text, property.Type, SyntaxFactory.ParameterList(), null),
            _ => throw new InvalidOperationException($"no copy of a {member.Kind()}"),
        };
        var types = typeParameters is null ? "" : $"<{string.Join(", ", typeParameters.Parameters.Select(parameter => parameter.Identifier.Text))}>";
        var arguments = string.Join(", ", parameters.Parameters.Select(parameter =>
            $"{parameter.Modifiers.FirstOrDefault(modifier => modifier.Kind() is SyntaxKind.OutKeyword or SyntaxKind.RefKeyword or SyntaxKind.InKeyword)} {parameter.Identifier.Text}"));
        var isVoid = type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        string Call(int copy) => isVoid ? $"{name}{Suffix}{copy}{types}({arguments}); return;" : $"return {name}{Suffix}{copy}{types}({arguments});";

        var body = (BlockSyntax)SyntaxFactory.ParseStatement(
            $"{{ switch (global::MutantSwitch.Enter({number})) {{ {string.Concat(mutations.Select(mutation => $"case {mutation.Number}: {Call(mutation.Number)} "))} default: {Call(0)} }} }}");
        MemberDeclarationSyntax choice = member switch
        {
            MethodDeclarationSyntax method => method.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default)
                .WithModifiers([.. method.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword))]),
            _ => ((PropertyDeclarationSyntax)member).WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(
                SyntaxFactory.AccessorList([SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, body)])),
        };

        return
        [
            choice,
            Copy(member, member, 0),
            .. mutations.Select(mutation => Copy(member, Apply(member, mutation.Mutation), mutation.Number)),
        ];
    }

    private static MemberDeclarationSyntax Apply(MemberDeclarationSyntax member, Mutation mutation) =>
        mutation.Replacement is { } replacement
            ? member.ReplaceNode(mutation.Place, replacement)
            : member.RemoveNode(mutation.Place, SyntaxRemoveOptions.KeepNoTrivia)!;

    private static MethodDeclarationSyntax Copy(MemberDeclarationSyntax member, MemberDeclarationSyntax changed, int number)
    {
        var counted = (MemberDeclarationSyntax)new StepCounter().Visit(changed);
        var isStatic = member.Modifiers.Any(SyntaxKind.StaticKeyword) ? "static " : "";
        var isAsync = member.Modifiers.Any(SyntaxKind.AsyncKeyword) ? "async " : "";
        var text = counted switch
        {
            MethodDeclarationSyntax method =>
                $"private {isStatic}{isAsync}{method.ReturnType.WithoutTrivia()} {method.Identifier.Text}{Suffix}{number}{method.TypeParameterList}{method.ParameterList.ToString().Replace("(this ", "(", StringComparison.Ordinal)} {string.Join(" ", method.ConstraintClauses)} {method.Body}{method.ExpressionBody}{method.SemicolonToken}",
            PropertyDeclarationSyntax property =>
                $"private {isStatic}{property.Type.WithoutTrivia()} {property.Identifier.Text}{Suffix}{number}() {property.ExpressionBody};",
            _ => throw new InvalidOperationException($"no copy of a {member.Kind()}"),
        };
        return (MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"\n{text}\n")!;
    }

    /// <summary>Puts a member's copies in its place.</summary>
    private sealed class Inserter(IReadOnlyDictionary<SyntaxNode, List<MemberDeclarationSyntax>> copies) : CSharpSyntaxRewriter
    {
        public override SyntaxList<TNode> VisitList<TNode>(SyntaxList<TNode> list) =>
            list is SyntaxList<MemberDeclarationSyntax> members
                ? (SyntaxList<TNode>)(object)SyntaxFactory.List(members.SelectMany(member =>
                    copies.TryGetValue(member, out var own) ? own : [(MemberDeclarationSyntax)Visit(member)!]))
                : base.VisitList(list);
    }

    /// <summary>Counts the rounds of every loop.</summary>
    private sealed class StepCounter : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitForStatement(ForStatementSyntax node) =>
            ((ForStatementSyntax)base.VisitForStatement(node)!) is var loop ? loop.WithStatement(Counted(loop.Statement)) : null;

        public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) =>
            ((WhileStatementSyntax)base.VisitWhileStatement(node)!) is var loop ? loop.WithStatement(Counted(loop.Statement)) : null;

        public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) =>
            ((DoStatementSyntax)base.VisitDoStatement(node)!) is var loop ? loop.WithStatement(Counted(loop.Statement)) : null;

        private static BlockSyntax Counted(StatementSyntax body) =>
            SyntaxFactory.Block(SyntaxFactory.ParseStatement("global::MutantSwitch.Step();\n"), body);
    }
}
