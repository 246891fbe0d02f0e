using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>A named column doesn't exist in the split's data.</summary>
internal static class MLS0010
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        foreach (var (column, role) in Named(strategy.Data))
        {
            var without = evidence.Splits.Where(split => split.Columns.All(other => other.Name != column.Value)).ToList();
            if (without.Count == 0)
                continue;
            yield return Missing(column, "data." + role, without, evidence.Splits.Count);
        }

        foreach (var declared in strategy.Data.Columns.Where(declared => !declared.IsPattern))
        {
            if (evidence.Splits.Count > 0
                && evidence.Splits.All(split => split.Columns.All(column => column.Name != declared.Name.Value)))
                yield return Missing(declared.Name, "data.columns", evidence.Splits, evidence.Splits.Count);
        }

        foreach (var finding in Filters(strategy, evidence).Concat(evidence.MissingColumns.Select(InAFile)))
            yield return finding;
    }

    private static IEnumerable<Finding> Filters(Strategy strategy, Evidence evidence) =>
        from data in evidence.Splits
        let declared = strategy.Split(data.Name)
        where declared is not null
        from filter in declared.Where
        where data.Columns.All(column => column.Name != filter.Column.Value)
        select Missing(filter.Column, $"splits.{data.Name}.where", [data], 1);

    private static Finding InAFile(MissingColumn missing) =>
        Finding.Of(nameof(MLS0010), missing.Column.Span,
            $"'{missing.Key}' names the column '{Texts.Shorten(missing.Column.Value)}', and {missing.File} lacks it; {Hint(missing.Column.Value, missing.Present)}") with
        {
            ColumnName = missing.Column.Value,
        };

    private static string Hint(string column, IReadOnlyList<string> names) => Nearest.To(column, names) is { } nearest
        ? $"did you mean '{Texts.Shorten(nearest)}'?"
        : $"the columns there are {string.Join(", ", names.Take(8).Select(Texts.Shorten))}{(names.Count > 8 ? ", …" : "")}.";

    private static IEnumerable<(Marked<string> Column, string Role)> Named(DataSection data)
    {
        (Marked<string>? Column, string Role)[] named =
        [
            (data.Label, "label"), (data.Id, "id"), (data.Group, "group"), (data.Time, "time"),
            (data.Source, "source"), (data.Weight, "weight"),
        ];
        foreach (var (column, role) in named)
        {
            if (column is not null)
                yield return (column, role);
        }
    }

    private static Finding Missing(Marked<string> column, string key, IReadOnlyList<SplitData> without, int splits)
    {
        var names = without.SelectMany(split => split.Columns.Select(other => other.Name)).Distinct().ToList();
        var who = without.Count == splits && splits > 1
            ? "no split has it"
            : string.Join(" and ", without.Select(split => split.Name)) + (without.Count == 1 ? " lacks it" : " lack it");
        return Finding.Of(nameof(MLS0010), column.Span,
            $"'{key}' names the column '{Texts.Shorten(column.Value)}', and {who}; {Hint(column.Value, names)}") with
        {
            Split = without[0].Name,
            ColumnName = column.Value,
            Subjects = [.. without.Select(split => split.Name)],
        };
    }
}
