using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>A split as a comparison sees it, whether its data is at hand or only a profile of it.</summary>
/// <param name="Name">The split's name.</param>
/// <param name="Rows">Its number of rows.</param>
/// <param name="Columns">Its columns, in the order of the data.</param>
internal sealed record ComparedSplit(string Name, long Rows, IReadOnlyList<ComparedColumn> Columns)
{
    /// <summary>Rows as values; null for a pinned profile, which has no rows.</summary>
    public RowSample? Sample { get; init; }

    /// <summary>Whether a pinned profile stands in for the data.</summary>
    public bool IsPinned { get; init; }

    /// <summary>A split whose data was read.</summary>
    public static ComparedSplit Of(SplitProfile profile) =>
        new(profile.Name, profile.Rows, [.. profile.Columns.Select(column => new DataColumn(column))]) { Sample = profile.Sample };
}
