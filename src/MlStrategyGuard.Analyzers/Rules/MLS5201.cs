using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>MLS5201: the split's sampling key is the label, so that each class lies in one half only.</summary>
internal sealed class MLS5201 : CodeRule
{
    public MLS5201()
        : base(
            "MLS5201",
            "The sampling key `{0}` is the label ({1} at line {2}): rows of one class all go to one side. "
                + "Leave the key out, or name the column of the group.",
            "A sampling key keeps rows of one value together. With the label as key, test holds other classes than train.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var split in context.Trace.All<SplitEvent>())
        {
            if (split is { Key: Text { IsWhole: true, Pattern: var key } } && User(split, key, context.Trace) is var (user, name) && user is not null)
            {
                var argument = split.Site.Argument("samplingKeyColumnName");
                var place = argument is null ? CodeContext.PlaceOf(split.Site) : CodeContext.PlaceOf(argument, split.Site);
                context.Report(
                    place,
                    [split.Node, user],
                    Without(argument, place),
                    key,
                    name,
                    CodeContext.Line(user, place.Node));
            }
        }
    }

    /// <summary>Who takes the column for the label: a trainer or an evaluation of rows of the split.</summary>
    private static (SyntaxNode? Node, string Name) User(SplitEvent split, string key, Trace trace)
    {
        foreach (var fit in trace.All<FitEvent>())
        {
            if (fit.Data is null || !IsOf(fit.Data.Rows, split))
                continue;
            foreach (var part in fit.Estimator?.Parts ?? Sequence<EstimatorPart>.Empty)
            {
                if (part is { Learning: Catalogue.Learning.Trainer, Site: { } site }
                    && part.Text("labelColumnName") is { } label && (label == key || IsMadeOf(label, key, fit.Estimator!)))
                {
                    return (site.Node, $"of `{((IInvocationOperation)site.Operation).TargetMethod.Name}`");
                }
            }
        }

        var score = trace.All<EvaluationEvent>().FirstOrDefault(score => score.Data is { } data && IsOf(data.Rows, split) && score.Label == key);
        return (score?.Node, "of `Evaluate`");
    }

    private static bool IsOf(RowSet rows, SplitEvent split) =>
        rows.Lineage().OfType<PartRows>().Any(part => part.Split.Site.Equals(split.Site));

    /// <summary>A link of the chain makes the label out of the key, as MapValueToKey does.</summary>
    private static bool IsMadeOf(string label, string key, Estimator chain) => chain.Parts.Any(part =>
        part.Text("outputColumnName") == label && part.Text("inputColumnName") == key
        && part.Type?.Name is "ValueToKeyMappingEstimator" or "ColumnCopyingEstimator");

    private static Edits? Without(IOperation? key, Place place)
    {
        if (key?.Syntax.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent: ArgumentListSyntax list } argument || place.Site.Operation.Syntax != list.Parent)
            return null;
        var index = list.Arguments.IndexOf(argument);

        // Arguments behind it that aren't named would move up.
        if (index == 0 || list.Arguments.Skip(index + 1).Any(later => later.NameColon is null))
            return null;
        var start = list.Arguments[index - 1].Span.End;
        return new Edits("Split without the key").Replace(list.SyntaxTree, new(start, argument.Span.End - start), "");
    }
}
