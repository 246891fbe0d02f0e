using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS6009: code that chooses or saves a model holds a metric to another limit than the strategy's <c>satisfy</c>. A limit
/// that decides nothing, and a second one beside the declared one, are no finding.
/// </summary>
internal sealed class MLS6009 : CodeRule
{
    public MLS6009()
        : base(
            "MLS6009",
            "`{0}` lets a model pass at {1}, but {2} wants {3} {4} {5}. Use one limit in both.",
            "A limit that stands in two places moves in one of them, and nobody knows which one the team agreed on.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        if (context.Strategy.Path is null || context.Strategy.Strategy.Metrics is not { } metrics)
            return;
        foreach (var limits in context.Trace.All<ComparisonEvent>().Select(LimitOf).Where(limit => limit is not null).GroupBy(limit => MetricCatalogue.Find(limit!.Metric)?.Name))
        {
            if (limits.Key is null || metrics.Satisfy.Where(satisfied => MetricCatalogue.Find(satisfied.Metric.Value)?.Name == limits.Key).ToList() is not { Count: 1 } declared)
                continue;
            var bound = declared[0] switch
            {
                { AtLeast: { } least, AtMost: null } => (Value: least, Words: "at least"),
                { AtMost: { } most, AtLeast: null } => (Value: most, Words: "at most"),
                _ => default,
            };
            if (bound.Words is null || limits.Any(limit => limit!.Value.Equals(bound.Value.Value)))
                continue;
            foreach (var limit in limits.Where(limit => Decides(limit!.Comparison.Node, context)))
                Report(limit!, limits.Key, bound.Value, bound.Words, context);
        }
    }

    /// <summary>A score that is compared with a number; null when a comparison is something else.</summary>
    private static Limit? LimitOf(ComparisonEvent comparison)
    {
        if (comparison.Site.Operation is not IBinaryOperation binary)
            return null;
        var (score, number, operand) = comparison.Left is Score left ? (left, comparison.Right, binary.RightOperand) : (comparison.Right as Score, comparison.Left, binary.LeftOperand);
        return score is { IsComputed: false } && number is Constant { Content: double or float or int } constant
            ? new Limit(comparison, score.Name, Rounded(CodeContext.Unwrap(operand).ConstantValue.Value ?? constant.Content), operand)
            : null;
    }

    /// <summary>A single-precision constant as it is written.</summary>
    private static double Rounded(object number) =>
        number is float single
            ? double.Parse(single.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : Convert.ToDouble(number, CultureInfo.InvariantCulture);

    /// <summary>It stands beside the comparison that chooses between models, or decides whether a model is saved.</summary>
    private static bool Decides(SyntaxNode comparison, CodeContext context)
    {
        var condition = comparison.Ancestors().TakeWhile(node => node is BinaryExpressionSyntax or ParenthesizedExpressionSyntax).LastOrDefault() ?? comparison;
        var others = context.Trace.All<ComparisonEvent>().Where(other => other.Node != comparison && condition.Span.Contains(other.Node.Span)
            && other.Left.Alternatives.OfType<Score>().Any() && other.Right.Alternatives.OfType<Score>().Any());
        if (condition.IsKind(SyntaxKind.LogicalAndExpression)
            && others.Any(other => Selection.Chooses(other.Node) && Selection.AreCandidates(other.Left.Alternatives.Concat(other.Right.Alternatives).OfType<Score>(), context)))
        {
            return true;
        }

        return condition.Parent is IfStatementSyntax choice
            && context.Trace.All<SaveEvent>().Any(saved => choice.Statement.Span.Contains(saved.Node.Span) || (saved.Node.SpanStart > choice.Span.End && Rejects(choice.Statement) && saved.Node.Ancestors().Contains(choice.Parent)));
    }

    private static bool Rejects(StatementSyntax branch) =>
        (branch is BlockSyntax block ? block.Statements.LastOrDefault() : branch) is ThrowStatementSyntax or ReturnStatementSyntax;

    private void Report(Limit limit, string metric, Marked<double> bound, string words, CodeContext context)
    {
        var place = CodeContext.PlaceOf(limit.Comparison.Site);
        var number = bound.Value.ToString("R", CultureInfo.InvariantCulture);
        context.Report(
            place,
            [context.Strategy.PlaceOf(bound.Span)],
            CodeContext.Unwrap(limit.Operand).Syntax is LiteralExpressionSyntax { Token.Text: var text } literal && !text.EndsWith("f", StringComparison.OrdinalIgnoreCase) && !text.EndsWith("m", StringComparison.OrdinalIgnoreCase)
                ? new Edits($"Use {number}").Replace(literal, number)
                : null,
            Descriptor.DefaultSeverity,
            CodeContext.Quote(place.Node),
            limit.Value.ToString("R", CultureInfo.InvariantCulture),
            System.IO.Path.GetFileName(context.Strategy.Path!),
            metric,
            words,
            number);
    }

    private sealed record Limit(ComparisonEvent Comparison, string Metric, double Value, IOperation Operand);
}
