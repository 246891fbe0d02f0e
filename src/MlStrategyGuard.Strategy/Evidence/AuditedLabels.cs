namespace MlStrategyGuard;

/// <summary>What the file of a label audit says; counts are null if it doesn't tell right predictions from wrong ones.</summary>
public sealed record AuditedLabels
{
    /// <summary>Wrong predictions whose label was looked at.</summary>
    public long? WrongExamined { get; init; }

    /// <summary>Those of them whose label is wrong.</summary>
    public long? WrongMislabeled { get; init; }

    /// <summary>Right predictions whose label was looked at.</summary>
    public long? RightExamined { get; init; }

    /// <summary>Those of them whose label is wrong.</summary>
    public long? RightMislabeled { get; init; }

    /// <summary>Columns and how label errors depend on them, the surest first.</summary>
    public IReadOnlyList<LabelPattern> Patterns { get; init; } = [];
}

/// <summary>The level of a column on which most label errors fall, beyond its share of the audited rows.</summary>
/// <param name="Column">The column.</param>
/// <param name="IsClass">Whether it is the label itself.</param>
/// <param name="Level">The level.</param>
/// <param name="Rows">The audited rows of the level.</param>
/// <param name="Wrong">Those of them whose label is wrong.</param>
/// <param name="OtherRows">The audited rows of all other levels.</param>
/// <param name="OtherWrong">Those of them whose label is wrong.</param>
/// <param name="P">The probability of such a level in any of the columns by chance.</param>
public sealed record LabelPattern(
    string Column, bool IsClass, string Level, long Rows, long Wrong, long OtherRows, long OtherWrong, double P);
