using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS7002: the model of a search that cross-validates its trials is saved. The library averages the folds' scores and
/// gives back the model of the first fold (SweepablePipelineRunner). A refit after the search is no finding.
/// </summary>
internal sealed class MLS7002 : CodeRule
{
    public MLS7002()
        : base(
            "MLS7002",
            "`{0}` saves the model of `{1}` at line {2}, which learned from the first fold only: `{3}` at line {4} cross-validates each trial and returns the model of one fold. "
                + "Fit the winning pipeline on all rows and save that.",
            "A model that learned from all rows is better than one that learned from all folds but one, and it is the estimator that the search has measured.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        var trace = context.Trace;
        foreach (var saved in trace.All<SaveEvent>())
        {
            if (saved.Model?.Parts.LastOrDefault()?.Fit is not { } made || trace.At<FitEvent>(made) is not { IsSearch: true, Experiment: { } experiment } search)
                continue;
            var given = trace.All<DatasetEvent>().Where(dataset => dataset.Experiment.Equals(experiment)).ToList();
            if (given.Count != 1 || !given[0].IsFolded || trace.All<TrialRunnerEvent>().Any()
                || trace.All<FitEvent>().Any(fit => !fit.IsSearch && fit.Order > search.Order))
            {
                continue;
            }

            var place = saved.Input is { } input ? CodeContext.PlaceOf(input, saved.Site) : CodeContext.PlaceOf(saved.Site);
            context.Report(
                place,
                [search.Node, given[0].Node],
                null,
                CodeContext.NameOf(saved.Site),
                CodeContext.NameOf(search.Site),
                CodeContext.Line(search.Node, place.Node),
                ((IInvocationOperation)given[0].Site.Operation).TargetMethod.Name,
                CodeContext.Line(CodeContext.NameIn(given[0].Node), place.Node));
        }
    }
}
