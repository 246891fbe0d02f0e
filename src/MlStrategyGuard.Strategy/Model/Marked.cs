namespace MlStrategyGuard;

/// <summary>A declared value together with its place in the strategy file.</summary>
/// <typeparam name="T">What was declared.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Marked<T>(T Value, SourceSpan Span);
