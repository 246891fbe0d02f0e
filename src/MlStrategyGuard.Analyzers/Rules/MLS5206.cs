using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5206: a model of a time series is fitted on one part of a random split. It learns from a series with holes, and
/// the held-out rows lie between those that it saw. A sampling key keeps whole series together and is no finding.
/// </summary>
internal sealed class MLS5206 : CodeRule
{
    public MLS5206()
        : base(
            "MLS5206",
            "`{0}` at line {1} learns a time series, but this split draws rows at random: the series gets holes, and the rows that fill them are held out. "
                + "Cut by time with `FilterRowsByColumn`, or `TakeRows` and `SkipRows` on rows in order.",
            "A forecast is measured on what comes after everything it learned from; rows between those that it saw are too easy.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var fit in context.Trace.All<FitEvent>())
        {
            var series = fit.Estimator?.Parts.FirstOrDefault(part => part is { Site: not null, Type.Name: "SsaForecastingEstimator" or "SsaSpikeEstimator" or "SsaChangePointEstimator" });
            if (series is null || fit.Data?.Rows.Part is not { } part || context.Trace.Of(part) is not { Key: Nothing } split)
                continue;
            var place = CodeContext.PlaceOf(split.Site);
            context.Report(place, [series.Site!.Node, fit.Node], null, CodeContext.NameOf(series.Site), CodeContext.Line(series.Site.Node, place.Node));
        }
    }
}
