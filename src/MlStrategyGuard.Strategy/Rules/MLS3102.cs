using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Ceilings, best first: of the tags of the error analysis, and of the slices that hold the choice's errors.</summary>
internal static class MLS3102
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        var ceilings = Ceiling.Of(strategy);
        if (ceilings.Count > 0)
            yield return Finding.Of(nameof(MLS3102), strategy.ErrorAnalysis!.Span,
                $"what fixing each tag can win at best: {string.Join("; ", ceilings.Take(8).Select(Describe))}.");

        if (evidence.ErrorSlices.Count > 0
            && evidence.Scores.FirstOrDefault(one => one.Split == "dev" && one.Candidate == strategy.Choice?.Value) is { } scores)
            yield return Finding.Of(nameof(MLS3102), scores.File.Span,
                $"the errors of '{Texts.Shorten(scores.Candidate)}' on dev gather in {string.Join("; ", evidence.ErrorSlices.Take(5).Select(Describe))}.").On(scores.Candidate) with
            {
                Split = "dev",
            };
    }

    private static string Describe(ErrorSlice slice) =>
        $"'{Texts.Shorten(slice.Column)}' = {Texts.Shorten(slice.Level)}: {Show.Percent(slice.Share)} of the errors on {Show.Percent(slice.RowShare)} of the {(slice.Weights is null ? "rows" : "weight")} "
        + $"(error {Show.Percent(slice.ErrorRate)}, elsewhere {Show.Percent(slice.OtherRate)}; as elsewhere the dev error would be {Show.Percent(slice.BestError)})";

    private static string Describe(Ceiling ceiling) =>
        $"'{Texts.Shorten(ceiling.Tag.Name.Value)}' {Show.Percent(ceiling.Share)} of the errors ({Show.Limit(ceiling.Lower)}–{Show.Limit(ceiling.Upper)})"
        + (ceiling.Tag.Fixable < 1 ? $", {Show.Percent(ceiling.Tag.Fixable)} of them fixable" : "")
        + (ceiling.BestError is { } best ? $", dev error {Show.Percent(best)}" : "");
}
