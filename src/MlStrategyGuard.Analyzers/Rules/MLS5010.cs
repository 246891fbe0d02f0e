using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>MLS5010: the label, or a copy of it, is one of the columns that a trainer's features are concatenated of.</summary>
internal sealed class MLS5010 : CodeRule
{
    public MLS5010()
        : base(
            "MLS5010",
            "`{0}` is {1} of `{2}` at line {3} and goes into its features: the model reads the answer. Leave it out.",
            "With the answer among the features every score is perfect, and on new rows, which have no answer yet, nothing is left of it.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var fit in context.Trace.All<FitEvent>())
            Check(fit.Data, fit.Estimator, context);
        foreach (var folds in context.Trace.All<CrossValidationEvent>())
            Check(folds.Data, folds.Estimator, context);
    }

    private static void Check(Data? data, Estimator? estimator, CodeContext context)
    {
        if (data is null || estimator is null)
            return;
        var chain = new ColumnChain(data, context.Trace, estimator);
        if (chain.Trainer is not (>= 0 and var trainer)
            || chain[trainer] is not { Site: { } training } part
            || part.Text("labelColumnName") is not { } label
            || part.Text("featureColumnName") is not { } features)
        {
            return;
        }

        var answer = chain.Origin(label, trainer);
        foreach (var (link, index, name, origin) in chain.PiecesOf(features, trainer))
        {
            if (origin.Equals(answer) && link.Site is { } site && PieceOf(site, index) is { } piece)
            {
                var place = CodeContext.PlaceOf(piece, site);
                context.Report(
                    place,
                    [training.Node],
                    Without(place),
                    name,
                    name == label ? "the label" : "made of the same column as the label",
                    CodeContext.NameOf(training),
                    CodeContext.Line(training.Node, place.Node));
            }
        }
    }

    /// <summary>The text that names a piece, or the argument that brings all of them.</summary>
    private static IOperation? PieceOf(Site site, int index)
    {
        var names = (site.Operation as IInvocationOperation)?.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "inputColumnNames")?.Value;
        return names is IArrayCreationOperation { Initializer: { } initializer } && index < initializer.ElementValues.Length
            ? initializer.ElementValues[index]
            : names;
    }

    private static Edits? Without(Place place)
    {
        if (place.Node is not LiteralExpressionSyntax and not InvocationExpressionSyntax)
            return null;
        SeparatedSyntaxList<SyntaxNode>? list = place.Node.Parent switch
        {
            ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax arguments } => Nodes(arguments.Arguments),
            InitializerExpressionSyntax initializer => Nodes(initializer.Expressions),
            _ => null,
        };
        var item = place.Node.Parent is ArgumentSyntax argument ? argument : place.Node;
        if (list is not { } items || items.IndexOf(item) is not (>= 1 and var index) || items.Count < 3)
            return null;
        var start = items[index - 1].Span.End;
        return new Edits("Leave the label out of the features").Replace(item.SyntaxTree, new(start, item.Span.End - start), "");
    }

    private static SeparatedSyntaxList<SyntaxNode> Nodes<T>(SeparatedSyntaxList<T> list)
        where T : SyntaxNode => list;
}
