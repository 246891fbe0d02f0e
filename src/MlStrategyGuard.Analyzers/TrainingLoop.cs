using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers;

/// <summary>A loop statement around a place in the code, perhaps in a method that leads there.</summary>
/// <param name="Statement">The loop.</param>
/// <param name="Caller">The call that leads to the method with the loop; null in the method that is analyzed.</param>
internal sealed record TrainingLoop(StatementSyntax Statement, Site? Caller)
{
    /// <summary>The loops around a site, the innermost one first, through the calls that lead there.</summary>
    public static IEnumerable<TrainingLoop> Around(Site site)
    {
        for (Site? level = site; level is not null; level = level.Caller)
        {
            foreach (var node in level.Node.Ancestors())
            {
                if (IsFunction(node))
                    break;
                if (node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
                    && !IsHead((StatementSyntax)node, level.Node))
                {
                    yield return new TrainingLoop((StatementSyntax)node, level.Caller);
                }
            }
        }
    }

    /// <summary>Whether a site lies in the loop, whatever calls lead to the loop.</summary>
    public bool Contains(Site site)
    {
        for (Site? level = site; level is not null; level = level.Caller)
        {
            if (level.Node.SyntaxTree == Statement.SyntaxTree && Statement.Span.Contains(level.Node.Span))
                return true;
        }

        return false;
    }

    /// <summary>Where a site enters the loop by the same calls: the node in the loop's own method; null when it doesn't.</summary>
    public SyntaxNode? EntryOf(Site site)
    {
        for (Site? level = site; level is not null; level = level.Caller)
        {
            if (Equals(level.Caller, Caller) && level.Node.SyntaxTree == Statement.SyntaxTree && Statement.Span.Contains(level.Node.Span))
                return level.Node;
        }

        return null;
    }

    /// <summary>Whether every turn of the loop comes to a site: no branch of the code lies between.</summary>
    public bool AlwaysReaches(Site site)
    {
        for (Site? level = site; level is not null; level = level.Caller)
        {
            foreach (var node in level.Node.Ancestors())
            {
                if (node == Statement)
                    return !Statement.DescendantNodes().Any(inner => inner is ContinueStatementSyntax or ReturnStatementSyntax or GotoStatementSyntax);
                if (IsFunction(node))
                    break;
                if (node is IfStatementSyntax or ElseClauseSyntax or SwitchStatementSyntax or SwitchExpressionSyntax or ConditionalExpressionSyntax
                    or ConditionalAccessExpressionSyntax or CatchClauseSyntax or WhileStatementSyntax or ForStatementSyntax)
                {
                    return false;
                }
            }

            if (level.Caller is not null && FunctionOf(level.Node) is { } function
                && function.DescendantNodes().Any(inner => inner is ReturnStatementSyntax { Expression: null }))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The method, local function or lambda that a node stands in.</summary>
    public static SyntaxNode? FunctionOf(SyntaxNode node) => node.Ancestors().FirstOrDefault(IsFunction);

    private static bool IsFunction(SyntaxNode node) =>
        node is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax or AccessorDeclarationSyntax;

    /// <summary>What a foreach runs over is evaluated before the loop, as is how a for starts.</summary>
    private static bool IsHead(StatementSyntax loop, SyntaxNode node) => loop switch
    {
        CommonForEachStatementSyntax each => each.Expression.Span.Contains(node.Span),
        ForStatementSyntax { Declaration: { } declaration } => declaration.Span.Contains(node.Span),
        _ => false,
    };
}
