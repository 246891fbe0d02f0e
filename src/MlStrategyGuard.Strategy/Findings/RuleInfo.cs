namespace MlStrategyGuard;

/// <summary>What is known of a rule without running it.</summary>
/// <param name="Id">The rule's number, never reused.</param>
/// <param name="DefaultSeverity">Its severity when the strategy file says nothing of it.</param>
/// <param name="Part">The part of the strategy that it enforces, 1–13; 0 for the file itself.</param>
/// <param name="Title">What it finds, in a few words.</param>
public sealed record RuleInfo(string Id, Severity DefaultSeverity, int Part, string Title);
