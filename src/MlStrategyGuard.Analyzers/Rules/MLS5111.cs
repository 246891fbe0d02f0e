using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>MLS5111: rows are held out, a model is fitted on the rest, and nothing ever looks at the held-out rows.</summary>
internal sealed class MLS5111 : CodeRule
{
    public MLS5111()
        : base(
            "MLS5111",
            "The test part of this split is never used, though `{0}` at line {1} learns from the rest. "
                + "Evaluate on it once, or don't hold it out.",
            "A test set that nobody looks at costs rows and tells nothing.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        var trace = context.Trace;
        if (!trace.IsComplete)
            return;
        foreach (var split in trace.All<SplitEvent>())
        {
            if (split.Split.IsFold
                || trace.All<PartEvent>().Any(taken => taken.IsTest && taken.Split.Site.Equals(split.Site))
                || trace.All<EscapeEvent>().Any(escape => Holds(escape, split.Site))
                || trace.All<FitEvent>().Any(fit => fit.Validation?.Rows.Part is { IsTest: true } steering && steering.Split.Site.Equals(split.Site)))
            {
                continue;
            }

            var fits = trace.All<FitEvent>().FirstOrDefault(fit =>
                fit.Learns != false && fit.Data?.Rows.Lineage().Any(rows => rows is PartRows { IsTest: false } part && part.Split.Site.Equals(split.Site)) == true);
            if (fits is null || IsMixed(fits, trace))
                continue;
            var place = CodeContext.PlaceOf(split.Site);
            context.Report(place, [fits.Node], null, CodeContext.NameOf(fits.Site), CodeContext.Line(fits.Node, place.Node));
        }
    }

    /// <summary>The model is measured on a part of another split of the same data, which is another rule's finding.</summary>
    private static bool IsMixed(FitEvent fit, Trace trace) => trace.All<EvaluationEvent>().Any(score =>
        score.Fits.Contains(fit.Site)
        && score.Data!.Rows.Part is { IsTest: true } part
        && fit.Data!.Rows.Part is { } learned
        && !part.Split.Equals(learned.Split) && part.Split.Input.Rows.Equals(learned.Split.Input.Rows));

    private static bool Holds(EscapeEvent escape, Site split) =>
        ((Group)escape.Value).Items.Any(value => value is Split known && known.Site.Equals(split));
}
