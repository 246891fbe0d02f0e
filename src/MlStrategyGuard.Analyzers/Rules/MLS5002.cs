using Microsoft.CodeAnalysis;
using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5002: a transform learned statistics of the features from rows among which the test rows are, and the test
/// score went through it. Keys and everything that learns nothing don't count; normalization weighs less.
/// </summary>
internal sealed class MLS5002 : CodeRule
{
    public MLS5002()
        : base(
            "MLS5002",
            "`{0}` learns from `{1}`, which contains {2}; the score at line {3} went through it. "
                + "Split first and fit it on the training part alone, best as a link of the pipeline.",
            "Statistics that were taken from the test rows too make the training set know them: the score is too good.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var fit in context.Trace.All<FitEvent>())
        {
            if (!fit.IsPreparation || fit.Estimator!.Parts.Any(part => part.Learning == Learning.Supervised))
                continue;
            var learning = fit.Estimator.Parts.Where(part => part.Learning == Learning.Features).ToList();
            if (learning.Count > 0 && PreparationLeak.Of(fit, context) is { } leak)
            {
                var isScaling = learning.All(part => part.Type?.Name == "NormalizingEstimator");
                leak.Report(context, isScaling ? DiagnosticSeverity.Info : Descriptor.DefaultSeverity);
            }
        }
    }
}
