using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>
/// A place in the code together with the calls that led to it, so that one helper method called twice makes two of
/// everything. Two sites are equal when they are the same place, reached the same way.
/// </summary>
internal sealed class Site : IEquatable<Site>
{
    private readonly int _hash;

    public Site(IOperation operation, Site? caller)
    {
        Operation = operation;
        Caller = caller;
        Depth = caller is null ? 0 : caller.Depth + 1;
        _hash = unchecked((operation.Syntax.GetHashCode() * 397) ^ (caller?._hash ?? 0));
    }

    /// <summary>What happens there, mostly a call.</summary>
    public IOperation Operation { get; }

    /// <summary>The call whose body this place is in; null in the member that the analysis started from.</summary>
    public Site? Caller { get; }

    /// <summary>How many calls led here.</summary>
    public int Depth { get; }

    /// <summary>The place.</summary>
    public SyntaxNode Node => Operation.Syntax;

    /// <summary>The argument of the call at this site that is bound to the parameter; null when there is none.</summary>
    public IOperation? Argument(string parameter)
    {
        var arguments = Operation switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name == parameter && !argument.IsImplicit)
                return argument.Value;
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(Site? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && Node == other.Node
            && Operation.Kind == other.Operation.Kind && Equals(Caller, other.Caller));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Site);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
