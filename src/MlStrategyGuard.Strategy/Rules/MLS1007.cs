using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>A group in two splits.</summary>
internal static class MLS1007
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Data.Group is not { } group)
            yield break;

        foreach (var keys in evidence.Leakage.Keys.Where(keys => keys.IsGroup && keys.Shared > 0))
        {
            var subject = Overlaps.Subject(keys.A, keys.B);
            var other = subject == keys.A ? keys.B : keys.A;
            var (groups, rows) = subject == keys.A ? (keys.KeysA, keys.SharedRowsA) : (keys.KeysB, keys.SharedRowsB);
            yield return Overlaps.About(nameof(MLS1007), strategy, keys.A, keys.B, group.Span,
                $"{Show.Count(keys.Shared)} of {subject}'s {Show.Count(groups)} groups ('{Texts.Shorten(group.Value)}') {(keys.Shared == 1 ? "stands" : "stand")} in {other} as well, with {Show.Count(rows)} of {subject}'s rows: "
                + $"the model is measured on what it has met before. Put all rows of a group into one split.") with
            {
                ColumnName = group.Value,
                Data =
                [
                    new("a", keys.A), new("b", keys.B), new("groups_a", keys.KeysA), new("groups_b", keys.KeysB),
                    new("shared", keys.Shared), new("shared_rows_a", keys.SharedRowsA), new("shared_rows_b", keys.SharedRowsB),
                ],
            };
        }
    }
}
