using MlStrategyGuard.Engine.Comparison;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Pinned;

/// <summary>Turns what was read of a split into what may be given away.</summary>
internal static class ProfileBuilder
{
    /// <summary>Builds the profile of a split.</summary>
    /// <param name="strategy">What was declared.</param>
    /// <param name="split">The split.</param>
    /// <param name="profile">What was read of it.</param>
    /// <param name="files">The files that it was read from.</param>
    public static PinnedProfile Build(
        Strategy strategy, SplitDeclaration split, SplitProfile profile, IEnumerable<PinnedFile> files) => new()
        {
            Version = PinnedProfile.Current,
            Split = profile.Name,
            Rows = profile.Rows,
            Files = [.. files.OrderBy(file => file.Sha256, StringComparer.Ordinal).ThenBy(file => file.Path, StringComparer.Ordinal)],
            Settings = SettingsOf(strategy.Data, split),
            Columns = [.. ComparedSplit.Of(profile).Columns.Select(column => Build(strategy, column))],
        };

    /// <summary>The settings that a split's profile depends on, as the strategy has them now.</summary>
    public static PinnedSettings SettingsOf(DataSection data, SplitDeclaration split) => new()
    {
        Missing = [.. data.Missing.Select(token => token.Trim().ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)],
        Where = split.Where.OrderBy(filter => filter.Column.Value, StringComparer.Ordinal).ToDictionary(
            filter => filter.Column.Value, filter => (IReadOnlyList<string>)[.. filter.Values.Distinct().Order(StringComparer.Ordinal)]),
        Hash = Hashing.Of("mlguard"u8).ToString("x16", System.Globalization.CultureInfo.InvariantCulture),
    };

    private static PinnedColumn Build(Strategy strategy, ComparedColumn column)
    {
        var pinned = new PinnedColumn
        {
            Name = column.Name,
            Kind = column.Kind,
            Declared = column.Declared,
            Missing = column.Missing,
            Present = column.Present,
            LeftOut = ColumnRole.ReasonToSkip(strategy, column.Name),
        };
        if (pinned.LeftOut is not null || column.Kind is ColumnKind.Embedding or ColumnKind.Empty)
            return pinned;

        var isLabel = column.Name == strategy.Data.Label?.Value;
        pinned = pinned with
        {
            NumberCount = column.NumberCount,
            DateCount = column.DateCount,
            IsInteger = column.IsInteger,
            HasCodes = column.HasCodes,
            HasManyValues = column.HasManyValues,
            IsIdentifier = column.IsIdentifier,
            IsText = column.IsText,
            Numbers = IsMostly(column, column.NumberCount) ? Bins(column.Numbers, column.IsInteger) : null,
            Dates = IsMostly(column, column.DateCount) ? Bins(column.Dates, false) : null,
            Lengths = column.IsText ? Bins(column.Lengths, true) : null,
        };
        if (column.Kind == ColumnKind.Text || (column.Kind == ColumnKind.Numeric && column.HasManyValues && !ColumnRole.IsClass(strategy, column.Name)))
            return pinned;

        // Names and free texts, of which hardly one comes twice, say nothing and could give someone away.
        var buckets = column.IsHashed || (!isLabel && (column.IsText || column.Kind == ColumnKind.Date));
        var levels = column.Levels(buckets).ToList();
        if (buckets)
            return pinned with { Buckets = [.. levels.Select(level => level.Rows)] };

        var rare = levels.Where(level => level.Rows < QuantileBins.MinRows)
            .GroupBy(level => LevelHash.Of(column.Name, level.Name!))
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(level => level.Rows));
        return pinned with
        {
            Levels = levels.Where(level => level.Rows >= QuantileBins.MinRows).ToDictionary(level => level.Name!, level => level.Rows),
            RareLevels = rare.Count == 0 ? null : rare,
            Buckets = rare.Count == 0 ? null : [.. column.Levels(hashed: true).Select(level => level.Rows)],
        };
    }

    /// <summary>Numbers of a column are compared if at least half of its values are numbers; so are dates.</summary>
    private static bool IsMostly(ComparedColumn column, long count) =>
        count > 0 && column.Kind is not ColumnKind.Text && 2 * count >= column.Present;

    private static PinnedNumbers Bins(NumberSet numbers, bool areWhole)
    {
        var bins = numbers.Pin(sorted => QuantileBins.Of(sorted, areWhole), QuantileBins.Merge);
        return new PinnedNumbers { Edges = bins.Edges, Counts = bins.Counts };
    }
}
