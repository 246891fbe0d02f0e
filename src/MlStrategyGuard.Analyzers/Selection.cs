using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers;

/// <summary>Whether a comparison of scores decides which model survives.</summary>
internal static class Selection
{
    /// <summary>The scores are those of several models: each turn of a loop fits or validates one, or there are two.</summary>
    public static bool AreCandidates(IEnumerable<Score> scores, CodeContext context)
    {
        var sites = scores.Select(score => score.Evaluation).Distinct().ToList();
        var fits = sites.Select(site => context.Trace.At<EvaluationEvent>(site)?.LastFit).Distinct().ToList();
        return (fits.Count > 1 && fits.All(fit => fit is not null))
            || sites.Any(site => context.Trace.At<CrossValidationEvent>(site) is { Loops.IsEmpty: false }
                || (context.Trace.At<EvaluationEvent>(site) is { } score && context.Trace.At<FitEvent>(score.LastFit) is { } made && made.SharesLoop(score)));
    }

    /// <summary>Whether what is compared decides on more than what is printed and on more than the best score itself.</summary>
    public static bool Chooses(SyntaxNode comparison)
    {
        for (var node = comparison.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case IfStatementSyntax choice when choice.Condition.Span.Contains(comparison.Span):
                    return Changes(choice.Statement) || (choice.Else is { } other && Changes(other.Statement));
                case ConditionalExpressionSyntax conditional when conditional.Condition.Span.Contains(comparison.Span):
                    return conditional.WhenTrue is not LiteralExpressionSyntax && !IsPrinted(conditional);
                case StatementSyntax or AnonymousFunctionExpressionSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether what is compared ends the loop around it, or decides that a model is saved, and nothing else.</summary>
    public static bool Stops(SyntaxNode comparison) =>
        !Chooses(comparison)
        && comparison.FirstAncestorOrSelf<IfStatementSyntax>() is { } choice && choice.Condition.Span.Contains(comparison.Span)
        && (EndsOrSaves(choice.Statement) || (choice.Else is { } other && EndsOrSaves(other.Statement)));

    private static bool EndsOrSaves(StatementSyntax branch) => branch.DescendantNodesAndSelf().Any(node => node switch
    {
        BreakStatementSyntax stop => stop.Ancestors().TakeWhile(outer => outer != branch.Parent).All(outer => outer is BlockSyntax or IfStatementSyntax or ElseClauseSyntax),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Save", Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Model" } } } => true,
        _ => false,
    });

    private static bool Changes(SyntaxNode branch)
    {
        var assignments = branch.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>().ToList();
        return assignments.Any(assignment => !IsScore(assignment.Right))
            || branch.DescendantNodesAndSelf().Any(node => node is ReturnStatementSyntax { Expression: not (null or LiteralExpressionSyntax) });
    }

    /// <summary>Only the number is kept, as in <c>best = metrics.F1Score</c>.</summary>
    private static bool IsScore(ExpressionSyntax value) => value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }
        && (name.EndsWith("Score", StringComparison.Ordinal) || name.EndsWith("Accuracy", StringComparison.Ordinal)
            || name.EndsWith("Error", StringComparison.Ordinal) || name is "RSquared" or "LogLoss" or "AreaUnderRocCurve");

    private static bool IsPrinted(SyntaxNode node) =>
        node.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.Expression.ToString().StartsWith("Console.", StringComparison.Ordinal) == true;
}
