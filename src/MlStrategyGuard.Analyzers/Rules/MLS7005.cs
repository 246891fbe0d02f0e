using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS7005: the trial runner of a search measures its trials on the test part, and the winner is then measured on the same
/// rows. Where other held-out rows measure the winner, the "test" part is its dev set and no finding.
/// </summary>
internal sealed class MLS7005 : CodeRule
{
    public MLS7005()
        : base(
            "MLS7005",
            "`{0}` is {1}, and every trial that `{2}` at line {3} runs is measured on it; the score of the winner at line {4} is measured on the same rows. "
                + "Give the runner a dev set, split from the training part.",
            "A search takes the best of many scores on the set that its trials are measured on: on that set the winner's score is too good.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var runner in context.Trace.All<TrialRunnerEvent>())
        {
            var searches = context.Trace.All<FitEvent>().Where(fit => fit.IsSearch && runner.Experiment.Equals(fit.Experiment)).Select(fit => fit.Site).ToList();
            foreach (var trial in context.Trace.All<EvaluationEvent>())
            {
                if (!IsInside(trial.Site, runner.Site) || trial is not { Data.Rows: { } rows, Input: { } input } || !context.IsTest(rows) || rows.Part is not { } part)
                    continue;
                var finals = context.Trace.All<EvaluationEvent>().Where(score => score.LastFit is { } fit && searches.Contains(fit)).ToList();
                if (finals.FirstOrDefault(score => score.Data!.Rows.Part?.Equals(part) == true) is not { } final
                    || finals.Any(score => !score.Data!.Rows.Contains(part) && !part.Contains(score.Data.Rows)))
                {
                    continue;
                }

                var place = CodeContext.PlaceOf(input, trial.Site);
                context.Report(
                    place,
                    [part.Split.Site.Node, runner.Node, final.Node],
                    null,
                    CodeContext.Quote(place.Node),
                    CodeContext.Describe(part, place.Node),
                    ((IInvocationOperation)runner.Site.Operation).TargetMethod.Name,
                    CodeContext.Line(CodeContext.NameIn(runner.Node), place.Node),
                    CodeContext.Line(final.Node, place.Node));
            }
        }
    }

    private static bool IsInside(Site? site, Site call)
    {
        for (; site is not null; site = site.Caller)
        {
            if (site.Equals(call))
                return true;
        }

        return false;
    }
}
