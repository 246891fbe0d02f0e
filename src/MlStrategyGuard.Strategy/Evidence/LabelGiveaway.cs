namespace MlStrategyGuard;

/// <summary>Columns that give the label away.</summary>
/// <param name="Kind">How they do.</param>
/// <param name="Split">The split on which it was found.</param>
/// <param name="Columns">The column; of a formula the columns in it.</param>
public sealed record LabelGiveaway(GiveawayKind Kind, string Split, IReadOnlyList<string> Columns)
{
    /// <summary>The rows that were looked at.</summary>
    public long Rows { get; init; }

    /// <summary>Rows that don't fit.</summary>
    public long Exceptions { get; init; }

    /// <summary>The area under the ROC curve of the column alone, 0.5–1; null where it says nothing.</summary>
    public double? Area { get; init; }

    /// <summary>The other split, whose area is compared.</summary>
    public string? Other { get; init; }

    /// <summary>The area on the other split, in the same direction.</summary>
    public double? OtherArea { get; init; }

    /// <summary>How the columns make the label, such as <c>casual + registered</c>.</summary>
    public string? Formula { get; init; }
}

/// <summary>How a column gives the label away.</summary>
public enum GiveawayKind
{
    /// <summary>Each of its values goes with one class.</summary>
    Determines,

    /// <summary>It is filled for some classes and empty for the others.</summary>
    Presence,

    /// <summary>A threshold (or several) separates the classes.</summary>
    Separates,

    /// <summary>The label is computed from it.</summary>
    Formula,

    /// <summary>It predicts the label much better on one split than on another.</summary>
    Fades,
}
