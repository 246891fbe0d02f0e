using System.Collections.Immutable;
using MlStrategyGuard.Analyzers.Rules;

namespace MlStrategyGuard.Analyzers;

/// <summary>The rules on training code.</summary>
internal static class CodeRules
{
    /// <summary>All of them, by number.</summary>
    public static ImmutableArray<CodeRule> All { get; } = ImmutableArray.Create<CodeRule>(
        new MLS5001());
}
