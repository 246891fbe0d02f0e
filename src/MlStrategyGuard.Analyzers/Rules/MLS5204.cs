using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>MLS5204: data for a ranking trainer is split row by row, so that queries lie on both sides.</summary>
internal sealed class MLS5204 : CodeRule
{
    public MLS5204()
        : base(
            "MLS5204",
            "`{0}` at line {1} ranks within groups of `{2}`, but this split tears groups apart. Pass `samplingKeyColumnName: \"{2}\"`.",
            "A query whose rows lie in train and in test is known to the model: the score is too good.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var fit in context.Trace.All<FitEvent>())
        {
            var ranker = fit.Estimator?.Parts.FirstOrDefault(part =>
                part is { Learning: Catalogue.Learning.Trainer, Site: not null } && part.Argument("rowGroupColumnName") is Text { IsWhole: true });
            if (ranker is null || fit.Data?.Rows.Part is not { } part || context.Trace.Of(part) is not { Key: Nothing } split)
                continue;
            var group = ranker.Text("rowGroupColumnName")!;
            var place = CodeContext.PlaceOf(split.Site);
            context.Report(
                place,
                [ranker.Site!.Node],
                WithKey(split, group),
                CodeContext.NameOf(ranker.Site),
                CodeContext.Line(ranker.Site.Node, place.Node),
                group);
        }
    }

    private static Edits? WithKey(SplitEvent split, string group)
    {
        if (split.Node is not InvocationExpressionSyntax { ArgumentList: { Arguments.Count: > 0 } list }
            || list.Arguments.Any(argument => argument.NameColon?.Name.Identifier.ValueText == "samplingKeyColumnName")
            || Columns.Find(split.Split.Input.RowType, group) is null)
        {
            return null;
        }

        return new Edits($"Split by {group}")
            .Replace(list.SyntaxTree, new(list.Arguments.Last().Span.End, 0), $", samplingKeyColumnName: \"{group}\"");
    }
}
