namespace MlStrategyGuard;

/// <summary>Rows of two splits whose features are equal. A pattern is what equal rows have in common.</summary>
/// <param name="A">The first split's name.</param>
/// <param name="B">The second split's name.</param>
public sealed record SharedRows(string A, string B)
{
    /// <summary>The rows of the first split.</summary>
    public long RowsA { get; init; }

    /// <summary>The rows of the second split.</summary>
    public long RowsB { get; init; }

    /// <summary>Rows of the first split that have an equal in the second.</summary>
    public long SharedA { get; init; }

    /// <summary>Rows of the second split that have an equal in the first.</summary>
    public long SharedB { get; init; }

    /// <summary>Patterns that stand in both splits.</summary>
    public long Patterns { get; init; }

    /// <summary>Patterns that occur more than once in the two splits together.</summary>
    public long Repeated { get; init; }

    /// <summary>How many of the repeated patterns a random split would be expected to put into both.</summary>
    public double Expected { get; init; }

    /// <summary>The probability that a random split puts as many into both.</summary>
    public double P { get; init; }

    /// <summary>Where the equal rows come from.</summary>
    public RepeatCause Cause { get; init; }
}

/// <summary>Why rows of two splits are equal.</summary>
public enum RepeatCause
{
    /// <summary>There are none, or the columns say so little that rows are bound to be equal.</summary>
    Chance,

    /// <summary>The same thing occurs several times in the data, and its rows were split at random.</summary>
    Entities,

    /// <summary>More rows are equal across the splits than repeats within them explain: rows were copied.</summary>
    Copies,
}
