namespace MlStrategyGuard;

/// <summary>A change of the strategy file that surely solves a finding.</summary>
/// <param name="Title">What it does, in a few words.</param>
/// <param name="Edits">The changes, none of which overlap.</param>
public sealed record Fix(string Title, IReadOnlyList<TextEdit> Edits)
{
    /// <summary>A fix with one change.</summary>
    public static Fix Of(string title, SourceSpan span, string text) => new(title, [new TextEdit(span, text)]);
}

/// <summary>Text that takes the place of what stands in a span; an empty span is an insertion.</summary>
/// <param name="Span">The place.</param>
/// <param name="Text">The text, with line feeds.</param>
public sealed record TextEdit(SourceSpan Span, string Text);
