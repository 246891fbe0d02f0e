using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Rows come in groups that nobody declared.</summary>
internal static class MLS1021
{
    /// <summary>Ids that repeat in fewer rows than this are a fault of their own, not groups.</summary>
    private const double RepeatingShare = 0.05;

    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Data.Group is not null)
            yield break;

        // Rows whose ids stand in both splits are MLS1006's.
        var entities = evidence.Leakage.Rows.Where(rows => rows.Cause == RepeatCause.Entities
            && !evidence.Leakage.Keys.Any(keys => !keys.IsGroup && keys.Shared > 0 && keys.A == rows.A && keys.B == rows.B))
            .OrderByDescending(Share).FirstOrDefault();
        if (entities is not null)
        {
            var subject = Overlaps.Subject(entities.A, entities.B);
            var other = subject == entities.A ? entities.B : entities.A;
            yield return Overlaps.About(nameof(MLS1021), strategy, entities.A, entities.B, null,
                $"{Show.Percent(Share(entities))} of {subject}'s rows have an equal row in {other}, {(IsMoreThanRepeats(entities)
                    ? "more than a random split of repeated rows would give, though too few to be sure or with other labels: they may be copies, or the same things are in the data several times. "
                    : "about as often as rows repeat within a split: the same things are in the data several times and were split at random. ")}"
                + "Name the column that tells them apart in 'data.group' and put each group into one split, or drop the repeats before splitting.") with
            {
                Data =
                [
                    new("a", entities.A), new("b", entities.B), new("shared_a", entities.SharedA),
                    new("shared_b", entities.SharedB), new("patterns", entities.Patterns), new("expected", entities.Expected),
                ],
            };
        }

        var groups = evidence.UndeclaredGroups.OrderByDescending(group => group.Rows).FirstOrDefault();
        if (groups is not null)
            yield return About(strategy, groups);

        foreach (var pair in evidence.Comparisons.Where(pair => pair.AssumedGroup is { } column && column != groups?.Column).GroupBy(pair => pair.AssumedGroup!))
            yield return About(strategy, pair.Last(), pair.Key);

        var repeated = evidence.Leakage.RepeatedIds.Where(ids => ids.Rows - ids.Ids >= RepeatingShare * ids.Rows && ids.Ids < ids.Rows)
            .OrderByDescending(ids => (double)ids.Rows / ids.Ids).FirstOrDefault();
        if (repeated is not null && strategy.Data.Id is { } id)
            yield return Finding.Of(nameof(MLS1021), id.Span,
                $"'{Texts.Shorten(id.Value)}' is declared to identify a row and repeats: {Show.Count(repeated.Ids)} ids on {Show.Count(repeated.Rows)} rows of {repeated.Split}. "
                + "If rows of one id belong together, name the column in 'data.group' instead.") with
            {
                Split = repeated.Split,
                ColumnName = id.Value,
                Data = [new("ids", repeated.Ids), new("rows", repeated.Rows), new("repeated", repeated.Repeated)],
            };
    }

    private static bool IsMoreThanRepeats(SharedRows rows) => rows.P < 0.01 && rows.Patterns > 1.5 * rows.Expected;

    private static Finding About(Strategy strategy, UndeclaredGroup group) => Finding.Of(
        nameof(MLS1021), strategy.Split(group.Split)?.Name.Span ?? SourceSpan.FileStart,
        $"'{Texts.Shorten(group.Column)}' seems to name what rows belong to: {Show.Count(group.Groups)} values on {Show.Count(group.Rows)} rows of {group.Split}, and rows of one value are alike in "
        + $"{Show.Count(group.Alike.Count)} of {Show.Count(group.Others)} other columns ({string.Join(", ", group.Alike.Take(3).Select(column => $"'{Texts.Shorten(column)}'"))}{(group.Alike.Count > 3 ? ", …" : "")}). "
        + "If so, name it in 'data.group': rows of a group aren't independent, and tests that take them for it raise false alarms.") with
    {
        Split = group.Split,
        ColumnName = group.Column,
        Data = [new("groups", group.Groups), new("rows", group.Rows), new("alike", group.Alike.Count), new("others", group.Others)],
    };

    private static Finding About(Strategy strategy, Comparison pair, string column) => Finding.Of(
        nameof(MLS1021), strategy.Split(pair.B)?.Name.Span ?? SourceSpan.FileStart,
        $"{pair.A} and {pair.B} seem to be split by '{Texts.Shorten(column)}': its values repeat within both and hardly one stands in both. They are compared by it as a group, not row by row. "
        + "If that is right, name it in 'data.group'; if not, name it in 'data.ignore'.") with
    {
        Split = pair.B,
        ColumnName = column,
        Data = [new("a", pair.A), new("b", pair.B)],
    };

    private static double Share(SharedRows rows) => Overlaps.Subject(rows.A, rows.B) == rows.A
        ? (double)rows.SharedA / rows.RowsA
        : (double)rows.SharedB / rows.RowsB;
}
