using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS6006: the candidate with the worst score survives, because the comparison or the sort goes the wrong way for its
/// metric. A sort for display is no finding.
/// </summary>
internal sealed class MLS6006 : CodeRule
{
    public MLS6006()
        : base(
            "MLS6006",
            "`{0}` keeps the {1} {2}, but {2} is better when it is {3}: the worst candidate wins. Turn the comparison round.",
            "Errors and losses are better when they are lower, accuracies and the like when they are higher.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var comparison in context.Trace.All<ComparisonEvent>())
        {
            if (comparison.Node is not BinaryExpressionSyntax binary || KeepsLower(binary) is not { } keepsLower)
                continue;
            var sign = binary.OperatorToken;
            var turned = sign.Kind() switch
            {
                SyntaxKind.LessThanToken => ">",
                SyntaxKind.LessThanEqualsToken => ">=",
                SyntaxKind.GreaterThanToken => "<",
                _ => "<=",
            };
            Report(comparison, comparison.Left, comparison.Right, keepsLower, sign, turned, context);
        }

        foreach (var ranking in context.Trace.All<RankingEvent>())
        {
            var pick = context.Trace.All<PickEvent>().FirstOrDefault(pick => pick.RankedBy.Equals(ranking.Site));
            if (pick is null || ranking.Node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } || IsLast(pick.Node))
                continue;
            var turned = access.Name.Identifier.ValueText switch
            {
                "OrderBy" => "OrderByDescending",
                "OrderByDescending" => "OrderBy",
                "MaxBy" => "MinBy",
                _ => "MaxBy",
            };
            Report(ranking, ranking.Key, ranking.Key, !ranking.HighestFirst, access.Name.Identifier, turned, context);
        }
    }

    private static bool IsLast(SyntaxNode pick) =>
        pick is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } }
            ? pick is ElementAccessExpressionSyntax { ArgumentList.Arguments: var indexes } && indexes.ToString() != "0"
            : name is not ("First" or "FirstOrDefault" or "MaxBy" or "MinBy");

    private static void Report(
        Event choice, Value left, Value right, bool keepsLower, SyntaxToken word, string turned, CodeContext context)
    {
        var scores = left.Alternatives.Concat(right.Alternatives).OfType<Score>().ToList();
        var names = scores.Select(score => score.Name).Distinct().ToList();
        if (scores.Any(score => score.IsComputed) || names.Count != 1 || MetricCatalogue.Find(names[0]) is not { } metric)
            return;
        if (!Selection.AreCandidates(scores, context) || IsLookingForTheWorst(choice.Node))
            return;
        var isLowerBetter = metric.Direction == MetricDirection.Lower;
        if (isLowerBetter == keepsLower)
            return;
        var place = CodeContext.PlaceOf(choice.Site);
        context.Report(
            place,
            System.Array.Empty<SyntaxNode>(),
            new Edits($"Use {turned}").Replace(word.SyntaxTree!, word.Span, turned),
            CodeContext.Quote(place.Node),
            keepsLower ? "lowest" : "highest",
            names[0],
            isLowerBetter ? "lower" : "higher");
    }

    /// <summary>Names count only in the code's favour: who keeps the worst on purpose says so.</summary>
    private static bool IsLookingForTheWorst(SyntaxNode choice)
    {
        var words = choice.FirstAncestorOrSelf<StatementSyntax>()?.ToString() ?? "";
        return new[] { "worst", "weakest", "poorest" }.Any(word => words.IndexOf(word, System.StringComparison.OrdinalIgnoreCase) >= 0);
    }

    /// <summary>
    /// Whether <c>if (score &lt; best) best = score;</c> keeps the lower value; null when the branch doesn't keep what it
    /// compared.
    /// </summary>
    private static bool? KeepsLower(BinaryExpressionSyntax comparison)
    {
        if (comparison.Parent is not IfStatementSyntax { Statement: var branch })
            return null;
        var isLess = comparison.IsKind(SyntaxKind.LessThanExpression) || comparison.IsKind(SyntaxKind.LessThanOrEqualExpression);
        if (Keeps(branch, comparison.Right, comparison.Left))
            return isLess;
        return Keeps(branch, comparison.Left, comparison.Right) ? !isLess : null;
    }

    private static bool Keeps(StatementSyntax branch, ExpressionSyntax best, ExpressionSyntax score) =>
        branch.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
            assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
            && ((Same(assignment.Left, best) && Same(assignment.Right, score))
                || IsWhole(assignment, best, score)
                || (assignment is { Left: TupleExpressionSyntax targets, Right: TupleExpressionSyntax values }
                    && targets.Arguments.Count == values.Arguments.Count
                    && targets.Arguments.Zip(values.Arguments, (target, value) => Same(target.Expression, best) && Same(value.Expression, score)).Any(kept => kept))));

    /// <summary><c>best = current</c> where <c>current.Score</c> was compared with <c>best.Score</c>, or <c>best = (name, score)</c>.</summary>
    private static bool IsWhole(AssignmentExpressionSyntax assignment, ExpressionSyntax best, ExpressionSyntax score) =>
        best is MemberAccessExpressionSyntax { Expression: var owner }
        && Same(assignment.Left, owner)
        && ((score is MemberAccessExpressionSyntax { Expression: var candidate } && Same(assignment.Right, candidate))
            || (assignment.Right is TupleExpressionSyntax tuple && tuple.Arguments.Any(argument => Same(argument.Expression, score))));

    private static bool Same(ExpressionSyntax one, ExpressionSyntax other) => SyntaxFactory.AreEquivalent(one, other);
}
