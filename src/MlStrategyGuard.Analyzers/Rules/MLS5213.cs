using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5213: the same number of rows is taken of each label before a split, so that the test part has another prior than
/// what the model will see. A share of each label keeps the prior and is no finding.
/// </summary>
internal sealed class MLS5213 : CodeRule
{
    public MLS5213()
        : base(
            "MLS5213",
            "`{0}` takes as many rows of each label before `{1}` at line {2}: the test part that is measured at line {3} has balanced labels, whatever the target has. "
                + "Split first, and balance the training part only.",
            "Precision, accuracy and calibration depend on how frequent each label is. On a balanced test set they aren't those of the target.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var split in context.Trace.All<SplitEvent>())
        {
            if (split.Split.Input.BalancedBy is not { } balanced || context.ScoreOf(split.Split) is not { } score || context.Trace.At<FitEvent>(score.LastFit) is not { } fit
                || !LabelQuery.GoesByLabel(balanced, score, fit, context))
            {
                continue;
            }

            var place = CodeContext.PlaceOfQuery(balanced);
            context.Report(
                place,
                [split.Site.Node, score.Node],
                null,
                CodeContext.NameOf(place.Site),
                CodeContext.NameOf(split.Site),
                CodeContext.Line(split.Site.Node, place.Node),
                CodeContext.Line(score.Node, place.Node));
        }
    }
}
