namespace MlStrategyGuard;

/// <summary>Classes of the label of which a split has none, or hardly any.</summary>
/// <param name="Kind">What is wrong with them.</param>
/// <param name="Split">The split that lacks them; of unseen classes the split that has them.</param>
/// <param name="Other">The split that has them; of unseen classes <c>train</c>.</param>
public sealed record ClassGap(ClassGapKind Kind, string Split, string Other)
{
    /// <summary>The number of classes.</summary>
    public int Classes { get; init; }

    /// <summary>Their rows in the split that has them.</summary>
    public long Rows { get; init; }

    /// <summary>Their rows in the split that nearly lacks them; otherwise 0.</summary>
    public long Left { get; init; }

    /// <summary>The names of the most frequent ones, three at most, with five rows or more.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}

/// <summary>How a split lacks classes.</summary>
public enum ClassGapKind
{
    /// <summary>Train has no row of them, so no model can learn them.</summary>
    Unseen,

    /// <summary>Only one of dev and test has them, and chance doesn't explain it.</summary>
    OneSided,

    /// <summary>The split has no row of them.</summary>
    Missing,

    /// <summary>The split has less than a tenth of the rows that it is due.</summary>
    NearlyMissing,
}
