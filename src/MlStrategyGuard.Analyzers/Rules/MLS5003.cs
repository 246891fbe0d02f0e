using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5003: a transform that uses the label (feature selection, target encoding, supervised binning) learned from rows
/// among which the test rows are, and the test score went through it.
/// </summary>
internal sealed class MLS5003 : CodeRule
{
    public MLS5003()
        : base(
            "MLS5003",
            "`{0}` learns from the labels of `{1}`, which contains {2}; the score at line {3} went through it. "
                + "Split first and fit it on the training part alone, best as a link of the pipeline.",
            "Features that were chosen by the labels of the test rows fit these rows by chance: the score means nothing.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var fit in context.Trace.All<FitEvent>())
        {
            if (fit.IsPreparation
                && fit.Estimator!.Parts.Any(part => part.Learning == Learning.Supervised)
                && PreparationLeak.Of(fit, context) is { } leak)
            {
                leak.Report(context, Descriptor.DefaultSeverity);
            }
        }
    }
}
