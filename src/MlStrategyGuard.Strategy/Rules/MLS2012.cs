using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Predictions don't match the split: rows missing, extra, doubled, or with other labels.</summary>
internal static class MLS2012
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        foreach (var scores in evidence.Scores)
        {
            if (scores.Match is not { } match)
                continue;
            var problems = Problems(match, scores.Split).ToList();
            if (problems.Count > 0)
                yield return (Finding.Of(nameof(MLS2012), scores.File.Span,
                    $"the predictions of '{Texts.Shorten(scores.Candidate)}' don't match {scores.Split} ({Show.Count(match.SplitRows)} rows): {string.Join(", ", problems)}. Predict every row of {scores.Split} once, and nothing else.") with
                {
                    Split = scores.Split,
                    Data =
                    [
                        new("missing", match.Missing), new("extra", match.Extra), new("doubled", match.Doubled),
                        new("other_labels", match.OtherLabels), new("ambiguous_ids", match.AmbiguousIds),
                    ],
                }).On(scores.Candidate);
        }
    }

    private static IEnumerable<string> Problems(PredictionMatch match, string split)
    {
        if (match.AmbiguousIds > 0)
            yield return $"{Rows(match.AmbiguousIds)} of {split} share the id with another row, so 'data.id' identifies none of them";
        if (match.Missing > 0)
            yield return $"{Rows(match.Missing)} {(match.Missing == 1 ? "has" : "have")} no prediction";
        if (match.Extra > 0)
            yield return $"{Show.Count(match.Extra)} prediction{(match.Extra == 1 ? " is" : "s are")} of rows that {split} doesn't have";
        if (match.Doubled > 0)
            yield return $"{Show.Count(match.Doubled)} prediction{(match.Doubled == 1 ? " is" : "s are")} of a row that has one already";
        if (match.OtherLabels > 0)
            yield return $"{Rows(match.OtherLabels)} {(match.OtherLabels == 1 ? "has" : "have")} another label than in the data";
    }

    private static string Rows(long rows) => $"{Show.Count(rows)} row{(rows == 1 ? "" : "s")}";
}
