namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>One link of a fitted chain.</summary>
/// <param name="Fit">The call of Fit that made it; null when it comes from elsewhere.</param>
/// <param name="Origin">What it came from otherwise: a parameter, a load from a file.</param>
internal sealed record ModelPart(Site? Fit, object? Origin);
