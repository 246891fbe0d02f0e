namespace MlStrategyGuard;

/// <summary>What the file of an error analysis says.</summary>
/// <param name="Examined">The examples that were looked at.</param>
/// <param name="Tags">The examples that have each tag; one may have several.</param>
public sealed record TaggedErrors(long Examined, IReadOnlyList<KeyValuePair<string, long>> Tags);
