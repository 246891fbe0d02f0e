using System.Globalization;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Leakage;

/// <summary>The rows of each level of a column, where these are known by name.</summary>
internal static class ClassCounts
{
    /// <summary>Rows by level; null for numbers with many values and for columns with too many levels.</summary>
    public static IReadOnlyDictionary<string, long>? Of(ColumnProfile column) => column switch
    {
        { Kind: ColumnKind.Numeric, Codes: { } codes } => codes.ToDictionary(
            code => code.Key.ToString("R", CultureInfo.InvariantCulture), code => code.Value, StringComparer.Ordinal),
        { Kind: ColumnKind.Categorical, IsHashed: false } => column.Levels(hashed: false).ToDictionary(StringComparer.Ordinal),
        { Kind: ColumnKind.Empty } => new Dictionary<string, long>(),
        _ => null,
    };

    /// <summary>Whether the label is one of classes: by the declared task, else because all splits hold few levels.</summary>
    public static bool AreClasses(Strategy strategy, IReadOnlyList<SplitProfile> splits) =>
        strategy.Data.Label is { } label && strategy.Task?.Value switch
        {
            LearningTask.BinaryClassification or LearningTask.MulticlassClassification => true,
            null => LookLikeClasses([.. splits.Select(split => split.Column(label.Value)).OfType<ColumnProfile>()]),
            _ => false,
        };

    /// <summary>Whole numbers of ten values at most, or words that occur five times each on average.</summary>
    private static bool LookLikeClasses(List<ColumnProfile> labels)
    {
        var counts = labels.ConvertAll(Of);
        if (labels.Count == 0 || counts.Contains(null))
            return false;
        var levels = counts.SelectMany(split => split!.Keys).ToHashSet(StringComparer.Ordinal).Count;
        return labels.Exists(label => label.Kind == ColumnKind.Numeric)
            ? levels <= 10
            : levels <= 2 || 5 * levels <= counts.Sum(split => split!.Values.Sum());
    }
}
