namespace MlStrategyGuard;

/// <summary>Rows of two splits that are nearly equal. Equal rows don't count.</summary>
/// <param name="A">The first split's name.</param>
/// <param name="B">The second split's name.</param>
/// <param name="Text">The column whose texts are nearly equal; null if whole rows are, numbers to three digits.</param>
public sealed record NearRows(string A, string B, string? Text)
{
    /// <summary>The rows of the first split that were looked at.</summary>
    public long RowsA { get; init; }

    /// <summary>The rows of the second split that were looked at.</summary>
    public long RowsB { get; init; }

    /// <summary>Rows of the first split that are nearly equal to one of the second.</summary>
    public long SharedA { get; init; }

    /// <summary>Rows of the second split that are nearly equal to one of the first.</summary>
    public long SharedB { get; init; }

    /// <summary>Sets of nearly equal rows that stand in both splits.</summary>
    public long Patterns { get; init; }

    /// <summary>Sets of two nearly equal rows or more.</summary>
    public long Repeated { get; init; }

    /// <summary>How many of these sets a random split would be expected to put into both.</summary>
    public double Expected { get; init; }
}
