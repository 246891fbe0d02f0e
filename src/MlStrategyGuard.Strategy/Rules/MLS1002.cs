namespace MlStrategyGuard.Rules;

/// <summary>No shift found, but the data could only have shown one of so many points or more.</summary>
internal static class MLS1002
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        from comparison in evidence.Comparisons
        where comparison.Verdict == Verdict.NoShiftFound
        select Finding.Of(nameof(MLS1002), Shifts.Place(strategy, comparison), Message(comparison)) with
        {
            Split = Shifts.Subject(comparison),
            Subjects = [comparison.A, comparison.B, $"{comparison.A}/{comparison.B}"],
            Data = [new("a", comparison.A), new("b", comparison.B), new("resolution", comparison.Resolution), .. RowsNeeded(comparison)],
        };

    private static string Message(Comparison comparison) => comparison.Groups is { AreTooFew: true } groups
        ? $"{comparison.A} and {comparison.B} can't be compared: {groups.A} + {groups.B} groups are too few for anything to be beyond chance; {groups.Needed} a split are the least."
        : comparison.Columns.Count == 0
        ? $"{comparison.A} and {comparison.B} weren't compared: no column is left that both have and that says something about the rows."
        : $"no shift found between {comparison.A} and {comparison.B}; with {Shifts.Rows(comparison.RowsA)} + {Shifts.Rows(comparison.RowsB)} rows{Groups(comparison)} "
        + $"only shifts of {Shifts.Points(comparison.Resolution)} points or more would have shown"
        + (comparison.RowsNeeded is { } rows
            ? $"; {Shifts.Rows(rows)} rows a split would settle the tolerance of {Shifts.Limit(comparison.Tolerance)} points."
            : ".");

    private static string Groups(Comparison comparison) => comparison.Groups is { } groups
        ? $" in {Shifts.Rows(groups.A)} + {Shifts.Rows(groups.B)} groups" : "";

    private static IEnumerable<KeyValuePair<string, object>> RowsNeeded(Comparison comparison)
    {
        if (comparison.RowsNeeded is { } rows)
            yield return new("rows_needed", rows);
    }
}
