using Microsoft.CodeAnalysis;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers;

/// <summary>Where a finding is reported.</summary>
/// <param name="Operation">What stands there.</param>
/// <param name="Site">The site that it belongs to.</param>
/// <param name="Root">Where the way there starts.</param>
internal sealed record Place(IOperation Operation, Site Site, SyntaxNode Root)
{
    /// <summary>The code.</summary>
    public SyntaxNode Node => Operation.Syntax;
}
