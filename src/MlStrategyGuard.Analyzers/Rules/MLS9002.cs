using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS9002: a model that learned from the declared training file is measured on files only that the strategy doesn't know,
/// and no code mentions those that it declares dev or test.
/// </summary>
internal sealed class MLS9002 : CodeRule
{
    public MLS9002()
        : base(
            "MLS9002",
            "`{0}` holds rows of `{1}`, which {2} doesn't declare, and no code of this project mentions {3}. Measure on the declared set, or declare this one.",
            "The dev and test sets of the strategy are the target. A score on other rows says nothing of it, and nothing checks those rows.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        var trace = context.Trace;
        if (context.Strategy.Path is not { } strategy || !trace.IsComplete)
            return;
        var declared = context.Strategy.Strategy.Splits.Where(split => split.Name.Value is "dev" or "test").SelectMany(split => split.Files).ToList();
        if (declared.Count == 0 || trace.All<EvaluationEvent>().Any(score => !score.KnowsModels)
            || trace.All<LoadEvent>().Any(load => load.Data.Rows is not LoadedRows { Path: { } path } || path.IndexOf(Text.Gap) >= 0 || path.IndexOf('*') >= 0)
            || trace.All<EscapeEvent>().Any(escape => ((Group)escape.Value).Items.Any(value => value is Model))
            || context.Flow.Compilation.IsAnyCalledOutside(context.Flow.Type, "Evaluate"))
        {
            return;
        }

        foreach (var fit in trace.All<FitEvent>())
        {
            if (fit is not { Data.Rows.Root: LoadedRows { Path: { } learned } source } || context.Strategy.SplitOf(learned) != "train")
                continue;
            var scores = trace.All<EvaluationEvent>().Where(score => score.Fits.Contains(fit.Site)).ToList();
            if (scores.Count == 0 || !scores.All(score => score.Data!.Rows is LoadedRows { Path: { } path } && context.Strategy.PlacesOf(path).Count == 0)
                || declared.Any(file => context.Flow.Compilation.NamesFile(file.Value)) || scores[0].Input is not { } input)
            {
                continue;
            }

            var place = CodeContext.PlaceOf(input, scores[0].Site);
            var rows = (LoadedRows)scores[0].Data!.Rows;
            context.Report(
                place,
                declared.Select(file => context.Strategy.PlaceOf(file.Span)).Prepend(rows.Site.Node.GetLocation()),
                null,
                Descriptor.DefaultSeverity,
                CodeContext.Quote(place.Node),
                System.IO.Path.GetFileName(rows.Path),
                System.IO.Path.GetFileName(strategy),
                string.Join(" or ", declared.Select(file => $"`{System.IO.Path.GetFileName(file.Value)}`").Distinct()));
        }
    }
}
