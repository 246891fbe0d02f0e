using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Columns or their kinds differ between splits.</summary>
internal static class MLS1014
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        from comparison in evidence.Comparisons
        from conflict in comparison.Conflicts
        select Finding.Of(nameof(MLS1014), Shifts.Place(strategy, comparison), Message(comparison, conflict)) with
        {
            Split = Shifts.Subject(comparison),
            ColumnName = conflict.Column,
            Subjects = [comparison.A, comparison.B, $"{comparison.A}/{comparison.B}"],
        };

    private static string Message(Comparison comparison, ColumnConflict conflict)
    {
        var column = Texts.Shorten(conflict.Column);
        if (conflict.OnlyIn is not { } only)
            return $"'{column}' holds something else in {comparison.A} than in {comparison.B}: {conflict.Detail}.";

        var other = only == comparison.A ? comparison.B : comparison.A;
        return $"the column '{column}' is in {only} and not in {other}; write it into both, or list it in 'data.ignore'.";
    }
}
