using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlStrategyGuard.Analyzers.Tests;

/// <summary>Rewrites a program in ways that change nothing of what it does.</summary>
internal static class Reshaping
{
    private const string Extracted =
        """

        internal static class Extracted
        {
            public static T FitNow<T>(IEstimator<T> estimator, IDataView rows)
                where T : ITransformer
            {
                var local = rows;
                return estimator.Fit(local);
            }

            public static IDataView Score(ITransformer transformer, IDataView rows) => transformer.Transform(rows);
        }
        """;

    private const string ExtractedTorch =
        """

        internal static class Extracted
        {
            public static void Back(TorchSharp.torch.Tensor loss)
            {
                var local = loss;
                local.backward();
            }

            public static void Judge(TorchSharp.torch.nn.Module network) => network.eval();
        }
        """;

    public static IReadOnlyDictionary<string, Func<string, string>> All { get; } = new Dictionary<string, Func<string, string>>
    {
        ["as it is"] = source => source,
        ["other names"] = source => new Renaming(source).Rewrite(),
        ["other method"] = source => UsesTorch(source)
            ? new TorchExtraction().Rewrite(source) + ExtractedTorch
            : new Extraction().Rewrite(source) + Extracted,
        ["try block"] = source => new Guarding().Rewrite(source),
        ["parentheses"] = source => new Wrapping().Rewrite(source),
    };

    private static bool UsesTorch(string source) => source.Contains("using TorchSharp;", StringComparison.Ordinal);

    private static string Rewrite(this CSharpSyntaxRewriter rewriter, string source) =>
        rewriter.Visit(CSharpSyntaxTree.ParseText(source).GetRoot()).ToFullString();

    /// <summary>Calls every variable v1, v2 ...</summary>
    private sealed class Renaming(string source)
    {
        public string Rewrite()
        {
            var root = CSharpSyntaxTree.ParseText(source).GetRoot();
            var declared = root.DescendantNodes().Select(node => node switch
            {
                VariableDeclaratorSyntax { Parent.Parent: not FieldDeclarationSyntax } variable => variable.Identifier.Text,
                VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } variable
                    when field.Modifiers.Any(SyntaxKind.PrivateKeyword) && !field.Modifiers.Any(SyntaxKind.ConstKeyword) => variable.Identifier.Text,
                SingleVariableDesignationSyntax variable => variable.Identifier.Text,
                ForEachStatementSyntax loop => loop.Identifier.Text,
                _ => null,
            }).OfType<string>().Where(name => name != "_").Distinct().ToList();
            var taken = root.DescendantNodes().Select(node => node switch
            {
                PropertyDeclarationSyntax property => property.Identifier.Text,
                ParameterSyntax parameter => parameter.Identifier.Text,
                TupleElementSyntax element => element.Identifier.Text,
                NameColonSyntax colon => colon.Name.Identifier.Text,
                MethodDeclarationSyntax method => method.Identifier.Text,
                _ => null,
            }).OfType<string>().ToHashSet();
            var names = declared.Where(name => !taken.Contains(name)).Select((name, index) => (name, $"v{index}")).ToDictionary();
            var tokens = root.DescendantTokens()
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && names.ContainsKey(token.Text)
                    && token.Parent is not (NameColonSyntax or NameEqualsSyntax)
                    && !(token.Parent is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name && access.Name == name && access.Expression is not ThisExpressionSyntax));
            return root.ReplaceTokens(tokens, (token, _) => SyntaxFactory.Identifier(token.LeadingTrivia, names[token.Text], token.TrailingTrivia)).ToFullString();
        }
    }

    /// <summary>Fits and transforms through methods of another class.</summary>
    private sealed class Extraction : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
        {
            var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
            if (visited is not { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: [{ NameColon: null } argument] })
                return visited;
            return access.Name.Identifier.Text switch
            {
                "Fit" => SyntaxFactory.ParseExpression($"Extracted.FitNow({access.Expression}, {argument})"),
                "Transform" => SyntaxFactory.ParseExpression($"Extracted.Score({access.Expression}, {argument})"),
                _ => visited,
            };
        }
    }

    /// <summary>Goes back and switches modes through methods of another class.</summary>
    private sealed class TorchExtraction : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node) =>
            base.VisitInvocationExpression(node) is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: [] } visited
                ? access.Name.Identifier.Text switch
                {
                    "backward" => SyntaxFactory.ParseExpression($"Extracted.Back({access.Expression})").WithLeadingTrivia(visited.GetLeadingTrivia()),
                    "eval" => SyntaxFactory.ParseExpression($"Extracted.Judge({access.Expression})").WithLeadingTrivia(visited.GetLeadingTrivia()),
                    _ => visited,
                }
                : base.VisitInvocationExpression(node);
    }

    /// <summary>Puts the body of each method into a try block.</summary>
    private sealed class Guarding : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) => node.Body is null || node.Body.Statements.Count == 0
            ? node
            : node.WithBody((BlockSyntax)SyntaxFactory.ParseStatement(
                $$"""{ try {{node.Body.ToFullString()}} catch (InvalidOperationException failure) { Console.WriteLine(failure); throw; } }"""));
    }

    /// <summary>Puts arguments into parentheses and casts them to what they are.</summary>
    private sealed class Wrapping : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
        {
            var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
            return visited is { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Fit" or "Transform" }, ArgumentList.Arguments: [{ NameColon: null } argument] }
                ? visited.WithArgumentList(SyntaxFactory.ParseArgumentList($"(((IDataView)({argument})))"))
                : visited;
        }
    }
}
