using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5207: rows are sorted by their label and then cut into train and test by position, so that each has its own labels.
/// Cuts of rows in another order, such as that of time, are no finding, and neither are those of a file as it lies there.
/// </summary>
internal sealed class MLS5207 : CodeRule
{
    public MLS5207()
        : base(
            "MLS5207",
            "`{0}` sorts the rows by their label, and `{1}` at line {2} cuts the training rows off by position: the score at line {3} is measured on other labels than the model has learned. "
                + "Shuffle the rows with a seed, or split at random.",
            "Dev and test sets come from one distribution with what the model must do well on. A cut through sorted labels gives each side its own.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var score in context.Trace.All<EvaluationEvent>())
        {
            if (context.Trace.At<FitEvent>(score.LastFit) is not { Data.Rows: SomeRows learned } fit
                || score.Data?.Rows is not SomeRows scored
                || learned.Slice is not var (set, known) || scored.Slice is not var (same, tested)
                || !set.Equals(same) || known is not { Axis: RowRange.Position, Order: { } order } || !order.Equals(tested.Order) || known.Overlaps(tested)
                || order.Operation is not IInvocationOperation { TargetMethod.Name: "OrderBy" or "OrderByDescending" }
                || !LabelQuery.GoesByLabel(order, score, fit, context))
            {
                continue;
            }

            var place = CodeContext.PlaceOfQuery(order);
            context.Report(
                place,
                [learned.Site.Node, score.Node],
                null,
                CodeContext.NameOf(place.Site),
                CodeContext.NameOf(learned.Site),
                CodeContext.Line(learned.Site.Node, place.Node),
                CodeContext.Line(score.Node, place.Node));
        }
    }
}
