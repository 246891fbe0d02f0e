namespace MlStrategyGuard;

/// <summary>A finding that a waiver keeps out of the build.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Waiver">The waiver.</param>
public sealed record AcceptedFinding(Finding Finding, Waiver Waiver);
