using System.Text.Json.Serialization;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine;

/// <summary>A finished check with everything that tells whether it still holds.</summary>
internal sealed record CachedCheck
{
    /// <summary>Stands for the guard's version, the options and the strategy file's text.</summary>
    [JsonPropertyName("key")]
    public required string Key { get; init; }

    /// <summary>The paths and patterns that the strategy names, by split.</summary>
    [JsonPropertyName("sources")]
    public required IReadOnlyList<CachedSource> Sources { get; init; }

    /// <summary>Stands for the names, lengths and times of the files that they lead to.</summary>
    [JsonPropertyName("files")]
    public required string Files { get; init; }

    /// <summary>The first day of its validity, as a day number.</summary>
    [JsonPropertyName("from")]
    public required int From { get; init; }

    /// <summary>The last day of its validity: a waiver ends on it. Absent if there is none.</summary>
    [JsonPropertyName("through")]
    public int? Through { get; init; }

    /// <summary>Stands for the page that was written with it; absent if none was.</summary>
    [JsonPropertyName("page")]
    public string? Page { get; init; }

    /// <summary>The report.</summary>
    [JsonPropertyName("report")]
    public required CheckReport Report { get; init; }
}

/// <summary>A path or pattern of a split.</summary>
/// <param name="Split">The split.</param>
/// <param name="Path">The path or pattern as written.</param>
internal sealed record CachedSource(
    [property: JsonPropertyName("split")] string Split,
    [property: JsonPropertyName("path")] string Path);
