using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS9001: an estimator is fitted on a file that the strategy declares as dev or test. The last refit, after the set
/// was measured on, is no finding.
/// </summary>
internal sealed class MLS9001 : CodeRule
{
    public MLS9001()
        : base(
            "MLS9001",
            "`{0}` comes from `{1}`, which {2} declares as {3}; `{4}` learns from it. Fit on the training files.",
            "The strategy says what each file is for: train to learn, dev to choose, test to measure once at the end.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        if (context.Strategy.Path is not { } strategyPath)
            return;
        foreach (var fit in context.Trace.All<FitEvent>())
        {
            if (fit is not { Data.Rows: { Root: LoadedRows { Path: { } path } loaded }, Input: { } input, Learns: not false }
                || context.Strategy.SplitOf(path) is not ("dev" or "test" or "train_dev") || context.Strategy.SplitOf(path) is not { } split
                || IsRefit(fit, loaded, context))
            {
                continue;
            }

            var place = CodeContext.PlaceOf(input, fit.Site);
            context.Report(
                place,
                context.Strategy.PlacesOf(path).Prepend(loaded.Site.Node.GetLocation()),
                null,
                Descriptor.DefaultSeverity,
                CodeContext.Quote(place.Node),
                System.IO.Path.GetFileName(path.Replace(Text.Gap, '…')),
                System.IO.Path.GetFileName(strategyPath),
                split,
                CodeContext.NameOf(fit.Site));
        }
    }

    /// <summary>Another model was measured on these rows before, and this one isn't measured any more.</summary>
    private static bool IsRefit(FitEvent fit, LoadedRows rows, CodeContext context)
    {
        var scores = context.Trace.All<EvaluationEvent>().ToList();
        return !scores.Any(score => score.Fits.Contains(fit.Site))
            && scores.Any(score => score.Order < fit.Order && score.Data is { } data && data.Rows.Root.Equals(rows));
    }
}
