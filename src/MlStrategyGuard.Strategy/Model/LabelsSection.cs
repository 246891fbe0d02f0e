namespace MlStrategyGuard;

/// <summary>The file's <c>labels:</c>.</summary>
/// <param name="Span">The place of the key.</param>
public sealed record LabelsSection(SourceSpan Span)
{
    /// <summary>The audit, if there was one.</summary>
    public LabelAudit? Audit { get; init; }

    /// <summary>Where <c>corrected</c> stands.</summary>
    public ListPlace? CorrectedPlace { get; init; }

    /// <summary>Splits whose labels were corrected.</summary>
    public IReadOnlyList<Marked<string>> Corrected { get; init; } = [];
}

/// <summary>Labels that were looked at again.</summary>
/// <param name="Span">The place of the key <c>audit</c>.</param>
public sealed record LabelAudit(SourceSpan Span)
{
    /// <summary>A file with one row a checked label.</summary>
    public Marked<string>? File { get; init; }

    /// <summary>The file's column of the label that the data has.</summary>
    public Marked<string>? Given { get; init; }

    /// <summary>The file's column of the label that the audit found.</summary>
    public Marked<string>? Checked { get; init; }

    /// <summary>The file's column that says whether the prediction was correct.</summary>
    public Marked<string>? Correct { get; init; }

    /// <summary>Wrong predictions whose label was looked at.</summary>
    public Marked<long>? WrongExamined { get; init; }

    /// <summary>Those of them whose label is wrong.</summary>
    public Marked<long>? WrongMislabeled { get; init; }

    /// <summary>Right predictions whose label was looked at.</summary>
    public Marked<long>? RightExamined { get; init; }

    /// <summary>Those of them whose label is wrong.</summary>
    public Marked<long>? RightMislabeled { get; init; }
}
