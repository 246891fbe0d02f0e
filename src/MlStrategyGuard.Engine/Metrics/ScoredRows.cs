namespace MlStrategyGuard.Engine.Metrics;

/// <summary>Labels and predictions of one candidate on one split: arrays of one length, absent where nothing was given.</summary>
internal sealed record ScoredRows
{
    /// <summary>What was predicted.</summary>
    public required LearningTask Task { get; init; }

    /// <summary>The number of rows.</summary>
    public required int Count { get; init; }

    /// <summary>The names of the classes by number.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>The number of the positive class of two; −1 if nobody knows which it is, or no row has it.</summary>
    public int Positive { get; init; } = -1;

    /// <summary>Each row's class.</summary>
    public int[]? Labels { get; init; }

    /// <summary>Each row's predicted class.</summary>
    public int[]? Predictions { get; init; }

    /// <summary>Each row's classes, of several at once.</summary>
    public int[][]? LabelSets { get; init; }

    /// <summary>Each row's predicted classes.</summary>
    public int[][]? PredictionSets { get; init; }

    /// <summary>The score of the positive class, or of a ranked item.</summary>
    public double[]? Scores { get; init; }

    /// <summary>Probabilities by class, then row; null for a class without a column.</summary>
    public double[]?[]? Probabilities { get; init; }

    /// <summary>Each row's number, or an item's relevance.</summary>
    public double[]? Targets { get; init; }

    /// <summary>Each row's predicted number.</summary>
    public double[]? Estimates { get; init; }

    /// <summary>Predicted lower limits.</summary>
    public double[]? Lower { get; init; }

    /// <summary>Predicted upper limits.</summary>
    public double[]? Upper { get; init; }

    /// <summary>Each row's query, numbered from 0 without gaps.</summary>
    public int[]? Queries { get; init; }

    /// <summary>How much each row counts.</summary>
    public double[]? Weights { get; init; }

    /// <summary>Each row's group, numbered from 0 without gaps.</summary>
    public int[]? Groups { get; init; }

    /// <summary>Other numbers that were measured a row, by column name.</summary>
    public IReadOnlyDictionary<string, double[]> Measured { get; init; } = new Dictionary<string, double[]>();

    /// <summary>Why something isn't there: <c>12 rows have no prediction</c>, by the property's name.</summary>
    public IReadOnlyDictionary<string, string> Gaps { get; init; } = new Dictionary<string, string>();

    /// <summary>Some of the rows, in the given order.</summary>
    public ScoredRows Take(int[] rows)
    {
        T[]? Of<T>(T[]? all) => all is null ? null : Array.ConvertAll(rows, i => all[i]);
        return this with
        {
            Count = rows.Length,
            Labels = Of(Labels),
            Predictions = Of(Predictions),
            LabelSets = Of(LabelSets),
            PredictionSets = Of(PredictionSets),
            Scores = Of(Scores),
            Probabilities = Probabilities is null ? null : Array.ConvertAll(Probabilities, Of),
            Targets = Of(Targets),
            Estimates = Of(Estimates),
            Lower = Of(Lower),
            Upper = Of(Upper),
            Queries = Queries is null ? null : Renumber(Of(Queries)!),
            Weights = Of(Weights),
            Groups = Groups is null ? null : Renumber(Of(Groups)!),
            Measured = Measured.ToDictionary(pair => pair.Key, pair => Of(pair.Value)!),
        };
    }

    private static int[] Renumber(int[] numbers)
    {
        var seen = new Dictionary<int, int>();
        return Array.ConvertAll(numbers, number =>
        {
            if (!seen.TryGetValue(number, out var own))
                seen.Add(number, own = seen.Count);
            return own;
        });
    }
}
