namespace MlStrategyGuard;

/// <summary>A place in the strategy file. Lines and columns count from 1; the end is exclusive.</summary>
/// <param name="Line">First line, from 1.</param>
/// <param name="Column">First column, from 1, in UTF-16 units.</param>
/// <param name="EndLine">Line of the end, from 1.</param>
/// <param name="EndColumn">Column just behind the end, from 1.</param>
public readonly record struct SourceSpan(int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The very start of the file, for what is missing from it.</summary>
    public static SourceSpan FileStart { get; } = new(1, 1, 1, 1);

    /// <summary>A place without extent.</summary>
    public static SourceSpan At(int line, int column) => new(line, column, line, column);

    /// <summary>From the start of this place to the end of <paramref name="last"/>.</summary>
    public SourceSpan To(SourceSpan last) => this with { EndLine = last.EndLine, EndColumn = last.EndColumn };
}
