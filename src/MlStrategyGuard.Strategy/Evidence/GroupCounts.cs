namespace MlStrategyGuard;

/// <summary>The groups that the compared rows of two splits come in.</summary>
/// <param name="A">The first split's number of groups.</param>
/// <param name="B">The second split's number of groups.</param>
/// <param name="AreTooFew">Whether they could be dealt out in too few ways for anything to be beyond chance.</param>
public sealed record GroupCounts(long A, long B, bool AreTooFew);
