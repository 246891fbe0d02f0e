namespace MlStrategyGuard.Engine;

/// <summary>What is to be checked, and how.</summary>
/// <param name="StrategyFile">The strategy file's path.</param>
/// <param name="Today">The day on which waivers are judged.</param>
public sealed record CheckRequest(string StrategyFile, DateOnly Today)
{
    /// <summary>Whether data is read; without it only what is declared is checked.</summary>
    public bool ReadData { get; init; } = true;

    /// <summary>The folder that keeps the last result, so that an unchanged project is not read again; null for none.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>The memory to use for data, in bytes; the same data needs more time with less of it.</summary>
    public long Memory { get; init; } = DefaultMemory;

    /// <summary>The memory to use unless said, in bytes.</summary>
    public const long DefaultMemory = 512L << 20;

    /// <summary>The baseline to compare the choice with, as <c>mlguard baseline</c> writes it; null for none.</summary>
    public string? Baseline { get; init; }

    /// <summary>
    /// Whether the report names rows of the data that findings are about, by file, number and id. No result is kept then, or
    /// taken from an earlier check.
    /// </summary>
    public bool IncludeRows { get; init; }

    /// <summary>How reports name the strategy file; as it was given, unless said.</summary>
    public string? ShownAs { get; init; }

    /// <summary>Where to write the result as a page to look at; null for nowhere. An unchanged result isn't written again.</summary>
    public string? Page { get; init; }
}
