using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Equal rows in two splits, beyond the rate of equal rows within a split; or one id in two splits.</summary>
internal static class MLS1006
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        var sameFiles = SameFiles(strategy).ToList();
        foreach (var (a, b, path) in sameFiles)
            yield return Overlaps.About(nameof(MLS1006), strategy, a, b, path.Span,
                $"'{Texts.Shorten(path.Value)}' is named by {a} and by {b}, and nothing tells their rows apart: both hold the same ones. "
                + "Give each split its own file, or its own rows by 'where:'.");

        var copies = evidence.Leakage.Rows
            .Where(rows => rows.Cause == RepeatCause.Copies && !sameFiles.Exists(same => (same.A, same.B) == (rows.A, rows.B)))
            .ToList();
        foreach (var rows in copies)
            yield return Copies(strategy, rows);

        if (strategy.Data.Id is not { } id)
            yield break;
        foreach (var ids in evidence.Leakage.Keys.Where(keys => !keys.IsGroup && keys.Shared > 0))
        {
            var isSaid = sameFiles.Exists(same => (same.A, same.B) == (ids.A, ids.B))
                || (ids.OtherContent == 0 && copies.Exists(rows => (rows.A, rows.B) == (ids.A, ids.B)));
            if (!isSaid)
                yield return Ids(strategy, id, ids);
        }
    }

    /// <summary>Paths or patterns that two splits name without choosing rows.</summary>
    private static IEnumerable<(string A, string B, Marked<string> Path)> SameFiles(Strategy strategy)
    {
        var whole = strategy.Splits.Where(split => split.Where.Count == 0)
            .OrderBy(split => SplitDeclaration.Names.ToList().IndexOf(split.Name.Value)).ToList();
        for (var i = 0; i < whole.Count; i++)
        {
            for (var j = i + 1; j < whole.Count; j++)
            {
                var paths = new HashSet<string>(whole[i].Files.Select(path => Plain(path.Value)), StringComparer.Ordinal);
                if (whole[j].Files.FirstOrDefault(path => paths.Contains(Plain(path.Value))) is { } path)
                    yield return (whole[i].Name.Value, whole[j].Name.Value, path);
            }
        }
    }

    private static string Plain(string path)
    {
        var plain = path.Replace('\\', '/');
        return plain.StartsWith("./", StringComparison.Ordinal) ? plain.Substring(2) : plain;
    }

    private static Finding Copies(Strategy strategy, SharedRows rows)
    {
        var subject = Overlaps.Subject(rows.A, rows.B);
        var other = subject == rows.A ? rows.B : rows.A;
        var (shared, all) = subject == rows.A ? (rows.SharedA, rows.RowsA) : (rows.SharedB, rows.RowsB);
        var what = rows.SharedA == rows.RowsA && rows.SharedB == rows.RowsB
            ? $"every row of {rows.A} is in {rows.B} and the other way round ({Show.Count(rows.RowsA)} + {Show.Count(rows.RowsB)} rows)"
            : $"{Show.Count(shared)} of {subject}'s {Show.Count(all)} rows ({Show.Percent((double)shared / all)}) {(shared == 1 ? "is" : "are")} in {other} as well";
        return Overlaps.About(nameof(MLS1006), strategy, rows.A, rows.B, null,
            $"{what}. Of {Show.Count(rows.Repeated)} rows that occur more than once, {Show.Count(rows.Patterns)} stand in both splits; a random split would put about {Show.Count(rows.Expected)} there. "
            + Overlaps.TakeOut(rows.A, rows.B)) with
        {
            Data =
            [
                new("a", rows.A), new("b", rows.B), new("rows_a", rows.RowsA), new("rows_b", rows.RowsB),
                new("shared_a", rows.SharedA), new("shared_b", rows.SharedB), new("patterns", rows.Patterns),
                new("expected", rows.Expected),
            ],
        };
    }

    private static Finding Ids(Strategy strategy, Marked<string> id, SharedKeys ids)
    {
        var name = Texts.Shorten(id.Value);
        var who = $"{Show.Count(ids.Shared)} {(ids.Shared == 1 ? "value" : "values")} of the id '{name}' {(ids.Shared == 1 ? "stands" : "stand")} in {ids.A} and in {ids.B}";
        var message = ids.OtherContent == 0
            ? $"{who}, with equal features: the same rows. {Overlaps.TakeOut(ids.A, ids.B)}"
            : $"{who}, {(ids.OtherContent == ids.Shared ? "" : Show.Count(ids.OtherContent) + " of them ")}with different features: the data is at fault. "
                + $"Either '{name}' is numbered anew in each file and identifies no row, or the rows were changed after the split; repair the ids, or name another column.";
        return Overlaps.About(nameof(MLS1006), strategy, ids.A, ids.B, id.Span, message) with
        {
            ColumnName = id.Value,
            Data =
            [
                new("a", ids.A), new("b", ids.B), new("shared", ids.Shared), new("other_content", ids.OtherContent),
                new("shared_rows_a", ids.SharedRowsA), new("shared_rows_b", ids.SharedRowsB),
            ],
        };
    }
}
