using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS6001: a model has to beat another one in two metrics at once to survive. A metric that is compared with a constant
/// is a satisficing limit; a combination of metrics is one number; a tie that a second metric breaks has an order.
/// </summary>
internal sealed class MLS6001 : CodeRule
{
    public MLS6001()
        : base(
            "MLS6001",
            "`{0}` lets {1} decide which model survives: when they disagree, neither wins. "
                + "Optimize one of them and give the others a limit that only has to be met, or make one number of them.",
            "One number ranks candidates. With two, most pairs can't be ranked, and the choice depends on the order in which they are tried.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        var choices = context.Trace.All<ComparisonEvent>()
            .Select(comparison => (Event: comparison, Choice: ChoiceOf(comparison.Node)))
            .Where(one => one.Choice is not null)
            .GroupBy(one => (one.Choice, one.Event.Site.Caller));
        foreach (var choice in choices)
        {
            var rivals = choice.Select(one => one.Event).Where(comparison => IsBetweenModels(comparison, context)).ToList();
            var metrics = rivals.Select(comparison => MetricOf(comparison)).Where(name => name is not null).Distinct().ToList();
            if (metrics.Count < 2 || !Selection.Chooses(rivals[0].Node) || BreaksTies(choice.Key.Choice!))
                continue;
            var place = CodeContext.PlaceOf(rivals[0].Site);
            context.Report(place, rivals.Skip(1).Select(rival => rival.Node), null, CodeContext.Quote(choice.Key.Choice!), string.Join(" and ", metrics));
        }
    }

    /// <summary>The condition that a comparison is a part of, an outer <c>if</c> around nothing but this one included.</summary>
    private static ExpressionSyntax? ChoiceOf(SyntaxNode comparison)
    {
        var choice = comparison.Ancestors().FirstOrDefault(node => node is IfStatementSyntax or ConditionalExpressionSyntax or StatementSyntax or AnonymousFunctionExpressionSyntax);
        return choice switch
        {
            IfStatementSyntax statement when statement.Condition.Span.Contains(comparison.Span) => statement.Condition,
            ConditionalExpressionSyntax conditional when conditional.Condition.Span.Contains(comparison.Span) => conditional.Condition,
            _ => null,
        };
    }

    private static bool IsBetweenModels(ComparisonEvent comparison, CodeContext context)
    {
        var left = comparison.Left.Alternatives.OfType<Score>().ToList();
        var right = comparison.Right.Alternatives.OfType<Score>().ToList();
        return left.Count > 0 && right.Count > 0 && Selection.AreCandidates(left.Concat(right), context);
    }

    /// <summary>The one metric on both sides; null where several are mixed.</summary>
    private static string? MetricOf(ComparisonEvent comparison)
    {
        var names = comparison.Left.Alternatives.Concat(comparison.Right.Alternatives).OfType<Score>().Select(score => score.Name).Distinct().ToList();
        return names.Count == 1 ? names[0] : null;
    }

    /// <summary>One of several metrics is only asked when another is equal, or may lose a little.</summary>
    private static bool BreaksTies(ExpressionSyntax condition) => condition.DescendantNodesAndSelf().Any(node =>
        node.IsKind(SyntaxKind.EqualsExpression)
        || node.IsKind(SyntaxKind.IsPatternExpression)
        || (node is BinaryExpressionSyntax arithmetic && arithmetic.Kind() is SyntaxKind.SubtractExpression or SyntaxKind.AddExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression)
        || node is InvocationExpressionSyntax);
}
