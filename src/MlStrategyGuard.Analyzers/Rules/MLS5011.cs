using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5011: a query that orders rows by chance stands behind a data view that is split. Each pass over the data runs
/// the query again, so rows change sides between fitting and measuring.
/// </summary>
internal sealed class MLS5011 : CodeRule
{
    public MLS5011()
        : base(
            "MLS5011",
            "`{0}` gives another order at every pass, and the split at line {1} goes by position: rows move between train and test. "
                + "End the query with `.ToList()`.",
            "A data view made of a sequence enumerates it anew for each pass; a split decides by a row's position.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var split in context.Trace.All<SplitEvent>())
        {
            if (split.Split.Input.ReorderedBy is not { } query)
                continue;
            var place = CodeContext.PlaceOf(query);
            var edits = place.Node is InvocationExpressionSyntax
                ? new Edits("Run the query once").Replace(place.Node.SyntaxTree, new(place.Node.Span.End, 0), ".ToList()")
                : null;
            context.Report(place, [split.Node], edits, CodeContext.Quote(place.Node), CodeContext.Line(split.Node, place.Node));
        }
    }
}
