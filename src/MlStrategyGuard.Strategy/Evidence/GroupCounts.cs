namespace MlStrategyGuard;

/// <summary>The groups that the compared rows of two splits come in.</summary>
/// <param name="A">The first split's number of groups.</param>
/// <param name="B">The second split's number of groups.</param>
/// <param name="Needed">
/// Null, unless groups could be dealt out in too few ways for anything to be beyond chance: then how many would do in each split.
/// </param>
public sealed record GroupCounts(long A, long B, long? Needed)
{
    /// <summary>Whether nothing could be beyond chance.</summary>
    public bool AreTooFew => Needed is not null;
}
