namespace MlStrategyGuard;

/// <summary>One run of <c>history:</c>.</summary>
/// <param name="Span">The place of the entry.</param>
/// <param name="Run">Its number or name.</param>
/// <param name="Changed">The knobs that were turned, at their places.</param>
/// <param name="Errors">What came out.</param>
public sealed record HistoryEntry(
    SourceSpan Span, Marked<string>? Run, IReadOnlyList<Marked<string>> Changed, IReadOnlyList<Rung> Errors);
