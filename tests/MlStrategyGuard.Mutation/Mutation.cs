using Microsoft.CodeAnalysis;

namespace MlStrategyGuard.Mutation;

/// <summary>One small change of one place of the source.</summary>
/// <param name="Place">The node that is replaced.</param>
/// <param name="Replacement">What takes its place; null: the node is removed.</param>
/// <param name="What">The change in words, <c>&lt; to &lt;=</c>.</param>
internal sealed record Mutation(SyntaxNode Place, SyntaxNode? Replacement, string What);
