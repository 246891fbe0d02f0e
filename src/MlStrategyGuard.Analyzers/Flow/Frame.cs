using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>One body that is being run.</summary>
/// <param name="Code">The method or lambda.</param>
/// <param name="Graph">Its control-flow graph.</param>
/// <param name="Caller">The call that led here; null at the start.</param>
/// <param name="This">What <c>this</c> is.</param>
/// <param name="TypeArguments">What the type parameters of the called methods stand for.</param>
internal sealed record Frame(
    object Code,
    ControlFlowGraph Graph,
    Site? Caller,
    Value This,
    ImmutableDictionary<ITypeSymbol, ITypeSymbol> TypeArguments)
{
    /// <summary>The loops around the call that led here.</summary>
    public ImmutableArray<object> Loops { get; init; } = ImmutableArray<object>.Empty;

    /// <summary>The code that is being run, up to the start: it isn't entered again.</summary>
    public ImmutableHashSet<object> Running { get; init; } = ImmutableHashSet<object>.Empty;

    /// <summary>What the body gives back.</summary>
    public Value Result { get; set; } = Nothing.Instance;
}
