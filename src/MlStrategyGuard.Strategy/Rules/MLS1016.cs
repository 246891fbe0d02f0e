using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Equal rows with different labels: floor on the achievable error.</summary>
internal static class MLS1016
{
    /// <summary>A floor below this matters to nobody who hasn't said so.</summary>
    private const double DefaultLimit = 0.01;

    /// <summary>One or two odd rows are no pattern, however small the split.</summary>
    private const long FewestRows = 3;

    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Data.Label is not { } label)
            yield break;

        var limit = strategy.Metrics is { MinDifference: { Value: > 0 and < 1 } difference, Single: { } optimized } && RowShares.Has(optimized.Metric.Value)
            ? difference.Value
            : DefaultLimit;
        var floors = evidence.Leakage.Conflicts
            .Where(conflict => conflict.Wrong >= FewestRows && conflict.Floor >= limit)
            .OrderBy(conflict => conflict.Split switch { "dev" => 0, "test" => 1, "train_dev" => 2, _ => 3 })
            .ToList();
        if (floors.Count == 0)
            yield break;

        var first = floors[0];
        var others = floors.Count == 1
            ? ""
            : $" ({string.Join(", ", floors.Skip(1).Select(floor => $"{floor.Split} {Show.Percent(floor.Floor)}"))})";
        yield return Finding.Of(nameof(MLS1016), label.Span,
            $"{Show.Count(first.Conflicting)} of {first.Split}'s {Show.Count(first.Rows)} rows have an equal row with another '{Texts.Shorten(label.Value)}', so no model of these columns gets below {Show.Percent(first.Floor)} errors there{others}. "
            + "Look whether the labels are wrong or a column is missing that tells these rows apart; a Bayes error below this floor can't be reached.") with
        {
            Split = first.Split,
            ColumnName = label.Value,
            Subjects = [.. floors.Select(floor => floor.Split)],
            Data =
            [
                new("floor", first.Floor), new("rows", first.Rows), new("patterns", first.Patterns),
                new("conflicting", first.Conflicting), new("wrong", first.Wrong),
            ],
        };
    }
}
