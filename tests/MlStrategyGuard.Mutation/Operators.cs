using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlStrategyGuard.Mutation;

/// <summary>The mutations of a member's source. What messages say is not mutated; what decides about them is.</summary>
internal static partial class Operators
{
    private static readonly Dictionary<SyntaxKind, SyntaxKind[]> Binary = new()
    {
        [SyntaxKind.LessThanExpression] = [SyntaxKind.LessThanOrEqualExpression, SyntaxKind.GreaterThanOrEqualExpression],
        [SyntaxKind.LessThanOrEqualExpression] = [SyntaxKind.LessThanExpression, SyntaxKind.GreaterThanExpression],
        [SyntaxKind.GreaterThanExpression] = [SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.LessThanOrEqualExpression],
        [SyntaxKind.GreaterThanOrEqualExpression] = [SyntaxKind.GreaterThanExpression, SyntaxKind.LessThanExpression],
        [SyntaxKind.EqualsExpression] = [SyntaxKind.NotEqualsExpression],
        [SyntaxKind.NotEqualsExpression] = [SyntaxKind.EqualsExpression],
        [SyntaxKind.LogicalAndExpression] = [SyntaxKind.LogicalOrExpression],
        [SyntaxKind.LogicalOrExpression] = [SyntaxKind.LogicalAndExpression],
        [SyntaxKind.AddExpression] = [SyntaxKind.SubtractExpression],
        [SyntaxKind.SubtractExpression] = [SyntaxKind.AddExpression],
        [SyntaxKind.MultiplyExpression] = [SyntaxKind.DivideExpression],
        [SyntaxKind.DivideExpression] = [SyntaxKind.MultiplyExpression],
        [SyntaxKind.ModuloExpression] = [SyntaxKind.MultiplyExpression],
    };

    private static readonly Dictionary<string, string> Calls = new()
    {
        ["Any"] = "All",
        ["All"] = "Any",
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["Floor"] = "Ceiling",
        ["Ceiling"] = "Floor",
        ["First"] = "Last",
        ["Last"] = "First",
        ["FirstOrDefault"] = "LastOrDefault",
        ["LastOrDefault"] = "FirstOrDefault",
        ["OrderBy"] = "OrderByDescending",
        ["OrderByDescending"] = "OrderBy",
        ["ThenBy"] = "ThenByDescending",
        ["ThenByDescending"] = "ThenBy",
        ["Take"] = "Skip",
        ["Skip"] = "Take",
        ["Sum"] = "Max",
    };

    /// <summary>All mutations of a member, in the order of its text.</summary>
    public static IEnumerable<Mutation> Of(MemberDeclarationSyntax member, SemanticModel model) =>
        from node in member.DescendantNodes()
        where !node.Ancestors().Any(ancestor => ancestor is AttributeListSyntax or ParameterListSyntax)
            && !node.AncestorsAndSelf().Any(IsNameof)
        from mutation in OfNode(node, model)
        select mutation;

