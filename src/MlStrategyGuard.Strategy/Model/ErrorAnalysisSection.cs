namespace MlStrategyGuard;

/// <summary>The file's <c>error_analysis:</c>.</summary>
/// <param name="Span">The place of the key.</param>
public sealed record ErrorAnalysisSection(SourceSpan Span)
{
    /// <summary>Misclassified dev examples that were looked at.</summary>
    public Marked<long>? Examined { get; init; }

    /// <summary>How many of them have each tag; one example may have several.</summary>
    public IReadOnlyList<ErrorTag> Tags { get; init; } = [];

    /// <summary>A file with one row an example.</summary>
    public Marked<string>? File { get; init; }

    /// <summary>What the team works on.</summary>
    public Marked<string>? Focus { get; init; }
}

/// <summary>A tag of the error analysis.</summary>
/// <param name="Name">Its name, at its key.</param>
/// <param name="Count">Examples that have it.</param>
/// <param name="Fixable">The share of them that the work could win, 0–1; all unless said.</param>
public sealed record ErrorTag(Marked<string> Name, Marked<long> Count, double Fixable);
