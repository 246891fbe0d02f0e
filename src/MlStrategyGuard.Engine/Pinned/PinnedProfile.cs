using System.Text.Json.Serialization;

namespace MlStrategyGuard.Engine.Pinned;

/// <summary>
/// A split without its rows, as a file: what comparisons need of it in sums over many rows. Levels of fewer than ten rows
/// aren't named and numbers stand in bins of ten or more.
/// </summary>
internal sealed record PinnedProfile
{
    /// <summary>The version of the format that this guard writes and reads.</summary>
    public const int Current = 1;

    /// <summary>The version of the format.</summary>
    [JsonPropertyName("version")]
    public required int Version { get; init; }

    /// <summary>The split's name.</summary>
    [JsonPropertyName("split")]
    public required string Split { get; init; }

    /// <summary>The split's rows.</summary>
    [JsonPropertyName("rows")]
    public required long Rows { get; init; }

    /// <summary>The files that it was made from, in ordinal order of their hashes.</summary>
    [JsonPropertyName("files")]
    public required IReadOnlyList<PinnedFile> Files { get; init; }

    /// <summary>How values were read.</summary>
    [JsonPropertyName("settings")]
    public required PinnedSettings Settings { get; init; }

    /// <summary>The columns, in the order of the first file.</summary>
    [JsonPropertyName("columns")]
    public required IReadOnlyList<PinnedColumn> Columns { get; init; }
}

/// <summary>A file that a profile was made from.</summary>
internal sealed record PinnedFile
{
    /// <summary>Its path relative to the strategy file, with forward slashes.</summary>
    [JsonPropertyName("path")]
    public required string Path { get; init; }

    /// <summary>Its length in bytes.</summary>
    [JsonPropertyName("bytes")]
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of its contents, hexadecimal.</summary>
    [JsonPropertyName("sha256")]
    public required string Sha256 { get; init; }
}

/// <summary>What a profile depends on beside the data. With other settings it has to be made again.</summary>
internal sealed record PinnedSettings
{
    /// <summary>The spellings of a missing value, in ordinal order.</summary>
    [JsonPropertyName("missing")]
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>The split's <c>where:</c>: the values that were kept, by column.</summary>
    [JsonPropertyName("where")]
    public required Dictionary<string, IReadOnlyList<string>> Where { get; init; }

    /// <summary>What the guard's hash makes of a fixed text: buckets of another hash can't be compared.</summary>
    [JsonPropertyName("hash")]
    public required string Hash { get; init; }
}

/// <summary>A column of a profile.</summary>
internal sealed record PinnedColumn
{
    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>What it holds, in snake case.</summary>
    [JsonPropertyName("kind")]
    public required ColumnKind Kind { get; init; }

    /// <summary>The kind that was declared, if one was.</summary>
    [JsonPropertyName("declared")]
    public DeclaredKind? Declared { get; init; }

    /// <summary>Rows without a value.</summary>
    [JsonPropertyName("missing")]
    public required long Missing { get; init; }

    /// <summary>Rows with a value.</summary>
    [JsonPropertyName("present")]
    public required long Present { get; init; }

    /// <summary>Why nothing else is known of it: <c>id</c>, <c>ignore</c> …</summary>
    [JsonPropertyName("left_out")]
    public string? LeftOut { get; init; }

    /// <summary>Values that are numbers.</summary>
    [JsonPropertyName("number_count")]
    public long NumberCount { get; init; }

    /// <summary>Values that are dates.</summary>
    [JsonPropertyName("date_count")]
    public long DateCount { get; init; }

    /// <summary>Whether all numbers are whole.</summary>
    [JsonPropertyName("whole")]
    public bool IsInteger { get; init; }

    /// <summary>Whether all values are whole numbers with few different ones.</summary>
    [JsonPropertyName("codes")]
    public bool HasCodes { get; init; }

    /// <summary>Whether there are more different values than codes have.</summary>
    [JsonPropertyName("many_values")]
    public bool HasManyValues { get; init; }

    /// <summary>Whether it names rows.</summary>
    [JsonPropertyName("identifier")]
    public bool IsIdentifier { get; init; }

    /// <summary>Whether it is text.</summary>
    [JsonPropertyName("text")]
    public bool IsText { get; init; }

    /// <summary>Rows of the levels with ten or more, in ordinal order.</summary>
    [JsonPropertyName("levels")]
    public Dictionary<string, long>? Levels { get; init; }

    /// <summary>Rows of the other levels, by their hash.</summary>
    [JsonPropertyName("rare_levels")]
    public Dictionary<string, long>? RareLevels { get; init; }

    /// <summary>Rows by bucket of a hash, where some levels aren't named.</summary>
    [JsonPropertyName("buckets")]
    public IReadOnlyList<long>? Buckets { get; init; }

    /// <summary>The numbers.</summary>
    [JsonPropertyName("numbers")]
    public PinnedNumbers? Numbers { get; init; }

    /// <summary>The dates as ticks.</summary>
    [JsonPropertyName("dates")]
    public PinnedNumbers? Dates { get; init; }

    /// <summary>The lengths of texts in UTF-16 units.</summary>
    [JsonPropertyName("lengths")]
    public PinnedNumbers? Lengths { get; init; }
}

/// <summary>Numbers in bins.</summary>
internal sealed record PinnedNumbers
{
    /// <summary>Ascending; a bin holds what is above the edge before and at most its own.</summary>
    [JsonPropertyName("edges")]
    public required double[] Edges { get; init; }

    /// <summary>Numbers a bin; the last one is above all edges.</summary>
    [JsonPropertyName("counts")]
    public required long[] Counts { get; init; }
}
