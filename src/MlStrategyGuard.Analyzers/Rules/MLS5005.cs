using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>MLS5005: the rows to learn from and the rows to measure on are read from one path, by two calls.</summary>
internal sealed class MLS5005 : CodeRule
{
    public MLS5005()
        : base(
            "MLS5005",
            "`{0}` reads {1}, which line {2} reads too; the model that was fitted on that one is measured on this one at line {3}. "
                + "All its rows were seen: read a file that holds other rows, or split this one.",
            "A test set that equals the training set measures the training error.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        CheckBatches(context);

        // What is written on the way may change what a path holds.
        if (context.Trace.All<WriteEvent>().Any())
            return;
        foreach (var score in context.Trace.All<EvaluationEvent>())
        {
            if (score.Data?.Rows is LoadedRows { Path: { } path } scored
                && path.IndexOf(Text.Gap) < 0
                && context.Trace.At<FitEvent>(score.LastFit) is { Data.Rows: { Root: LoadedRows learned } rows } fit
                && rows is LoadedRows
                && learned.Path == path
                && !learned.Site.Equals(scored.Site)
                && !context.IsOtherTurn(score, fit)
                && context.Trace.All<EvaluationEvent>().All(other => !other.Fits.Contains(fit.Site) || other.Data!.Rows.Equals(scored) || other.Data.Rows.Equals(learned)))
            {
                var place = LoadPlace(scored.Site, learned.Site);
                var first = LoadPlace(learned.Site, scored.Site);
                context.Report(
                    place,
                    [first.Node],
                    null,
                    CodeContext.Quote(place.Node),
                    $"`{System.IO.Path.GetFileName(path)}`",
                    CodeContext.Line(first.Node, place.Node),
                    CodeContext.Line(score.Node, place.Node));
            }
        }
    }

    /// <summary>A network learns from one data set and is measured on another one that holds the same rows, and on nothing else.</summary>
    private static void CheckBatches(CodeContext context)
    {
        var forwards = context.Trace.All<ForwardEvent>().ToList();
        var learning = forwards.Where(forward => Learns(forward, context.Trace)).ToList();
        var measuring = forwards.Except(learning).ToList();
        foreach (var score in measuring)
        {
            if (score.Input?.Of is not { Content: { } content } scored || (scored.IsTraining is null && !IsFile(scored.Path)))
                continue;

            // To learn from what is surely held out is another rule's matter.
            if (HeldOutBatches.NameOf(scored, context, "dev", "test", "train_dev") is not null)
                continue;
            var learned = learning.Where(other => other.Module.Equals(score.Module)).Select(other => other.Input?.Of).ToList();
            if (learned.Count == 0 || learned.Any(other => other is null || other.Content != content || other.Site.Equals(scored.Site))
                || measuring.Any(other => other.Input?.Of.Content != content || !other.Module.Equals(score.Module)))
            {
                continue;
            }

            var place = LoadPlace(scored.Site, learned[0]!.Site);
            var first = LoadPlace(learned[0]!.Site, scored.Site);
            context.Report(
                place,
                [first.Node],
                null,
                CodeContext.Quote(place.Node),
                HeldOutBatches.NameOf(scored, context, "train") ?? $"`{System.IO.Path.GetFileName(scored.Path)}`",
                CodeContext.Line(first.Node, place.Node),
                CodeContext.Line(score.Node, place.Node));
        }
    }

    /// <summary>Whether an optimizer steps in the loop around the run of a network.</summary>
    private static bool Learns(ForwardEvent forward, Trace trace)
    {
        var loop = TrainingLoop.Around(forward.Site).FirstOrDefault();
        return trace.All<StepEvent>().Any(step => loop is null ? TrainingLoop.Around(step.Site).FirstOrDefault() is null : loop.Contains(step.Site));
    }

    private static bool IsFile(string? path) => path is not null && System.IO.Path.GetExtension(path).Length > 1;

    /// <summary>Where two loads differ: the load itself or the call of the helper that loads.</summary>
    private static Place LoadPlace(Site load, Site other)
    {
        var site = load;
        while (site.Caller is { } caller && site.Node == other.Node && other.Caller is { } otherCaller)
            (site, other) = (caller, otherCaller);
        return CodeContext.PlaceOf(site);
    }
}
