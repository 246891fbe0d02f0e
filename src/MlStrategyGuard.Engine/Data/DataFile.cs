namespace MlStrategyGuard.Engine.Data;

/// <summary>A file that a strategy file names, directly or by a pattern.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="Shown">Its path relative to the strategy file, with forward slashes.</param>
/// <param name="Source">The path or pattern that leads to it.</param>
internal sealed record DataFile(string FullPath, string Shown, Marked<string> Source);
