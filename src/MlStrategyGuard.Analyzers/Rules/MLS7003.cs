using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS7003: a search learns from samples of the training rows, and the library takes the first rows of a file in the
/// order in which they are read (TakeRows), without a shuffle before.
/// </summary>
internal sealed class MLS7003 : CodeRule
{
    public MLS7003()
        : base(
            "MLS7003",
            "`{0}` lets trials learn from the first rows of `{1}` only, in the order of the file. Shuffle them first: `ShuffleRows({1}, seed: 1)`.",
            "A file in order of time, class or place starts with rows that aren't like the rest: the search tunes for them.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var given in context.Trace.All<DatasetEvent>())
        {
            if (given is not { IsSampled: true, Train: { IsShuffled: false, Rows.Root: LoadedRows { Path: not null } loaded } }
                || given.Site.Argument("subSamplingTrainDataset") is not { } flag
                || given.Site.Argument("train") is not { } train)
            {
                continue;
            }

            var place = CodeContext.PlaceOf(flag, given.Site);
            var rows = CodeContext.Unwrap(train).Syntax;
            context.Report(place, [loaded.Site.Node], Shuffled(given, place, rows), CodeContext.NameOf(given.Site), CodeContext.Quote(rows));
        }
    }

    private static Edits? Shuffled(DatasetEvent given, Place place, Microsoft.CodeAnalysis.SyntaxNode rows)
    {
        // The context that the data came from, when it is in scope under that name.
        var source = (given.Train!.Rows.Part?.Split.Site ?? ((LoadedRows)given.Train.Rows.Root).Site).Operation;
        var context = (source as IInvocationOperation)?.Instance is IPropertyReferenceOperation { Instance: ILocalReferenceOperation or IFieldReferenceOperation or IParameterReferenceOperation } data
            ? data.Instance!.Syntax
            : null;
        var extended = (source as IInvocationOperation)?.Arguments.FirstOrDefault()?.Value is IPropertyReferenceOperation { Instance: ILocalReferenceOperation or IFieldReferenceOperation or IParameterReferenceOperation } property
            ? property.Instance!.Syntax
            : null;
        return place.Site.Equals(given.Site) && (context ?? extended) is IdentifierNameSyntax ml && ml.SyntaxTree == rows.SyntaxTree
            && ml.FirstAncestorOrSelf<MemberDeclarationSyntax>() == rows.FirstAncestorOrSelf<MemberDeclarationSyntax>()
                ? new Edits("Shuffle the rows first").Replace(rows, $"{ml}.Data.ShuffleRows({rows}, seed: 1)")
                : null;
    }
}
