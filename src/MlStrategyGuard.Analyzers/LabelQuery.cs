using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers;

/// <summary>Queries over rows in memory that go by the label, as <c>rows.GroupBy(row => row.Label)</c> does.</summary>
internal static class LabelQuery
{
    /// <summary>Whether a query goes by the column that a model learns to tell and is scored on; false when that isn't certain.</summary>
    /// <param name="query">The call with the selector.</param>
    /// <param name="score">The score.</param>
    /// <param name="fit">The fit of the model that is scored.</param>
    /// <param name="context">The code.</param>
    public static bool GoesByLabel(Site query, EvaluationEvent score, FitEvent fit, CodeContext context) =>
        Selected(query, context) is { } column && LabelOf(score, fit) is { } label
        && SymbolEqualityComparer.Default.Equals(Columns.Find(column.ContainingType, label), column);

    /// <summary>The field or property that a query goes by; null when it isn't one.</summary>
    private static ISymbol? Selected(Site query, CodeContext context) =>
        query.Node is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments }
        && arguments[0].Expression is SimpleLambdaExpressionSyntax { ExpressionBody: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } member }
            ? context.Flow.Compilation.ModelOf(member.SyntaxTree).GetSymbolInfo(member).Symbol
            : null;

    private static string? LabelOf(EvaluationEvent score, FitEvent fit) =>
        fit.Estimator?.Parts.LastOrDefault(part => part.Learning == Learning.Trainer)?.Text("labelColumnName") is { } label && label == score.Label ? label : null;
}
