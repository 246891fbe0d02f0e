using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>Finds the sources of chance in a lambda.</summary>
internal static class Randomness
{
    /// <summary>Whether the code draws random values: null if not, false when nothing fixes them, true when a seed may.</summary>
    public static bool? In(SyntaxNode code, SemanticModel model)
    {
        bool? found = null;
        foreach (var call in code.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>())
        {
            if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
                continue;
            if (method is { Name: "NewGuid", ContainingType.Name: "Guid" })
                return false;
            if (method.ContainingType is { Name: "Random" } && method.Name.StartsWith("Next", StringComparison.Ordinal))
            {
                var receiver = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
                if (receiver is not null && IsUnseeded(receiver, model))
                    return false;
                found = true;
            }
        }

        return found;
    }

    private static bool IsUnseeded(ExpressionSyntax receiver, SemanticModel model)
    {
        if (receiver is BaseObjectCreationExpressionSyntax creation)
            return creation.ArgumentList is null or { Arguments.Count: 0 };
        var symbol = model.GetSymbolInfo(receiver).Symbol;
        if (symbol is IPropertySymbol { Name: "Shared" })
            return true;
        var declaration = symbol is ILocalSymbol or IFieldSymbol
            ? symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as VariableDeclaratorSyntax
            : null;
        return declaration?.Initializer?.Value is BaseObjectCreationExpressionSyntax made && made.ArgumentList is null or { Arguments.Count: 0 };
    }
}
