using MlStrategyGuard.Engine.Metrics;

namespace MlStrategyGuard.Engine.Predictions;

/// <summary>A candidate's rows on one split, ready for metrics.</summary>
/// <param name="Scored">Labels, predictions and what goes with them.</param>
internal sealed record CandidateRows(ScoredRows Scored)
{
    /// <summary>Each row's id as a hash; null if the file has none.</summary>
    public ulong[]? Keys { get; init; }

    /// <summary>The names of the queries by number, in ordinal order.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];

    /// <summary>Each row's slice, for an optimizing metric over slices.</summary>
    public WordColumn? Slices { get; init; }

    /// <summary>How the rows fit the split's data; null if nothing joins them.</summary>
    public PredictionMatch? Match { get; init; }

    /// <summary>Each row's row in the split's data; null if nothing joins them.</summary>
    public int[]? DataRows { get; init; }

    /// <summary>Some of the rows, in the given order.</summary>
    public CandidateRows Take(int[] rows) => this with
    {
        Scored = Scored.Take(rows),
        Keys = Keys is null ? null : Array.ConvertAll(rows, i => Keys[i]),
        Slices = Slices is null ? null : Slices with { Codes = Array.ConvertAll(rows, i => Slices.Codes[i]) },
        DataRows = DataRows is null ? null : Array.ConvertAll(rows, i => DataRows[i]),
    };
}