    private static IEnumerable<Mutation> OfNode(SyntaxNode node, SemanticModel model) => node switch
    {
        BinaryExpressionSyntax binary => OfBinary(binary, model),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => [To(not, not.Operand)],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => [To(minus, minus.Operand)],
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } up =>
            [To(up, SyntaxFactory.PostfixUnaryExpression(SyntaxKind.PostDecrementExpression, up.Operand))],
        LiteralExpressionSyntax literal => OfLiteral(literal),
        NameSyntax or MemberAccessExpressionSyntax => OfConstant((ExpressionSyntax)node, model),
        IfStatementSyntax branch => OfCondition(branch.Condition),
        WhileStatementSyntax loop => OfCondition(loop.Condition),
        ConditionalExpressionSyntax choice =>
        [
            To(choice, choice.WithWhenTrue(choice.WhenFalse).WithWhenFalse(choice.WhenTrue)),
            To(choice, SyntaxFactory.ParenthesizedExpression(choice.WhenTrue)),
            To(choice, SyntaxFactory.ParenthesizedExpression(choice.WhenFalse)),
        ],
        WhenClauseSyntax guard => [new Mutation(guard, null, $"no '{Text(guard)}'")],
        RelationalPatternSyntax pattern => OfRelation(pattern),
        BinaryPatternSyntax pattern => [To(pattern, pattern.Left), To(pattern, pattern.Right)],
        UnaryPatternSyntax pattern => [To(pattern, pattern.Pattern)],
        SubpatternSyntax { Parent: PropertyPatternClauseSyntax } part => [new Mutation(part, null, $"no '{Text(part)}'")],
        InvocationExpressionSyntax call => OfCall(call, model),
        YieldStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax { Parent: not SwitchSectionSyntax } or ReturnStatementSyntax { Expression: null } =>
            [Removed((StatementSyntax)node)],
        ExpressionStatementSyntax { Expression: not AssignmentExpressionSyntax { Left: DeclarationExpressionSyntax or TupleExpressionSyntax } } statement => [Removed(statement)],
        _ => [],
    };

    private static IEnumerable<Mutation> OfBinary(BinaryExpressionSyntax binary, SemanticModel model)
    {
        if (model.GetTypeInfo(binary).Type?.SpecialType == SpecialType.System_String && binary.IsKind(SyntaxKind.AddExpression))
            yield break;

        foreach (var kind in Binary.GetValueOrDefault(binary.Kind()) ?? [])
            yield return To(binary, SyntaxFactory.BinaryExpression(kind, binary.Left, binary.Right));
        if (binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression)
        {
            yield return To(binary, SyntaxFactory.ParenthesizedExpression(binary.Left));
            yield return To(binary, SyntaxFactory.ParenthesizedExpression(binary.Right));
        }
    }

    private static IEnumerable<Mutation> OfLiteral(LiteralExpressionSyntax literal)
    {
        if (literal.IsKind(SyntaxKind.TrueLiteralExpression))
            yield return To(literal, SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression));
        else if (literal.IsKind(SyntaxKind.FalseLiteralExpression))
            yield return To(literal, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression));
        else if (literal.IsKind(SyntaxKind.NumericLiteralExpression))
            yield return To(literal, Other(literal.Token.Value!));
        else if (literal.Parent is ConstantPatternSyntax { Parent: not UnaryPatternSyntax } pattern && literal.IsKind(SyntaxKind.NullLiteralExpression))
            yield return To(pattern, SyntaxFactory.UnaryPattern(SyntaxFactory.Token(SyntaxKind.NotKeyword).WithTrailingTrivia(SyntaxFactory.Space), pattern));
        else if (literal.Token.Value is string text && Key().IsMatch(text) && !literal.Ancestors().Any(ancestor => ancestor is InterpolationSyntax))
            yield return To(literal, SyntaxFactory.ParseExpression($"\"not_{text}\""));
    }

    /// <summary>A constant is mutated where it is used, like the literal that it stands for.</summary>
    private static IEnumerable<Mutation> OfConstant(ExpressionSyntax name, SemanticModel model)
    {
        if (name.Parent is MemberAccessExpressionSyntax or NameEqualsSyntax or NameColonSyntax or ExpressionColonSyntax
            || model.GetSymbolInfo(name).Symbol is not (IFieldSymbol { HasConstantValue: true, ContainingType.TypeKind: not TypeKind.Enum, ConstantValue: not string } or ILocalSymbol { HasConstantValue: true, ConstantValue: not string })
            || model.GetConstantValue(name) is not { HasValue: true, Value: IConvertible value } || value is string or char or bool)
            yield break;
        yield return To(name, Other(value));
    }

    private static IEnumerable<Mutation> OfCondition(ExpressionSyntax condition)
    {
        yield return To(condition, SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, SyntaxFactory.ParenthesizedExpression(condition)));
        yield return To(condition, SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression));
    }

    private static IEnumerable<Mutation> OfRelation(RelationalPatternSyntax pattern)
    {
        var others = pattern.OperatorToken.Kind() switch
        {
            SyntaxKind.LessThanToken => new[] { SyntaxKind.LessThanEqualsToken, SyntaxKind.GreaterThanEqualsToken },
            SyntaxKind.LessThanEqualsToken => [SyntaxKind.LessThanToken, SyntaxKind.GreaterThanToken],
            SyntaxKind.GreaterThanToken => [SyntaxKind.GreaterThanEqualsToken, SyntaxKind.LessThanEqualsToken],
            _ => [SyntaxKind.GreaterThanToken, SyntaxKind.LessThanToken],
        };
        return others.Select(other => To(pattern, pattern.WithOperatorToken(SyntaxFactory.Token(other).WithTriviaFrom(pattern.OperatorToken))));
    }

    private static IEnumerable<Mutation> OfCall(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (call.Expression is not MemberAccessExpressionSyntax access
            || model.GetSymbolInfo(call).Symbol?.ContainingNamespace.ToString() is not ("System" or "System.Linq"))
            yield break;

        if (Calls.TryGetValue(access.Name.Identifier.Text, out var other))
            yield return To(call, call.WithExpression(access.WithName(SyntaxFactory.IdentifierName(other))));
        if (access.Name.Identifier.Text is "Where" or "Distinct" or "Take" or "Abs" or "OrderBy" or "OrderByDescending" or "ThenBy")
            yield return To(call, access.Name.Identifier.Text == "Abs" ? call.ArgumentList.Arguments[0].Expression : access.Expression);
    }

    private static ExpressionSyntax Other(object number) => SyntaxFactory.ParseExpression(number switch
    {
        int value => (value + 1).ToString(CultureInfo.InvariantCulture),
        long value => (value + 1).ToString(CultureInfo.InvariantCulture) + "L",
        double value => (value == 0 ? 1 : value * 2).ToString("R", CultureInfo.InvariantCulture) + "d",
        _ => throw new NotSupportedException($"no other number for {number.GetType()}"),
    });

    private static Mutation Removed(StatementSyntax statement) =>
        new(statement, SyntaxFactory.Block(), $"removed '{Text(statement)}'");

    private static Mutation To(SyntaxNode place, SyntaxNode replacement)
    {
        // Spaces around, or `is null` would become `isnot null`.
        var spaced = replacement.NormalizeWhitespace().WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space);
        return new Mutation(place, spaced, $"'{Text(place)}' to '{Text(replacement)}'");
    }

    private static bool IsNameof(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } };

    private static string Text(SyntaxNode node)
    {
        var text = Spaces().Replace(node.NormalizeWhitespace().ToString(), " ");
        return text.Length <= 90 ? text : text[..87] + "...";
    }

    [GeneratedRegex("^[a-z0-9_.]+$")]
    private static partial Regex Key();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
