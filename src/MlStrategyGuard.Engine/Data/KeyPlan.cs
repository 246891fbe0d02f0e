namespace MlStrategyGuard.Engine.Data;

/// <summary>Which columns make the keys of rows; the same for all splits of a strategy.</summary>
/// <param name="LeftOut">See <see cref="RowKeys.LeftOut"/>.</param>
/// <param name="Label">The label's column, if one is declared.</param>
/// <param name="Id">The column of row ids, if one is declared.</param>
/// <param name="Group">The column of groups, if one is declared.</param>
internal sealed record KeyPlan(IReadOnlyList<string> LeftOut, string? Label, string? Id, string? Group)
{
    /// <summary>The plan of a strategy.</summary>
    /// <param name="strategy">Tells what columns are for.</param>
    /// <param name="generated">Columns that look like running numbers or generated ids.</param>
    public static KeyPlan Of(Strategy strategy, IEnumerable<string> generated)
    {
        var data = strategy.Data;
        return new(
            [.. Declared(strategy).Concat(generated).Distinct(StringComparer.Ordinal)],
            data.Label?.Value, data.Id?.Value, data.Group?.Value);
    }

    /// <summary>The columns whose declared role is none of content.</summary>
    public static IEnumerable<string> Declared(Strategy strategy)
    {
        var data = strategy.Data;
        Marked<string>?[] roles =
        [
            data.Label, data.Id, data.Group, data.Source, data.Weight,
            strategy.Consistency.Policy == SplitPolicy.Temporal ? data.Time : null,
        ];
        return roles.OfType<Marked<string>>()
            .Concat(data.Ignore)
            .Select(column => column.Value)
            .Concat(strategy.Splits.SelectMany(split => split.Where).Select(filter => filter.Column.Value));
    }
}
