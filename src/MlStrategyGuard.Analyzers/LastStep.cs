using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers;

/// <summary>The last thing that a network does with its input.</summary>
internal static class LastStep
{
    private const int Deepest = 6;

    private static readonly HashSet<string> Functions = new(StringComparer.Ordinal) { "softmax", "log_softmax", "sigmoid" };

    /// <summary>"softmax", "log_softmax", "sigmoid" or a layer's class such as "Linear"; null when it isn't known or there are several.</summary>
    public static string? Of(Instance module, CompilationFlow flow)
    {
        if (module.Origin is Site { Operation.Syntax: ExpressionSyntax making } && OfLayer(making, flow, 0) is { } layer)
            return layer;
        if (module.Type is not INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } type || (module.Origin is not Site && !type.IsSealed))
            return null;
        var methods = type.GetMembers("forward").SelectMany(member => member.DeclaringSyntaxReferences).ToList();
        return methods.Count == 1 ? OfMethod(methods[0].GetSyntax(), flow) : null;
    }

    private static string? OfMethod(SyntaxNode method, CompilationFlow flow)
    {
        if (method is MethodDeclarationSyntax { ExpressionBody.Expression: { } body })
            return OfExpression(body, flow, 0);
        var results = method.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>()
            .Select(result => result.Expression is null ? null : OfExpression(result.Expression, flow, 0)).Distinct().ToList();
        return results.Count == 1 ? results[0] : null;
    }

    private static string? OfExpression(ExpressionSyntax expression, CompilationFlow flow, int depth)
    {
        if (depth > Deepest)
            return null;
        var model = flow.ModelOf(expression.SyntaxTree);
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return OfExpression(inner.Expression, flow, depth + 1);
            case IdentifierNameSyntax name when model.GetSymbolInfo(name).Symbol is ILocalSymbol local:
                return OfLocal(local, name, flow, depth);
            case InvocationExpressionSyntax call when model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingAssembly.Name: "TorchSharp" } method:
                if (Functions.Contains(method.Name))
                    return method.Name;
                if (method.Name is "MoveToOuterDisposeScope" or "alias" && call.Expression is MemberAccessExpressionSyntax { Expression: var same })
                    return OfExpression(same, flow, depth + 1);
                return method.Name is "forward" or "call" && call.Expression is MemberAccessExpressionSyntax { Expression: var layer } && model.GetSymbolInfo(layer).Symbol is IFieldSymbol field
                    ? OfField(field, flow, depth)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>The last value that a local surely has: all that is ever assigned to it, in the order of the code.</summary>
    private static string? OfLocal(ILocalSymbol local, SyntaxNode use, CompilationFlow flow, int depth)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not VariableDeclaratorSyntax declaration || TrainingLoop.FunctionOf(use) is not { } function)
            return null;
        var last = declaration.Initializer?.Value;
        foreach (var assignment in function.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (assignment.Left is not IdentifierNameSyntax { Identifier.ValueText: var name } || name != local.Name || assignment.SpanStart > use.SpanStart)
                continue;
            if (Statements.Of(assignment) is not { } statement || Statements.ListOf(statement) != declaration.FirstAncestorOrSelf<BlockSyntax>())
                return null;
            last = assignment.Right;
        }

        return last is null || last.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault() == use ? null : OfExpression(last, flow, depth + 1);
    }

    private static string? OfField(IFieldSymbol field, CompilationFlow flow, int depth)
    {
        var makings = field.ContainingType.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax().DescendantNodes()).Select(node => node switch
        {
            VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax, Initializer.Value: { } start } variable when variable.Identifier.ValueText == field.Name => start,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } assignment when target.Identifier.ValueText == field.Name => assignment.Right,
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var target } } assignment when target.Identifier.ValueText == field.Name => assignment.Right,
            _ => null,
        }).OfType<ExpressionSyntax>().ToList();
        return makings.Count == 1 ? OfLayer(makings[0], flow, depth + 1) : null;
    }

    /// <summary>What a layer that is made here does last.</summary>
    private static string? OfLayer(ExpressionSyntax making, CompilationFlow flow, int depth)
    {
        if (depth > Deepest || making is not InvocationExpressionSyntax call
            || flow.ModelOf(making.SyntaxTree).GetSymbolInfo(call).Symbol is not IMethodSymbol { ContainingAssembly.Name: "TorchSharp" } method)
        {
            return null;
        }

        switch (method.Name)
        {
            case "Sequential":
                var last = call.ArgumentList.Arguments.LastOrDefault()?.Expression;
                last = last is TupleExpressionSyntax named ? named.Arguments.Last().Expression : last;
                return last is null ? null : OfLayer(last, flow, depth + 1);
            case "to" or "cuda" or "cpu" when call.Expression is MemberAccessExpressionSyntax { Expression: var moved }:
                return OfLayer(moved, flow, depth + 1);
            case "Softmax":
                return "softmax";
            case "LogSoftmax":
                return "log_softmax";
            case "Sigmoid":
                return "sigmoid";
            case "Linear":
                return "Linear";
            default:
                return null;
        }
    }
}
