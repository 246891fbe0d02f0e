using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS6002: an AutoML experiment is given a metric twice on one path. The last one wins without a word
/// (each call adds a service, and the container gives the last one).
/// </summary>
internal sealed class MLS6002 : CodeRule
{
    public MLS6002()
        : base(
            "MLS6002",
            "`{0}` at line {1} replaces the metric that this call sets: only the last one is optimized. Keep one of them.",
            "Exactly one number ranks candidates. A second one doesn't join it, it silently takes its place.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        var choices = context.Trace.All<MetricEvent>().Where(choice => choice.Node is InvocationExpressionSyntax).ToList();
        for (var i = 0; i + 1 < choices.Count; i++)
        {
            var later = choices.Skip(i + 1).FirstOrDefault(other =>
                other.Experiment.Equals(choices[i].Experiment) && !other.Site.Equals(choices[i].Site) && AlwaysFollows(choices[i].Node, other.Node));
            if (later is null || choices[i].Node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call)
                continue;
            var name = ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)later.Node).Expression).Name;
            var place = CodeContext.PlaceOf(choices[i].Site);
            context.Report(place, [later.Node], Without(call, access), CodeContext.Quote(name), CodeContext.Line(name, place.Node));
        }
    }

    /// <summary>In one chain of calls, or statements of one block: no branch lies between them.</summary>
    private static bool AlwaysFollows(SyntaxNode first, SyntaxNode second) =>
        second.Span.Contains(first.Span) || (BlockOf(first) is { } block && block == BlockOf(second) && first.SpanStart < second.SpanStart);

    private static SyntaxNode? BlockOf(SyntaxNode node)
    {
        var statement = node.FirstAncestorOrSelf<StatementSyntax>();
        return statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax
            ? statement.Parent is GlobalStatementSyntax global ? global.Parent : statement.Parent
            : null;
    }

    /// <summary>Takes the call out of its chain, or the statement that consists of it out of its block.</summary>
    private static Edits? Without(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access)
    {
        var edits = new Edits("Remove the metric that doesn't count");
        if (call.Parent is MemberAccessExpressionSyntax or EqualsValueClauseSyntax)
        {
            var start = access.Expression.Span.End;
            return edits.Replace(call.SyntaxTree, new(start, call.Span.End - start), "");
        }

        return call.Parent is ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement && access.Expression is IdentifierNameSyntax
            ? edits.Replace(call.SyntaxTree, statement.FullSpan, "")
            : null;
    }
}
