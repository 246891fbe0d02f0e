using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Counts of the error analysis or of the label audit contradict each other.</summary>
internal static class MLS3104
{
    /// <summary>A declared error is rounded: 1.49 % is called 1 %.</summary>
    private const double Rounded = 1.5;

    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.ErrorAnalysis is { Examined: { } examined } analysis)
        {
            foreach (var tag in analysis.Tags.Where(tag => tag.Count.Value > examined.Value))
                yield return Finding.Of(nameof(MLS3104), tag.Count.Span,
                    $"'{Texts.Shorten(tag.Name.Value)}' is counted {Show.Count(tag.Count.Value)} times among {Show.Count(examined.Value)} examined examples; a tag counts once an example.").On(tag.Name.Value);

            if (ErrorRate.OfDev(strategy) is { Rows: { } rows } dev && examined.Value > 1 + (Rounded * dev.Error * rows))
                yield return Finding.Of(nameof(MLS3104), examined.Span,
                    $"{Show.Count(examined.Value)} misclassified examples were examined, and a dev error of {Show.Percent(dev.Error)} on {Show.Count(rows)} rows makes only {Show.Count(Math.Round(dev.Error * rows))}.");
        }

        if (strategy.Labels?.Audit is not { } audit)
            yield break;
        foreach (var (part, whole) in new[] { (audit.WrongMislabeled, audit.WrongExamined), (audit.RightMislabeled, audit.RightExamined) })
        {
            if (part is not null && whole is not null && part.Value > whole.Value)
                yield return Finding.Of(nameof(MLS3104), part.Span,
                    $"{Show.Count(part.Value)} labels were found wrong among {Show.Count(whole.Value)} examined; that can't be.");
        }
    }
}
