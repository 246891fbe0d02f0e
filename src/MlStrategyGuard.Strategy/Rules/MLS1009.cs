using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Near-duplicates across splits.</summary>
internal static class MLS1009
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        foreach (var near in evidence.Leakage.NearRows)
        {
            var subject = Overlaps.Subject(near.A, near.B);
            var other = subject == near.A ? near.B : near.A;
            var (shared, all) = subject == near.A ? (near.SharedA, near.RowsA) : (near.SharedB, near.RowsB);
            var alike = near.Text is { } text
                ? $"have nearly the same '{Texts.Shorten(text)}' as a row of {other}"
                : $"are nearly equal to a row of {other} (numbers to three digits, all else equal)";
            yield return Overlaps.About(nameof(MLS1009), strategy, near.A, near.B, null,
                $"{Show.Count(shared)} of {Show.Count(all)} rows of {subject} {alike}, without being equal. Of {Show.Count(near.Repeated)} such sets of rows {Show.Count(near.Patterns)} stand in both splits; a random split would put about {Show.Count(near.Expected)} there. "
                + "Look whether they are changed copies (rounded, resampled, edited); if so, keep each with its original in one split.") with
            {
                ColumnName = near.Text,
                Data =
                [
                    new("a", near.A), new("b", near.B), new("rows_a", near.RowsA), new("rows_b", near.RowsB),
                    new("shared_a", near.SharedA), new("shared_b", near.SharedB), new("patterns", near.Patterns), new("expected", near.Expected),
                ],
            };
        }
    }
}
