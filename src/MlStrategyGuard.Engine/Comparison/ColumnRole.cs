namespace MlStrategyGuard.Engine.Comparison;

/// <summary>What the strategy keeps out of comparisons.</summary>
internal static class ColumnRole
{
    /// <summary>Why a column isn't compared, in the strategy's own word; null if it is.</summary>
    public static string? ReasonToSkip(Strategy strategy, string column)
    {
        var data = strategy.Data;
        if (data.Ignore.Any(ignored => ignored.Value == column))
            return "ignore";
        if (column == data.Id?.Value)
            return "id";
        if (column == data.Group?.Value)
            return "group";
        if (column == data.Source?.Value)
            return "source";
        if (column == data.Weight?.Value)
            return "weight";
        if (column == data.Time?.Value && strategy.Consistency.Policy == SplitPolicy.Temporal)
            return "time";
        return strategy.Splits.Any(split => split.Where.Any(filter => filter.Column.Value == column)) ? "where" : null;
    }

    /// <summary>Whether a column is the label of a classification: its numbers are names.</summary>
    public static bool IsClass(Strategy strategy, string column) =>
        column == strategy.Data.Label?.Value && strategy.Task is { Value: not (LearningTask.Regression or LearningTask.Ranking) };
}
