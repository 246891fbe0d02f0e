namespace MlStrategyGuard.Engine.Predictions;

/// <summary>What was read of a file with one row an example: columns by role, null where the file has none.</summary>
internal sealed record ScoreTable
{
    /// <summary>The number of rows.</summary>
    public required int Count { get; init; }

    /// <summary>Each row's id as a hash.</summary>
    public ulong[]? Ids { get; init; }

    /// <summary>Columns of words by role.</summary>
    public required IReadOnlyDictionary<ColumnRole, WordColumn> Words { get; init; }

    /// <summary>Columns of numbers by role, NaN where a value is missing.</summary>
    public required IReadOnlyDictionary<ColumnRole, double[]> Numbers { get; init; }

    /// <summary>Probabilities by the name of the class, in the file's order.</summary>
    public IReadOnlyList<KeyValuePair<string, double[]>> Probabilities { get; init; } = [];

    /// <summary>Other numbers that were measured, by the metric's canonical name.</summary>
    public IReadOnlyDictionary<string, double[]> Measured { get; init; } = new Dictionary<string, double[]>();
}

/// <summary>A column of words.</summary>
/// <param name="Words">The words by number, as written.</param>
/// <param name="Codes">Each row's number; −1 where there is none.</param>
internal sealed record WordColumn(IReadOnlyList<string> Words, int[] Codes);

/// <summary>What a column of a prediction file, or of a split's data, is for.</summary>
internal enum ColumnRole
{
    /// <summary>Identifies a row.</summary>
    Id,

    /// <summary>The truth.</summary>
    Label,

    /// <summary>What was predicted.</summary>
    Prediction,

    /// <summary>The positive class's score, or a ranked item's.</summary>
    Score,

    /// <summary>How much a row counts.</summary>
    Weight,

    /// <summary>Rows that aren't independent.</summary>
    Group,

    /// <summary>The list that an item belongs to.</summary>
    Query,

    /// <summary>The slices of the optimizing metric.</summary>
    Slice,

    /// <summary>A predicted lower limit.</summary>
    Lower,

    /// <summary>A predicted upper limit.</summary>
    Upper,
}
